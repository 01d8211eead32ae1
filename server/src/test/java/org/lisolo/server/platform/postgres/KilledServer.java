package org.lisolo.server.platform.postgres;

import org.lisolo.server.platform.DataFolder;

import java.nio.file.Path;

/** A server in a Java of its own, to be killed: starts PostgreSQL, says its number, waits. */
final class KilledServer {
    private KilledServer() {}

    public static void main(String[] args) throws InterruptedException {
        var postgres =
                EmbeddedPostgres.start(DataFolder.open(Path.of(args[0])), Path.of(args[1]), 0);
        System.out.println("postmaster " + postgres.pid());
        Thread.sleep(60_000);
    }
}
