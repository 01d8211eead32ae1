package org.lisolo.server.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Our own tables of facts: plain commas, no quotes, {@code #} begins a remark. */
public final class FactTable {
    private FactTable() {}

    /**
     * The rows of one, each with its cells.
     *
     * @param path on the class path
     */
    public static List<List<String>> rows(String path) {
        try (InputStream in = Objects.requireNonNull(FactTable.class.getResourceAsStream(path))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
