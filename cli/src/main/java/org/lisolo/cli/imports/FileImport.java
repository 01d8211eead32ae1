package org.lisolo.cli.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Sends one file, batch by batch, and notes after each how far it came. */
record FileImport(Server server, ProgressLine progress, boolean fromStart) {
    /** How many lines were refused. */
    long send(String file) throws IOException, InterruptedException {
        if (file.equals("-")) {
            return send(unpacked(System.in), Bookmark.none());
        }
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new NotDone(file + " is no file");
        }
        Bookmark bookmark = Bookmark.of(path, server.address(), fromStart);
        try (InputStream in = unpacked(Files.newInputStream(path))) {
            in.skipNBytes(bookmark.position());
            long refused = send(in, bookmark);
            bookmark.remove();
            return refused;
        }
    }

    private long send(InputStream in, Bookmark bookmark) throws IOException, InterruptedException {
        Batches batches = new Batches(in, bookmark.line());
        Tally tally = bookmark.tally();
        Batches.Batch batch = batches.next();
        while (batch.lines() > 0) {
            tally = tally.plus(server.send(batch, progress::tell));
            bookmark.move(batch.bytes().length, batch.lines(), tally);
            progress.show(batch.firstLine() + batch.lines() - 1, tally);
            batch = batches.next();
        }
        progress.end(tally);
        return tally.refused();
    }

    private static InputStream unpacked(InputStream raw) throws IOException {
        InputStream in = new BufferedInputStream(raw, 65_536);
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return packed ? new BufferedInputStream(new GZIPInputStream(in), 65_536) : in;
    }
}
