package org.lisolo.server.operations;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.LongConsumer;

/**
 * Writes one file with everything that lasts: the database as it stood at one moment, whatever is
 * written meanwhile, and the keys. The file gets its name when it is whole.
 */
final class Backup {
    /** Another node's newest checkpoint would look like a log cut short after a restore. */
    private static final List<String> NOT_KEYS = List.of("log.checkpoint");

    /** Is told how far it is. */
    interface Progress {
        /** From here on nothing that is written gets into it. */
        default void begun() {}

        /** So much of the database has been read; calls come often. */
        default void read(int percent) {}

        default void read(String table, long rows) {}
    }

    private final Path keys;
    private final Progress progress;

    /**
     * Of one server.
     *
     * @param keys its folder of keys
     */
    Backup(Path keys, Progress progress) {
        this.keys = keys;
        this.progress = progress;
    }

    /**
     * Writes it, or leaves nothing.
     *
     * @param connection is used up
     * @return its size in bytes
     */
    long write(Connection connection, Path file, String passphrase)
            throws SQLException, IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (var out = Files.newOutputStream(unfinished, StandardOpenOption.SYNC);
                    var sealing =
                            BackupSeal.sealing(new BufferedOutputStream(out, 1 << 20), passphrase);
                    var sections = new Sections.Writer(sealing)) {
                writeAll(new BackupStore(connection), sections);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return Files.size(file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void writeAll(BackupStore store, Sections.Writer sections)
            throws SQLException, IOException {
        store.beginSnapshot();
        List<BackupStore.Table> tables = store.tables();
        progress.begun();
        writeProperties(
                sections,
                "about",
                Map.of(
                        "begun", Instant.now().toString(),
                        "postgresql", store.serverVersion(),
                        "tables", Integer.toString(tables.size())));
        writeProperties(sections, "versions", store.versions());
        writeKeys(sections);
        writeTables(store, sections, tables);
        writeProperties(sections, "sequences", store.sequences());
        sections.end();
    }

    private void writeTables(
            BackupStore store, Sections.Writer sections, List<BackupStore.Table> tables)
            throws SQLException, IOException {
        long whole = Math.max(1, tables.stream().mapToLong(BackupStore.Table::bytes).sum());
        long before = 0;
        for (BackupStore.Table table : tables) {
            String name = "table " + table.name() + " " + table.columns();
            long done = before;
            try (OutputStream out =
                    new Counting(
                            sections.section(name),
                            bytes -> tell(done + Math.min(bytes, table.bytes()), whole))) {
                progress.read(table.name(), store.copyOut(table, out));
            }
            before += table.bytes();
            tell(before, whole);
        }
    }

    private void tell(long done, long whole) {
        progress.read((int) (100 * done / whole));
    }

    private static final class Counting extends FilterOutputStream {
        private final LongConsumer count;
        private long bytes;

        Counting(OutputStream out, LongConsumer count) {
            super(out);
            this.count = count;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            bytes += length;
            count.accept(bytes);
        }
    }

    private void writeKeys(Sections.Writer sections) throws IOException {
        if (!Files.isDirectory(keys)) {
            return;
        }
        try (var files = Files.list(keys)) {
            for (Path key : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = key.getFileName().toString();
                if (!NOT_KEYS.contains(name) && !name.endsWith(".tmp")) {
                    try (OutputStream out = sections.section("key " + name)) {
                        Files.copy(key, out);
                    }
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void writeProperties(
            Sections.Writer sections, String name, Map<String, ?> values) throws IOException {
        var properties = new Properties();
        values.forEach((key, value) -> properties.setProperty(key, value.toString()));
        try (OutputStream out = sections.section(name)) {
            var text = new java.io.StringWriter();
            properties.store(text, null);
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
