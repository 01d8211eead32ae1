package org.lisolo.server.directory;

import org.lisolo.server.platform.Problem;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads what an entry says from its fields, typed at a form, in a table or stored.
 *
 * @param home the organisation's time zone, where the province does not tell
 * @param facilities finds a workplace by id, reference or name; what it doesn't know is refused
 */
record EntryReader(ZoneId home, Function<String, Optional<EntryId>> facilities) {
    static final int WORKPLACES = 3;
    private static final int NAME = 120;
    private static final int TEXT = 2_000;

    /** What was read; it stands only where there are no problems. */
    record Reading(Content content, List<Problem> problems) {}

    /** Reads what was stored: it was without problems then, and what no longer fits is left out. */
    static Content stored(EntryKind kind, Fields fields) {
        String zone = fields.get("time_zone");
        var reader =
                new EntryReader(
                        zone.isEmpty() ? ZoneId.of("Africa/Kinshasa") : ZoneId.of(zone),
                        EntryReader::id);
        return reader.read(kind, fields).content();
    }

    static Optional<EntryId> id(String text) {
        try {
            return text.length() == 36
                    ? Optional.of(new EntryId(UUID.fromString(text)))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    Reading read(EntryKind kind, Fields fields) {
        var reader = new FieldReader(fields);
        return switch (kind) {
            case FACILITY -> facility(reader);
            case PROFESSIONAL -> professional(reader, fields);
        };
    }

    private Reading facility(FieldReader reader) {
        Label type = reader.term(TermList.FACILITY, "kind");
        String name = reader.required("name", NAME);
        String others = reader.text("other_names", NAME);
        Address address = address(reader);
        if (address.town().isEmpty()) {
            reader.wrong("town", "directory.problem.missing.town");
        }
        Contact contact = contact(reader);
        OpeningTimes times = times(reader, address);
        boolean emergency = reader.yes("emergency");
        var services = reader.labels(TermList.SERVICE, "services");
        var conditions = reader.labels(TermList.CONDITION, "conditions");
        var languages = reader.labels(TermList.LANGUAGE, "languages");
        String about = reader.text("about", TEXT);
        photo(reader);
        return new Reading(
                new Facility(
                        reader.kept(),
                        type,
                        name,
                        others,
                        address,
                        contact,
                        times,
                        emergency,
                        services,
                        conditions,
                        languages,
                        about),
                reader.problems());
    }

    private Reading professional(FieldReader reader, Fields fields) {
        String nom = reader.required("nom", NAME);
        String postnom = reader.text("postnom", NAME);
        String prenom = reader.text("prenom", NAME);
        String title = reader.text("title", 20);
        Label profession = reader.label(TermList.PROFESSION, "profession");
        var specialities = reader.labels(TermList.SPECIALITY, "specialities");
        Address address = address(reader);
        Contact contact = contact(reader);
        OpeningTimes times = times(reader, address);
        var workplaces = workplaces(reader, fields, address);
        var conditions = reader.labels(TermList.CONDITION, "conditions");
        var languages = reader.labels(TermList.LANGUAGE, "languages");
        String fee = reader.text("fee", 200);
        LocalDate joined = reader.date("joined");
        String welcome = reader.text("welcome", TEXT);
        reader.text("account", 36);
        photo(reader);
        return new Reading(
                new Professional(
                        reader.kept(),
                        title,
                        nom,
                        postnom,
                        prenom,
                        profession,
                        specialities,
                        workplaces,
                        address,
                        contact,
                        times,
                        conditions,
                        languages,
                        fee,
                        joined,
                        welcome),
                reader.problems());
    }

    private static void photo(FieldReader reader) {
        String photo = reader.text("photo", 64);
        String alt = reader.text("photo_alt", 300);
        if (!photo.isEmpty() && alt.isEmpty()) {
            reader.wrong("photo_alt", "directory.problem.alt");
        }
    }

    private Address address(FieldReader reader) {
        String town = reader.text("town", NAME);
        String commune = reader.text("commune", NAME);
        var zone = reader.zone("zone");
        var told = reader.province("province");
        var province = told.or(() -> zone.map(Places.HealthZone::province));
        String street = reader.text("street", 300);
        String directions = reader.text("directions", TEXT);
        var point = reader.coordinates("latitude", "longitude");
        ZoneId clock = province.map(Places.Province::clock).orElse(home);
        reader.keep("time_zone", clock.getId());
        return new Address(town, commune, zone, province, street, directions, point, clock);
    }

    private static Contact contact(FieldReader reader) {
        return new Contact(reader.phones("phones"), reader.email("email"), reader.link("website"));
    }

    private static OpeningTimes times(FieldReader reader, Address address) {
        return new OpeningTimes(
                reader.week("hours"), reader.special("special_days"), address.clock());
    }

    /** Their hours are told by the clock of the facility; its entry knows which that is. */
    private List<Professional.Workplace> workplaces(
            FieldReader reader, Fields fields, Address address) {
        List<Professional.Workplace> workplaces = new ArrayList<>();
        for (int i = 1; i <= WORKPLACES; i++) {
            String typed = fields.get("workplace_" + i);
            if (typed.isEmpty()) {
                if (fields.has("hours_" + i)) {
                    reader.wrong("workplace_" + i, "directory.problem.workplace.missing");
                }
                continue;
            }
            Optional<EntryId> facility = facilities.apply(typed);
            if (facility.isEmpty()) {
                reader.wrong("workplace_" + i, "directory.problem.workplace", typed);
                continue;
            }
            reader.keep("workplace_" + i, facility.get().toString());
            var times = new OpeningTimes(reader.week("hours_" + i), List.of(), address.clock());
            workplaces.add(new Professional.Workplace(facility.get(), times));
        }
        return workplaces;
    }
}
