package org.lisolo.cli.screening;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The lines of one source in batches. */
final class Lines implements Iterator<Lines.Batch> {
    private static final int LINES = 500;
    private static final int CHARACTERS = 500_000;

    private final String source;
    private final BufferedReader reader;
    private Batch next;

    /**
     * Lines that follow each other.
     *
     * @param firstLine the number of the first, from 1
     */
    record Batch(String source, int firstLine, List<String> lines) {}

    Lines(String source, BufferedReader reader) {
        this.source = source;
        this.reader = reader;
        this.next = read(1);
    }

    @Override
    public boolean hasNext() {
        return !next.lines.isEmpty();
    }

    @Override
    public Batch next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Batch batch = next;
        next = read(batch.firstLine + batch.lines.size());
        return batch;
    }

    private Batch read(int firstLine) {
        List<String> lines = new ArrayList<>();
        int characters = 0;
        try {
            while (lines.size() < LINES && characters < CHARACTERS) {
                String line = reader.readLine();
                if (line == null) {
                    break;
                }
                lines.add(line);
                characters += line.length();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Batch(source, firstLine, lines);
    }
}
