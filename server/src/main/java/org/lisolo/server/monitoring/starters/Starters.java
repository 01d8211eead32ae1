package org.lisolo.server.monitoring.starters;

import org.lisolo.server.monitoring.Urgency;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The library of rules to begin with: {@code rules/starters.json} of the class path. */
@Component
public class Starters {
    private final List<Starter> all;

    Starters() {
        this.all = List.copyOf(read());
    }

    /** Those in a language, in the file's order. */
    public List<Starter> in(String language) {
        return all.stream().filter(starter -> starter.language().equals(language)).toList();
    }

    public Optional<Starter> find(String id) {
        return all.stream().filter(starter -> starter.id().equals(id)).findFirst();
    }

    List<Starter> all() {
        return all;
    }

    private static List<Starter> read() {
        try (InputStream in =
                Objects.requireNonNull(
                        Starters.class.getResourceAsStream("/rules/starters.json"))) {
            List<Starter> read = new ArrayList<>();
            for (JsonNode one : new JsonMapper().readTree(in)) {
                read.add(starter(one));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Starter starter(JsonNode json) {
        return new Starter(
                text(json, "id"),
                Starter.Kind.valueOf(text(json, "kind").toUpperCase(Locale.ROOT)),
                text(json, "language"),
                text(json, "name"),
                text(json, "about"),
                text(json, "query"),
                Urgency.valueOf(text(json, "urgency").toUpperCase(Locale.ROOT)),
                Duration.ofHours(json.required("hours").asLong()));
    }

    private static String text(JsonNode json, String name) {
        return json.required(name).stringValue();
    }
}
