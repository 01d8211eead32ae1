package org.lisolo.server.directory;

import java.util.List;

/** A hospital, a health centre, a pharmacy. */
record Facility(
        Fields fields,
        Label type,
        String name,
        String otherNames,
        Address address,
        Contact contact,
        OpeningTimes times,
        boolean emergency,
        List<Label> services,
        List<Label> conditions,
        List<Label> languages,
        String about)
        implements Content {
    Facility {
        services = List.copyOf(services);
        conditions = List.copyOf(conditions);
        languages = List.copyOf(languages);
    }

    @Override
    public EntryKind kind() {
        return EntryKind.FACILITY;
    }
}
