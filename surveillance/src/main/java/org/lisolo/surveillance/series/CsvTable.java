package org.lisolo.surveillance.series;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import org.lisolo.surveillance.Problem;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A CSV file (RFC 4180, UTF-8) with a header, read row by row. Everything that is wrong with it is
 * a {@link Problem} whose place is the file and the line. Not safe for use by several threads.
 */
public final class CsvTable implements Iterator<CsvTable.Row>, AutoCloseable {
    private final String source;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Map<String, Integer> columns = new HashMap<>();

    private CsvTable(String source, CsvReader<CsvRecord> reader) {
        this.source = source;
        this.reader = reader;
        this.records = reader.iterator();
    }

    /** Opens a file and reads its header. */
    public static CsvTable open(Path file) {
        try {
            return read(Files.newBufferedReader(file, StandardCharsets.UTF_8), file.toString());
        } catch (NoSuchFileException e) {
            throw new Problem("no-such-file", "there is no such file", file.toString());
        } catch (IOException e) {
            throw new Problem("unreadable", "cannot be read", file.toString());
        }
    }

    /**
     * Reads from anything that gives characters.
     *
     * @param source what to call it in problems
     */
    public static CsvTable read(Reader characters, String source) {
        CsvTable table =
                new CsvTable(
                        source,
                        CsvReader.builder()
                                .skipEmptyLines(true)
                                .allowUnclosedQuote(false)
                                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                                .ofCsvRecord(withoutMark(characters, source)));
        table.readHeader();
        return table;
    }

    private static Reader withoutMark(Reader characters, String source) {
        BufferedReader reader = new BufferedReader(characters);
        try {
            reader.mark(1);
            if (reader.read() != '\uFEFF') {
                reader.reset();
            }
            return reader;
        } catch (CharacterCodingException e) {
            throw new Problem("not-utf-8", "is not UTF-8 text", source);
        } catch (IOException e) {
            throw new Problem("unreadable", "cannot be read", source);
        }
    }

    private void readHeader() {
        if (!hasNext()) {
            throw new Problem("empty", "the file is empty: a header is needed", source);
        }
        CsvRecord header = nextRecord();
        for (int i = 0; i < header.getFieldCount(); i++) {
            String column = header.getField(i).strip();
            if (columns.putIfAbsent(column, i) != null) {
                throw new Problem("columns", "column " + column + " is there twice", source);
            }
        }
    }

    /** The names in the header. */
    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /** The names of all columns, in no particular order. */
    public List<String> columns() {
        return columns.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Stops with a problem unless every one of the columns is in the header. */
    public void require(String... needed) {
        for (String column : needed) {
            if (!has(column)) {
                throw new Problem(
                        "columns",
                        "there is no column "
                                + column
                                + " (found: "
                                + String.join(", ", columns())
                                + ")",
                        source + ", line 1");
            }
        }
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | CsvParseException e) {
            throw unreadable(e);
        }
    }

    @Override
    public Row next() {
        CsvRecord row = nextRecord();
        if (row.getFieldCount() != columns.size()) {
            throw new Problem(
                    "fields",
                    row.getFieldCount() + " fields where the header has " + columns.size(),
                    source + ", line " + row.getStartingLineNumber());
        }
        return new Row(this, row);
    }

    private CsvRecord nextRecord() {
        try {
            return records.next();
        } catch (UncheckedIOException | CsvParseException e) {
            throw unreadable(e);
        } catch (NoSuchElementException e) {
            throw new Problem("empty", "the file ends early", source);
        }
    }

    private Problem unreadable(RuntimeException e) {
        boolean coding = e.getCause() instanceof CharacterCodingException;
        return new Problem(
                coding ? "not-utf-8" : "not-csv",
                coding ? "is not UTF-8 text" : "is not a CSV file: " + e.getMessage(),
                source);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One row; its fields are asked for by column. */
    public record Row(CsvTable table, CsvRecord fields) {
        /** The text of a field without spaces around it. */
        public String text(String column) {
            Integer at = table.columns.get(column);
            if (at == null) {
                throw problem("columns", "there is no column " + column);
            }
            return fields.getField(at).strip();
        }

        /** Whether the field is empty or NA. */
        public boolean isMissing(String column) {
            String text = text(column);
            return text.isEmpty() || text.equals("NA");
        }

        /** A finite number. */
        public double number(String column) {
            String text = text(column);
            try {
                double value = Double.parseDouble(text);
                if (Double.isFinite(value) && !text.endsWith("d") && !text.endsWith("f")) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw problem("not-a-number", column + " is not a number: " + shown(text));
        }

        /** A whole number of at least {@code least} that fits 32 bits, as R's counts do. */
        public int whole(String column, int least) {
            double value = number(column);
            if (value != Math.rint(value)) {
                throw problem(
                        "not-whole", column + " is not a whole number: " + shown(text(column)));
            }
            if (value < least) {
                throw problem(
                        "negative", column + " is below " + least + ": " + shown(text(column)));
            }
            if (value > Integer.MAX_VALUE) {
                throw problem("too-large", column + " is too large: " + shown(text(column)));
            }
            return (int) value;
        }

        /** A problem at this row's line. */
        public Problem problem(String code, String sentence) {
            return new Problem(
                    code, sentence, table.source + ", line " + fields.getStartingLineNumber());
        }

        private static String shown(String text) {
            return text.isEmpty()
                    ? "(empty)"
                    : text.length() > 40 ? text.substring(0, 40) + "…" : text;
        }
    }
}
