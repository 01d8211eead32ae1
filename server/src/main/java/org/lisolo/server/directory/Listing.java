package org.lisolo.server.directory;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.OrganisationId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the search knows of a public entry.
 *
 * @param standing 0 for emergency care day and night, which comes first, else 1
 * @param words all that finds it: words of names, of labels and their synonyms, places as {@code
 *     at:goma}, codes as {@code speciality:cardiology}
 * @param names the words of its name
 * @param labels the words by which it is called on its page
 */
record Listing(
        EntryId entry,
        OrganisationId organisation,
        EntryKind kind,
        int standing,
        String sortName,
        Set<String> words,
        Set<String> names,
        Set<String> labels,
        Optional<Coordinates> point,
        Timetable timetable,
        @Nullable LocalDate joined,
        Instant changed) {

    /**
     * Derives it.
     *
     * @param facilities the public ones at which professionals work, by id
     */
    static Listing of(Entry entry, Map<EntryId, Facility> facilities, Instant now) {
        return switch (entry.content()) {
            case Facility facility -> of(entry, facility, now);
            case Professional professional -> of(entry, professional, facilities, now);
        };
    }

    private static Listing of(Entry entry, Facility facility, Instant now) {
        var index = new Index();
        index.names(facility.name(), facility.otherNames());
        index.label(facility.type());
        facility.services().forEach(index::label);
        index.place(facility.address());
        index.rest(facility);
        if (facility.emergency()) {
            index.words.add("is:emergency");
        }
        return new Listing(
                entry.id(),
                entry.organisation(),
                EntryKind.FACILITY,
                facility.emergency() ? 0 : 1,
                Words.fold(facility.name()),
                index.words,
                index.names,
                index.labels,
                facility.address().about(),
                Timetable.of(List.of(facility.times()), now),
                null,
                entry.changed());
    }

    private static Listing of(
            Entry entry, Professional who, Map<EntryId, Facility> facilities, Instant now) {
        var index = new Index();
        index.names(who.nom(), who.postnom(), who.prenom());
        index.label(who.profession());
        who.specialities().forEach(index::label);
        List<OpeningTimes> times = new ArrayList<>();
        Optional<Coordinates> point = who.address().about();
        index.place(who.address());
        for (Professional.Workplace workplace : who.workplaces()) {
            Facility facility = facilities.get(workplace.facility());
            if (facility != null) {
                index.place(facility.address());
                index.labels.addAll(Words.of(facility.name()));
                times.add(Workplaces.times(workplace, facility));
                point = point.isPresent() ? point : facility.address().about();
            }
        }
        times.add(who.times());
        index.rest(who);
        return new Listing(
                entry.id(),
                entry.organisation(),
                EntryKind.PROFESSIONAL,
                1,
                Words.fold(Words.joined(who.nom(), who.postnom(), who.prenom())),
                index.words,
                index.names,
                index.labels,
                point,
                Timetable.of(times, now),
                who.joined(),
                entry.changed());
    }

    /** The words as they gather. */
    private static final class Index {
        private final Set<String> words = new LinkedHashSet<>();
        private final Set<String> names = new LinkedHashSet<>();
        private final Set<String> labels = new LinkedHashSet<>();

        void names(String... texts) {
            names.addAll(Words.of(texts));
        }

        void label(Label label) {
            labels.addAll(Words.of(label.name(Locale.FRENCH), label.name(Locale.ENGLISH)));
            synonyms(label);
        }

        private void synonyms(Label label) {
            words.addAll(Words.of(label.names()));
            label.term()
                    .ifPresent(
                            term -> {
                                words.addAll(Words.of(term.also().toArray(String[]::new)));
                                words.add(term.tag());
                            });
        }

        void place(Address address) {
            Set<String> names = Words.of(address.names());
            labels.addAll(names);
            names.forEach(name -> words.add("at:" + name));
        }

        void rest(Content content) {
            content.conditions().forEach(this::synonyms);
            content.languages().forEach(this::synonyms);
            words.addAll(names);
            words.addAll(labels);
            words.add("kind:" + content.kind().path());
        }
    }
}
