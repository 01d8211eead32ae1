package org.lisolo.server.platform;

import java.io.IOException;
import java.util.List;

/**
 * Rows as RFC 4180 has them, for spreadsheets: a cell that a spreadsheet would run as a formula is
 * shown as the words it is.
 */
public final class CsvWriter {
    private static final String FORMULA_SIGNS = "=+-@\t\r";

    private final Appendable out;

    /** Begins with the mark by which spreadsheets know UTF-8. */
    public CsvWriter(Appendable out) throws IOException {
        this.out = out;
        out.append('\uFEFF');
    }

    public void row(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            out.append(cell(cells.get(i)));
        }
        out.append("\r\n");
    }

    private static String cell(String text) {
        String safe =
                !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
