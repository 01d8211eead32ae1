package org.lisolo.server.platform;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A table as spreadsheets save it: UTF-8, UTF-16 or Windows-1252, with commas, semicolons, tabs or
 * bars; which of them is found out. Read record by record, never held whole.
 */
public final class TableFile implements AutoCloseable {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String SEPARATORS = ",;\t|";
    private static final String FORMULA_SIGNS = "=+-@";
    private static final int HEAD = 64 * 1024;

    private final Charset encoding;
    private final char separator;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;

    /** Where its bytes come from; opened more than once. */
    private interface Bytes {
        InputStream open() throws IOException;
    }

    private TableFile(Bytes file) throws IOException {
        encoding = encoding(file);
        separator = separator(file, encoding);
        reader =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(true)
                        .ofCsvRecord(open(file, encoding));
        records = reader.iterator();
    }

    public static TableFile open(Path file) throws IOException {
        return new TableFile(() -> Files.newInputStream(file));
    }

    public static TableFile open(byte[] table) throws IOException {
        return new TableFile(() -> new ByteArrayInputStream(table));
    }

    public String encoding() {
        return encoding.name();
    }

    public String separator() {
        return separator == '\t' ? "TAB" : String.valueOf(separator);
    }

    /** A record with the line on which it begins, counted from 1. */
    public record Row(long line, List<String> cells) {
        /** Without the sign that keeps a spreadsheet from running a cell. */
        public String cell(int column) {
            String text = column < cells.size() ? cells.get(column).strip() : "";
            boolean marked =
                    text.length() > 1
                            && text.charAt(0) == '\''
                            && FORMULA_SIGNS.indexOf(text.charAt(1)) >= 0;
            return marked ? text.substring(1) : text;
        }

        public boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    public Optional<Row> next() {
        while (records.hasNext()) {
            CsvRecord found = records.next();
            Row row = new Row(found.getStartingLineNumber(), found.getFields());
            if (!row.isBlank()) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private static Charset encoding(Bytes file) throws IOException {
        byte[] head;
        try (InputStream in = file.open()) {
            head = in.readNBytes(2);
        }
        if (head.length == 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length == 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private static boolean isUtf8(Bytes file) throws IOException {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(HEAD);
        CharBuffer thrownAway = CharBuffer.allocate(HEAD);
        try (var in = Channels.newChannel(file.open())) {
            while (in.read(bytes) >= 0) {
                CoderResult result = decoder.decode(bytes.flip(), thrownAway, false);
                if (result.isError()) {
                    return false;
                }
                bytes.compact();
                thrownAway.clear();
            }
        }
        return !decoder.decode(bytes.flip(), thrownAway, true).isError();
    }

    private static Reader open(Bytes file, Charset encoding) throws IOException {
        Reader reader = new InputStreamReader(new BufferedInputStream(file.open(), HEAD), encoding);
        reader = new java.io.BufferedReader(reader);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /** The one that stands most often in the first line, outside of quotes. */
    private static char separator(Bytes file, Charset encoding) throws IOException {
        int[] counts = new int[SEPARATORS.length()];
        try (Reader in = open(file, encoding)) {
            boolean quoted = false;
            for (int read = 0; read < HEAD; read++) {
                int c = in.read();
                if (c < 0 || (!quoted && (c == '\n' || c == '\r'))) {
                    break;
                }
                quoted ^= c == '"';
                int known = SEPARATORS.indexOf(c);
                if (known >= 0 && !quoted) {
                    counts[known]++;
                }
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS.charAt(best);
    }

    @Override
    public void close() throws IOException {
        records.close();
        reader.close();
    }
}
