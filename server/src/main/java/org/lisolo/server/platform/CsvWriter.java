package org.lisolo.server.platform;

import de.siegmar.fastcsv.writer.LineDelimiter;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Tables for spreadsheets (RFC 4180, with the mark by which they know UTF-8). A cell that a
 * spreadsheet would run as a formula is written as the words it is.
 */
public final class CsvWriter implements AutoCloseable {
    private static final String FORMULA_SIGNS = "=+-@\t\r";

    private final de.siegmar.fastcsv.writer.CsvWriter rows;

    /** Writes to {@code out}, and closes it at the end. */
    public CsvWriter(Writer out) throws IOException {
        out.write('\uFEFF');
        rows =
                de.siegmar.fastcsv.writer.CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(out);
    }

    public void row(List<String> cells) {
        rows.writeRecord(cells.stream().map(CsvWriter::harmless).toList());
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
