package org.lisolo.server.directory;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a page of results begins: behind this one, in the order that held at the moment of the
 * first page, so that doors that close meanwhile don't move anybody.
 */
record DirectoryCursor(Instant moment, int tier, int later, String name, UUID entry) {
    static DirectoryCursor start(Instant moment) {
        return new DirectoryCursor(moment, -1, -1, "", new UUID(0, 0));
    }

    static Optional<DirectoryCursor> of(Map<String, String> typed) {
        try {
            String[] order = typed.getOrDefault("rank", "").split("\\.", -1);
            return order.length != 2
                    ? Optional.empty()
                    : Optional.of(
                            new DirectoryCursor(
                                    Instant.ofEpochSecond(
                                            Long.parseLong(typed.getOrDefault("at", ""))),
                                    Integer.parseInt(order[0]),
                                    Integer.parseInt(order[1]),
                                    typed.getOrDefault("after", "").replace('\0', ' '),
                                    UUID.fromString(typed.getOrDefault("id", ""))));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    boolean isStart() {
        return tier < 0;
    }

    Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("at", Long.toString(moment.getEpochSecond()));
        all.put("rank", tier + "." + later);
        all.put("after", name);
        all.put("id", entry.toString());
        return all;
    }
}
