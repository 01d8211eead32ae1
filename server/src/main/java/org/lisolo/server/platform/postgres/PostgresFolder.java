package org.lisolo.server.platform.postgres;

import org.lisolo.server.platform.DataFolder;
import org.lisolo.server.platform.StartRefused;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * PostgreSQL's own folder within the data folder, and the password of the role {@code lisolo}
 * beside it. That role owns the database {@code lisolo} and is no superuser, as on any other
 * PostgreSQL.
 */
final class PostgresFolder {
    static final String DATABASE = "lisolo";
    static final String USER = "lisolo";

    private final Path path;
    private final Path password;

    PostgresFolder(DataFolder data) {
        path = data.resolve("postgres");
        password = data.resolve("postgres-password");
    }

    Path path() {
        return path;
    }

    String password() throws IOException {
        return Files.readString(password).strip();
    }

    /** Makes role and database at the first start; refuses what this PostgreSQL can't open. */
    void prepare(PostgresPrograms programs) throws IOException {
        if (!Files.isDirectory(path)) {
            create(programs);
        }
        String version = Files.readString(path.resolve("PG_VERSION")).strip();
        if (!version.equals(Integer.toString(PostgresBinaries.MAJOR))) {
            throw new StartRefused(
                    path
                            + " was written by PostgreSQL "
                            + version
                            + "; this Lisolo brings PostgreSQL "
                            + PostgresBinaries.MAJOR
                            + ".",
                    "Start the Lisolo it was made with, or move the data over first"
                            + " (dump with the old, restore with the new).");
        }
        if (!Files.isRegularFile(password)) {
            throw new StartRefused(
                    "The password of the database is missing: " + password + " is not there.",
                    "Put that file back from the backup of the data folder.");
        }
    }

    /** Broken off at any point, it starts anew next time: the folder gets its name last. */
    private void create(PostgresPrograms programs) throws IOException {
        Path unfinished = path.resolveSibling("postgres.unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        Path superuser = path.resolveSibling("postgres-password.unfinished");
        writePrivately(superuser, randomPassword());
        programs.run("initdb", initdb(unfinished, superuser), "");
        Files.delete(superuser); // nobody needs it again: what needs a superuser is done here
        String secret = randomPassword();
        writePrivately(password, secret);
        // one statement a line; names and password need no quoting rules, they are ours
        String sql =
                "create role lisolo login createdb password '"
                        + secret
                        + "'\n"
                        + "create database lisolo owner lisolo\n";
        programs.run("postgres", List.of("--single", "-D", unfinished.toString(), "postgres"), sql);
        Files.move(unfinished, path);
    }

    private static List<String> initdb(Path folder, Path superuserPassword) {
        return List.of(
                "--pgdata=" + folder,
                "--username=postgres",
                "--pwfile=" + superuserPassword,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                // sorts and folds the same on every machine and after every upgrade of the system
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
    }

    private static String randomPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text + "\n");
    }
}
