package org.lisolo.server.archive.trail;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.evidence.AuditSearch;
import org.lisolo.server.evidence.Deed;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A search of the trail as it stands in the address, field by field, as it was typed. */
public record TrailForm(
        String who,
        String deed,
        String action,
        String thing,
        String from,
        String to,
        String address) {

    /** As the address gives them; what it leaves out is empty. */
    static TrailForm of(Map<String, String> typed) {
        return new TrailForm(
                or(typed.get("who")),
                or(typed.get("deed")),
                or(typed.get("action")),
                or(typed.get("thing")),
                or(typed.get("from")),
                or(typed.get("to")),
                or(typed.get("address")));
    }

    private static String or(@Nullable String typed) {
        return typed == null ? "" : typed.replace('\0', ' ').strip();
    }

    public boolean isEmpty() {
        return Arrays.asList(who, deed, action, thing, from, to, address).stream()
                .allMatch(String::isEmpty);
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        date(from, "from", problems);
        date(to, "to", problems);
        return problems;
    }

    private static void date(String typed, String field, List<Problem> problems) {
        try {
            if (!typed.isEmpty()) {
                LocalDate.parse(typed);
            }
        } catch (DateTimeParseException _) {
            problems.add(Problem.invalid("archive.search.problem.date", typed).atField(field));
        }
    }

    /** The search that is meant; ask for it only where there are no problems. */
    AuditSearch search(SignedIn asker) {
        return new AuditSearch(
                asker.organisation().value(),
                id(who),
                Arrays.stream(Deed.values()).filter(one -> one.key().equals(deed)).findFirst(),
                action.toUpperCase(Locale.ROOT),
                things(),
                day(from, 0, asker.zone()),
                day(to, 1, asker.zone()),
                address);
    }

    /** One thing or several, between commas. */
    private Set<String> things() {
        return Arrays.stream(thing.split(",", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Optional<Instant> day(String typed, int later, ZoneId zone) {
        return typed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        LocalDate.parse(typed).plusDays(later).atStartOfDay(zone).toInstant());
    }

    static Optional<UUID> id(String typed) {
        try {
            return typed.length() == 36 ? Optional.of(UUID.fromString(typed)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The address of this search at another path, from a record on. */
    String address(String path, String before) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("who", who);
        parts.put("deed", deed);
        parts.put("action", action);
        parts.put("thing", thing);
        parts.put("from", from);
        parts.put("to", to);
        parts.put("address", address);
        parts.put("before", before);
        String query =
                parts.entrySet().stream()
                        .filter(part -> !part.getValue().isEmpty())
                        .map(
                                part ->
                                        part.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        part.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
