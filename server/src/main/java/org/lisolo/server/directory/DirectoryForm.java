package org.lisolo.server.directory;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A search of the directory as it stands in the address: only what was filled in, as typed. */
public record DirectoryForm(Map<String, String> values) {
    static final String PATH = "/directory";

    /** The fields, in the order in which they stand in an address. */
    private static final List<String> FIELDS =
            List.of(
                    "q",
                    "where",
                    "kind",
                    "speciality",
                    "service",
                    "condition",
                    "language",
                    "open",
                    "emergency");

    /** Those that stand behind “more”. */
    private static final List<String> FINER =
            List.of("kind", "speciality", "service", "condition", "language", "open", "emergency");

    private static final int LONGEST = 200;

    public DirectoryForm {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String field : FIELDS) {
            String text = Objects.requireNonNullElse(values.get(field), "");
            String clean = text.replace('\0', ' ').strip();
            if (!clean.isEmpty()) {
                kept.put(field, clean.substring(0, Math.min(clean.length(), LONGEST)));
            }
        }
        values = java.util.Collections.unmodifiableMap(kept);
    }

    public String get(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean is(String field) {
        return values.containsKey(field);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Whether something is chosen behind “more”. */
    public boolean isFine() {
        return FINER.stream().anyMatch(values::containsKey);
    }

    DirectoryForm without(String field) {
        Map<String, String> others = new TreeMap<>(values);
        others.remove(field);
        return new DirectoryForm(others);
    }

    /** The fields that are filled in. */
    List<String> fields() {
        return new ArrayList<>(values.keySet());
    }

    public String address() {
        return address(null);
    }

    String address(@Nullable DirectoryCursor cursor) {
        Map<String, String> all = new LinkedHashMap<>(values);
        if (cursor != null) {
            all.putAll(cursor.parameters());
        }
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH);
        all.forEach((name, _) -> address.queryParam(name, "{" + name + "}"));
        // as values of variables, so that an ampersand or a plus in them stays one
        return address.encode().buildAndExpand(all).toUriString();
    }
}
