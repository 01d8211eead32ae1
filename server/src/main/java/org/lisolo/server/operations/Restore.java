package org.lisolo.server.operations;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads a backup: first to its end, to see whether it is whole, then step by step. */
final class Restore {
    private static final FileAttribute<Set<java.nio.file.attribute.PosixFilePermission>> OURS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;
    private final String passphrase;
    private final Consumer<String> progress;

    Restore(Path file, String passphrase, Consumer<String> progress) {
        this.file = file;
        this.passphrase = passphrase;
        this.progress = progress;
    }

    private interface Visit {
        void section(String name, InputStream content) throws IOException, SQLException;
    }

    private void visit(Visit visit) throws IOException, SQLException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 20);
                var sections = new Sections.Reader(BackupSeal.opening(in, passphrase))) {
            for (String name = sections.next(); !name.isEmpty(); name = sections.next()) {
                visit.section(name, sections.content());
            }
        }
    }

    /**
     * How far each module's schema was migrated.
     *
     * @throws Refused if the file was altered or cut short, or the passphrase is another
     */
    Map<String, String> check() throws SQLException {
        Map<String, String> versions = new TreeMap<>();
        try {
            visit(
                    (name, content) -> {
                        if (name.equals("versions")) {
                            read(content)
                                    .forEach((k, v) -> versions.put(k.toString(), v.toString()));
                        }
                    });
        } catch (IOException e) {
            throw new Refused(
                    "This backup can't be read to its end: the passphrase is not the one it was"
                            + " made with, or the file was altered or cut short. Nothing was"
                            + " changed.",
                    e);
        }
        if (versions.isEmpty()) {
            throw new Refused("This backup says nothing of what is in it. Nothing was changed.");
        }
        return versions;
    }

    /** Puts the keys into a folder that has none. */
    void writeKeys(Path folder) throws IOException, SQLException {
        visit(
                (name, content) -> {
                    if (name.startsWith("key ")) {
                        Path key = folder.resolve(Path.of(name.substring(4)).getFileName());
                        Files.write(Files.createFile(key, OURS), content.readAllBytes());
                    }
                });
    }

    /** Fills a database that is migrated as far as the backup's was, in one transaction. */
    void fill(Connection connection) throws IOException, SQLException {
        connection.setAutoCommit(false);
        var store = new BackupStore(connection);
        List<BackupStore.Table> here = store.tables();
        store.empty(here);
        Map<String, Long> next = new LinkedHashMap<>();
        List<String> filled = new ArrayList<>();
        visit(
                (name, content) -> {
                    if (name.startsWith("table ")) {
                        String[] words = name.split(" ", 3);
                        var table = new BackupStore.Table(words[1], words[2], 0);
                        long rows = store.copyIn(table, content);
                        filled.add(table.name());
                        progress.accept(table.name() + ": " + rows);
                    } else if (name.equals("sequences")) {
                        read(content)
                                .forEach(
                                        (k, v) ->
                                                next.put(k.toString(), Long.valueOf(v.toString())));
                    }
                });
        if (!filled.containsAll(here.stream().map(BackupStore.Table::name).toList())) {
            throw new IllegalStateException("tables that the backup does not have: " + here);
        }
        for (var sequence : next.entrySet()) {
            store.setNext(sequence.getKey(), sequence.getValue());
        }
        connection.commit();
        store.analyze();
        connection.commit();
    }

    private static Properties read(InputStream content) throws IOException {
        var properties = new Properties();
        properties.load(new InputStreamReader(content, StandardCharsets.UTF_8));
        return properties;
    }
}
