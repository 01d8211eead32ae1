package org.lisolo.server.web.safeguards;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The one source of the page and of {@code docs/safeguards.md}. */
public final class Safeguards {
    /** The laws in the order shown. */
    public static final List<String> LAWS = List.of("technical", "privacy", "drc");

    private Safeguards() {}

    /** All points, law by law. */
    public static List<Safeguard> all() {
        try (InputStream in =
                Objects.requireNonNull(
                        Safeguards.class.getResourceAsStream("/safeguards/safeguards.json"))) {
            return new JsonMapper().readValue(in, new TypeReference<List<Safeguard>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
