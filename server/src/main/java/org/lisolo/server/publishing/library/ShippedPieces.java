package org.lisolo.server.publishing.library;

import org.lisolo.server.publishing.Topic;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The pieces that come with the product, each a file of {@code library/}: its parts begin with a
 * line such as {@code == fr.text}. Nobody has reviewed them: an organisation's own clinician signs
 * before one can be said.
 */
@Component
class ShippedPieces {
    private static final String HEAD = "== ";

    private final Map<String, PieceContent> byName = new TreeMap<>();

    ShippedPieces() {
        try {
            var files = new PathMatchingResourcePatternResolver();
            for (Resource file : files.getResources("classpath*:library/*.txt")) {
                String name = Objects.requireNonNull(file.getFilename()).replace(".txt", "");
                byName.put(name, read(name, file.getContentAsString(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the name of their file. */
    Map<String, PieceContent> all() {
        return Map.copyOf(byName);
    }

    private static PieceContent read(String name, String text) {
        Map<String, String> parts = parts(text);
        Topic topic =
                Topic.ofKey(part(parts, "topic"))
                        .orElseThrow(() -> new IllegalStateException(name + " has no topic"));
        return new PieceContent(
                topic,
                part(parts, "tags"),
                part(parts, "sources"),
                wording(parts, "fr"),
                wording(parts, "en"));
    }

    private static Wording wording(Map<String, String> parts, String language) {
        return new Wording(
                part(parts, language + ".title"),
                part(parts, language + ".text"),
                part(parts, language + ".brief"),
                part(parts, language + ".simple"));
    }

    private static Map<String, String> parts(String text) {
        Map<String, String> parts = new HashMap<>();
        for (String part : List.of(("\n" + text).split("\n" + HEAD, -1))) {
            int end = part.indexOf('\n');
            if (end > 0) {
                parts.put(part.substring(0, end).strip(), part.substring(end).strip());
            }
        }
        return parts;
    }

    private static String part(Map<String, String> parts, String name) {
        return parts.getOrDefault(name, "");
    }
}
