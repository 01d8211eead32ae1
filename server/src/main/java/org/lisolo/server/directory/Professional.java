package org.lisolo.server.directory;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * Someone who cares for people.
 *
 * @param title before the name, such as “Dr”
 * @param joined when they came to the team, where that is told
 * @param welcome what presents the newcomer
 */
record Professional(
        Fields fields,
        String title,
        String nom,
        String postnom,
        String prenom,
        Label profession,
        List<Label> specialities,
        List<Workplace> workplaces,
        Address address,
        Contact contact,
        OpeningTimes times,
        List<Label> conditions,
        List<Label> languages,
        String fee,
        @Nullable LocalDate joined,
        String welcome)
        implements Content {
    Professional {
        specialities = List.copyOf(specialities);
        workplaces = List.copyOf(workplaces);
        conditions = List.copyOf(conditions);
        languages = List.copyOf(languages);
    }

    /** A facility where they can be met, and when. */
    record Workplace(EntryId facility, OpeningTimes times) {}

    @Override
    public EntryKind kind() {
        return EntryKind.PROFESSIONAL;
    }

    @Override
    public String name() {
        return Words.joined(title, nom, postnom, prenom);
    }
}
