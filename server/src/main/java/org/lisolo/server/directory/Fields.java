package org.lisolo.server.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an entry says, as a flat map of texts: the fields of its form, the columns of its table, and
 * what is stored are the same. A field that says nothing is not there.
 */
record Fields(Map<String, String> values) {
    static final Fields NONE = new Fields(Map.of());

    Fields {
        Map<String, String> kept = new TreeMap<>();
        values.forEach(
                (name, text) -> {
                    String clean = text.replace('\0', ' ').strip();
                    if (!clean.isEmpty()) {
                        kept.put(name, clean);
                    }
                });
        values = Map.copyOf(kept);
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The parts of a field that holds several, apart by semicolons, bars or lines. */
    List<String> several(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : get(name).split("[;|\\r\\n]", -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    /** These, with what is told over them. */
    Fields over(Map<String, String> others) {
        Map<String, String> all = new TreeMap<>(values);
        all.putAll(others);
        return new Fields(all);
    }
}
