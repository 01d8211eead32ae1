package org.lisolo.cli.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream after whole lines, so that one batch is one request. */
final class Batches {
    private static final int LINES = 1_000;
    private static final int BYTES = 4 * 1_048_576;

    private final InputStream in;
    private long line;

    /** The stream stands after so many lines. */
    Batches(InputStream in, long line) {
        this.in = in;
        this.line = line;
    }

    /**
     * Some lines with their ends.
     *
     * @param firstLine the number of the first, counted from 1 in the whole file
     */
    @SuppressWarnings("ArrayRecordComponent") // equality of batches is nobody's question
    record Batch(byte[] bytes, long firstLine, int lines) {}

    /** The next lines; none at the end. */
    Batch next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(65_536);
        long first = line + 1;
        int lines = 0;
        boolean within = false;
        int c = 0;
        while (lines < LINES && bytes.size() < BYTES) {
            c = in.read();
            if (c < 0) {
                break;
            }
            bytes.write(c);
            within = c != '\n';
            lines += within ? 0 : 1;
        }
        if (within && bytes.size() >= BYTES) {
            throw new NotDone("line " + (line + lines + 1) + " is longer than a request may be");
        }
        lines += within ? 1 : 0;
        line += lines;
        return new Batch(bytes.toByteArray(), first, lines);
    }
}
