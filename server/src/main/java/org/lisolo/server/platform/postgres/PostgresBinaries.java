package org.lisolo.server.platform.postgres;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.lisolo.server.platform.StartRefused;
import org.springframework.util.FileSystemUtils;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;

/** PostgreSQL's programs, unpacked once from the jar on the class path. */
final class PostgresBinaries {
    /** As the archives on the class path are; a folder of data made by another can't be opened. */
    static final int MAJOR = 18;

    private static final String RELEASE = "postgresql-18.6";

    private final Path bin;

    private PostgresBinaries(Path bin) {
        this.bin = bin;
    }

    /**
     * Unpacks into {@code folder}, unless they are there. A broken-off unpacking is never taken for
     * a whole one: the folder gets its name last.
     */
    static PostgresBinaries unpackedIn(Path folder) throws IOException {
        Path home = folder.resolve(RELEASE);
        if (!Files.isDirectory(home)) {
            Files.createDirectories(folder);
            Path unfinished = folder.resolve(RELEASE + ".unfinished");
            FileSystemUtils.deleteRecursively(unfinished);
            unpack(unfinished);
            Files.move(unfinished, home);
        }
        return new PostgresBinaries(home.resolve("bin"));
    }

    String program(String name) {
        return bin.resolve(name).toString();
    }

    private static void unpack(Path home) throws IOException {
        try (InputStream packed = archive();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(
                                new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                unpack(entry, tar, home.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            boolean program = (entry.getMode() & 0100) != 0;
            Set<PosixFilePermission> rights =
                    PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--");
            Files.setPosixFilePermissions(target, rights);
        }
    }

    private static InputStream archive() {
        String machine =
                switch (System.getProperty("os.arch")) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64" -> "arm_64";
                    case String other -> other;
                };
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        InputStream found =
                PostgresBinaries.class.getResourceAsStream(
                        "/postgres-" + system + "-" + machine + ".txz");
        if (found == null) {
            throw new StartRefused(
                    "Lisolo brings no PostgreSQL for this machine ("
                            + system
                            + ", "
                            + machine
                            + ").",
                    "Give it the address of a PostgreSQL 15 to 18 with"
                            + " --spring.datasource.url=jdbc:postgresql://HOST/DATABASE.");
        }
        return found;
    }
}
