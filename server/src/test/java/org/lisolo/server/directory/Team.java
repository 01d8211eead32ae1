package org.lisolo.server.directory;

import org.lisolo.server.testing.Hospital;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Enters entries of a test's own hospital, each with a word that no other test's entries have. */
record Team(NewEntries entries, Hospital hospital, String mark) {
    static final ZoneId ZONE = ZoneId.of("Africa/Kinshasa");

    static Team of(NewEntries entries, Hospital hospital) {
        // letters only, and no two marks alike: a search mends words that resemble each other
        String letters =
                UUID.randomUUID()
                        .toString()
                        .replace("-", "")
                        .chars()
                        .limit(12)
                        .map(digit -> 'a' + Character.digit(digit, 16))
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return new Team(entries, hospital, "zz" + letters);
    }

    /** A professional; the mark is part of the name. */
    EntryId professional(String nom, String... fields) {
        Map<String, String> all = map(fields);
        all.put("nom", nom);
        all.put("postnom", mark);
        all.putIfAbsent("profession", "physician");
        return entries.enter(hospital.id(), ZONE, EntryKind.PROFESSIONAL, all);
    }

    EntryId facility(String name, String... fields) {
        Map<String, String> all = map(fields);
        all.put("name", name + " " + mark);
        all.putIfAbsent("kind", "hospital");
        all.putIfAbsent("town", "Kinshasa");
        return entries.enter(hospital.id(), ZONE, EntryKind.FACILITY, all);
    }

    private static Map<String, String> map(String... fields) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return all;
    }
}
