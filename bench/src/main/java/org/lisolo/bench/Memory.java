package org.lisolo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Resident memory of a server and its PostgreSQL, in bytes. PSS: what processes share is divided
 * among them, so the sum counts nothing twice.
 */
record Memory(long java, long postgres) {
    /** Now. PostgreSQL's processes are the server's children and theirs. */
    static Memory of(ProcessHandle server) {
        return new Memory(
                pss(server.pid()), server.descendants().mapToLong(child -> pss(child.pid())).sum());
    }

    String megabytes() {
        return "%4d MB (Java %d, PostgreSQL %d)"
                .formatted((java + postgres) >> 20, java >> 20, postgres >> 20);
    }

    /** 0 for a process that has ended meanwhile. */
    private static long pss(long pid) {
        Path rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        try (Stream<String> lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .sum();
        } catch (IOException _) {
            return 0;
        }
    }
}
