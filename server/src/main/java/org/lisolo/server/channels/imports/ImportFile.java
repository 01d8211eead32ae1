package org.lisolo.server.channels.imports;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.channels.format.Json;
import org.lisolo.server.channels.intake.Documents;
import org.lisolo.server.channels.intake.Intake;
import org.lisolo.server.channels.intake.Line;
import org.lisolo.server.channels.intake.Lines;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A file that is read batch by batch from where it was left: lines, or one array of JSON; packed
 * with gzip or not.
 */
final class ImportFile implements AutoCloseable {
    private final InputStream in;
    private final Lines lines;
    private final @Nullable Iterator<Line> elements;

    private ImportFile(InputStream in, Lines lines, @Nullable Iterator<Line> elements) {
        this.in = in;
        this.lines = lines;
        this.elements = elements;
    }

    /** Opens it after what was already dealt with. */
    static ImportFile open(Path path, ImportJob.Progress progress) throws IOException {
        InputStream in = unpacked(path);
        try {
            if (isArray(in)) {
                byte[] document = in.readNBytes(Documents.LARGEST + 1);
                if (document.length > Documents.LARGEST) {
                    throw new ArrayTooLarge();
                }
                List<Line> rest =
                        Documents.split(document).stream()
                                .filter(line -> line.number() > progress.line())
                                .toList();
                return new ImportFile(in, new Lines(in, Json.LARGEST), rest.iterator());
            }
            in.skipNBytes(progress.position());
            Lines lines = new Lines(in, Json.LARGEST, progress.line(), progress.position());
            return new ImportFile(in, lines, null);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The next batch; empty at the end. */
    List<Line> next() throws IOException {
        List<Line> batch = new ArrayList<>();
        int bytes = 0;
        Line line = line();
        while (line != null) {
            batch.add(line);
            bytes += line.bytes().length;
            boolean full = batch.size() >= Intake.LINES_A_BATCH || bytes >= Intake.BYTES_A_BATCH;
            line = full ? null : line();
        }
        return batch;
    }

    private @Nullable Line line() throws IOException {
        if (elements == null) {
            return lines.next();
        }
        return elements.hasNext() ? elements.next() : null;
    }

    private static InputStream unpacked(Path path) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), 65_536);
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return packed ? new BufferedInputStream(new GZIPInputStream(in), 65_536) : in;
    }

    private static boolean isArray(InputStream in) throws IOException {
        in.mark(1_024);
        int c = in.read();
        for (int i = 0; i < 1_000 && Character.isWhitespace(c); i++) {
            c = in.read();
        }
        in.reset();
        return c == '[';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** An array is read as a whole, so it can't be of any size. */
    static final class ArrayTooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
