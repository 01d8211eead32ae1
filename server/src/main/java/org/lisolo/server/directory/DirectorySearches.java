package org.lisolo.server.directory;

import org.lisolo.server.directory.SearchStore.Hit;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds entries for the public. Nothing is kept of who looked for what. */
@Service
class DirectorySearches {
    static final int PAGE = 20;
    private static final int ELSEWHERE = 5;
    private static final int TOWNS = 40;
    private static final Duration OFFERED = Duration.ofMinutes(1);

    private final SearchStore store;
    private final QueryReading reading;
    private final EntryRows rows;
    private final Clock clock;
    private volatile Offer offer = new Offer(List.of(), Instant.MIN);

    DirectorySearches(SearchStore store, QueryReading reading, EntryRows rows, Clock clock) {
        this.store = store;
        this.reading = reading;
        this.rows = rows;
        this.clock = clock;
    }

    /** One page of what was found, as it is shown. */
    record Found(
            List<EntryRow> rows,
            int total,
            Wanted wanted,
            boolean lenient,
            List<EntryRow> elsewhere,
            Optional<DirectoryCursor> next) {}

    DirectoryCursor start() {
        return DirectoryCursor.start(Instant.ofEpochSecond(clock.instant().getEpochSecond()));
    }

    Found find(DirectoryForm form, DirectoryCursor cursor, Locale locale) {
        Wanted wanted = reading.read(form, false);
        List<Hit> hits = store.find(wanted, cursor, PAGE + 1);
        boolean lenient = false;
        if (hits.isEmpty() && cursor.isStart() && (form.is("q") || form.is("where"))) {
            wanted = reading.read(form, true);
            hits = store.find(wanted, cursor, PAGE + 1);
            lenient = !hits.isEmpty();
        }
        boolean more = hits.size() > PAGE;
        List<Hit> shown = more ? hits.subList(0, PAGE) : hits;
        return new Found(
                rows.of(shown.stream().map(Hit::entry).toList(), locale),
                shown.isEmpty() ? 0 : shown.getFirst().total(),
                wanted,
                lenient,
                cursor.isStart() && !more ? elsewhere(form, wanted, cursor, locale) : List.of(),
                more && !lenient ? Optional.of(behind(shown.getLast(), cursor)) : Optional.empty());
    }

    private static DirectoryCursor behind(Hit last, DirectoryCursor cursor) {
        return new DirectoryCursor(
                cursor.moment(), last.tier(), last.later(), last.name(), last.entry().value());
    }

    private List<EntryRow> elsewhere(
            DirectoryForm form, Wanted wanted, DirectoryCursor cursor, Locale locale) {
        Optional<Coordinates> here =
                wanted.place().isEmpty() ? Optional.empty() : about(form.get("where"), wanted);
        if (here.isEmpty()) {
            return List.of();
        }
        var found = store.nearest(wanted, here.get(), cursor.moment(), ELSEWHERE);
        Map<String, Coordinates> points = new HashMap<>();
        found.forEach(one -> points.put(one.entry().toString(), one.point()));
        var ids = found.stream().map(SearchStore.Elsewhere::entry).toList();
        List<EntryRow> near = new ArrayList<>();
        for (EntryRow row : rows.of(ids, locale)) {
            String id = row.path().substring(row.path().lastIndexOf('/') + 1);
            long km = Math.round(Objects.requireNonNull(points.get(id)).distance(here.get()));
            near.add(row.at(Said.of("directory.distance", km)));
        }
        return near;
    }

    /** Where the typed place lies, or the one that was taken for it. */
    private static Optional<Coordinates> about(String where, Wanted wanted) {
        return Places.about(where)
                .or(
                        () ->
                                wanted.guessed().stream()
                                        .filter(guess -> Words.of(where).contains(guess.typed()))
                                        .flatMap(guess -> Places.about(guess.meant()).stream())
                                        .findFirst());
    }

    /** Each search with one condition less that finds something. */
    List<DirectoryPage.Wider> wider(DirectoryForm form, Instant moment) {
        List<DirectoryPage.Wider> wider = new ArrayList<>();
        for (String field : form.fields()) {
            DirectoryForm less = form.without(field);
            int count = less.isEmpty() ? 0 : store.count(reading.read(less, false), moment);
            if (count > 0) {
                wider.add(
                        new DirectoryPage.Wider(
                                Said.of("directory.without." + field, form.get(field)),
                                count,
                                less.address()));
            }
        }
        return wider;
    }

    /** Towns to offer; asked for once a minute at most. */
    List<String> towns() {
        Instant now = clock.instant();
        Offer known = offer;
        if (now.isAfter(known.until())) {
            known = new Offer(store.towns(TOWNS), now.plus(OFFERED));
            offer = known;
        }
        return known.towns();
    }

    private record Offer(List<String> towns, Instant until) {}
}
