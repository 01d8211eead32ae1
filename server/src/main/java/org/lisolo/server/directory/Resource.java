package org.lisolo.server.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Our own tables of facts: plain commas, no quotes, {@code #} begins a remark. */
final class Resource {
    private Resource() {}

    static List<List<String>> rows(String name) {
        try (InputStream in =
                Objects.requireNonNull(Resource.class.getResourceAsStream("/directory/" + name))) {
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
