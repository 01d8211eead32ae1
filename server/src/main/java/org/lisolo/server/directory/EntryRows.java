package org.lisolo.server.directory;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes rows of public lists from entries. */
@Component
class EntryRows {
    private final EntryStore store;
    private final ListingStore listings;
    private final Entries entries;
    private final Clock clock;

    EntryRows(EntryStore store, ListingStore listings, Entries entries, Clock clock) {
        this.store = store;
        this.listings = listings;
        this.entries = entries;
        this.clock = clock;
    }

    /** In the same order; what is not public has no row. */
    List<EntryRow> of(List<EntryId> ids, Locale locale) {
        Map<EntryId, Entry> found = store.find(ids);
        Map<EntryId, Facility> facilities = entries.facilitiesOf(found.values());
        List<EntryRow> rows = new ArrayList<>();
        for (EntryId id : ids) {
            Entry entry = found.get(id);
            if (entry != null && entry.state() == EntryState.PUBLIC) {
                rows.add(row(entry, facilities, locale));
            }
        }
        return rows;
    }

    private EntryRow row(Entry entry, Map<EntryId, Facility> facilities, Locale locale) {
        return switch (entry.content()) {
            case Facility facility -> row(entry, facility, locale);
            case Professional professional -> row(entry, professional, facilities, locale);
        };
    }

    private EntryRow row(Entry entry, Facility facility, Locale locale) {
        return row(
                entry,
                facility.type().name(locale),
                place("", facility.address()),
                List.of(facility.times()),
                facility.emergency(),
                locale);
    }

    private EntryRow row(
            Entry entry, Professional who, Map<EntryId, Facility> facilities, Locale locale) {
        List<OpeningTimes> times = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (Professional.Workplace workplace : who.workplaces()) {
            Facility facility = facilities.get(workplace.facility());
            if (facility != null) {
                times.add(Workplaces.times(workplace, facility));
                places.add(place(facility.name(), facility.address()));
            }
        }
        times.add(who.times());
        if (places.isEmpty()) {
            places.add(place("", who.address()));
        }
        return row(entry, calling(who, locale), String.join(" · ", places), times, false, locale);
    }

    static String calling(Professional who, Locale locale) {
        List<String> words = new ArrayList<>();
        words.add(who.profession().name(locale));
        who.specialities().forEach(speciality -> words.add(speciality.name(locale)));
        return String.join(", ", words);
    }

    private static String place(String name, Address address) {
        return String.join(
                ", ",
                Stream.of(name, address.commune(), address.town())
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .toList());
    }

    private EntryRow row(
            Entry entry,
            String calling,
            String place,
            List<OpeningTimes> times,
            boolean emergency,
            Locale locale) {
        Instant now = clock.instant();
        OpeningTimes told = bestOf(times, now);
        Doors doors = told.doors(now);
        Content.Photo photo = entry.content().photo();
        Professional newcomer = entry.content() instanceof Professional who ? who : null;
        return new EntryRow(
                path(entry),
                entry.content().name(),
                calling,
                place,
                DoorsWords.of(doors, LocalDateTime.ofInstant(now, told.zone()), locale),
                doors instanceof Doors.Open,
                emergency,
                photo.isThere() ? Photos.path(photo.name(), Photos.SMALL) : "",
                photo.alt(),
                Said.NOTHING,
                newcomer == null || newcomer.joined() == null
                        ? ""
                        : HoursWords.day(Objects.requireNonNull(newcomer.joined()), locale),
                newcomer == null ? "" : newcomer.welcome());
    }

    /** Of several, those whose doors are open, else those that open first. */
    private static OpeningTimes bestOf(List<OpeningTimes> times, Instant now) {
        OpeningTimes best = times.getFirst();
        for (OpeningTimes other : times) {
            if (rank(other, now).isBefore(rank(best, now))) {
                best = other;
            }
        }
        return best;
    }

    private static LocalDateTime rank(OpeningTimes times, Instant now) {
        return switch (times.doors(now)) {
            case Doors.Open _ -> LocalDateTime.MIN;
            case Doors.Closed(var until) -> until.orElse(LocalDateTime.MAX.minusDays(1));
            case Doors.Unknown _ -> LocalDateTime.MAX;
        };
    }

    static String path(Entry entry) {
        return DirectoryForm.PATH + "/" + entry.kind().path() + "/" + entry.id();
    }

    boolean isListed(EntryId id) {
        return listings.isListed(id);
    }
}
