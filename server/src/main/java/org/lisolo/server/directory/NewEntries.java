package org.lisolo.server.directory;

import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Enters what another module brings, as staff would at the form. Thread-safe. */
@Service
public class NewEntries {
    private final Entries entries;
    private final OrganisationProfiles profiles;

    NewEntries(Entries entries, OrganisationProfiles profiles) {
        this.entries = entries;
        this.profiles = profiles;
    }

    /**
     * Enters a public entry.
     *
     * @param fields as on the form and in tables
     * @throws Problem with what is wrong first
     */
    public EntryId enter(
            OrganisationId organisation, ZoneId zone, EntryKind kind, Map<String, String> fields) {
        var typed = new Fields(fields);
        var read = entries.reader(organisation, zone).read(kind, typed);
        List<Problem> problems = read.problems();
        if (!problems.isEmpty()) {
            throw problems.getFirst();
        }
        String reference = typed.get("reference");
        return entries.add(
                organisation,
                read.content(),
                reference.isEmpty() ? Optional.empty() : Optional.of(reference),
                EntryState.PUBLIC,
                null);
    }

    /**
     * Enters many public entries at once, as a table would: all of them or none.
     *
     * @throws Problem with what is wrong first
     */
    public void enterAll(
            OrganisationId organisation,
            ZoneId zone,
            EntryKind kind,
            List<Map<String, String>> all) {
        EntryReader reader = entries.reader(organisation, zone);
        List<Content> contents = new ArrayList<>();
        for (Map<String, String> fields : all) {
            var read = reader.read(kind, new Fields(fields));
            List<Problem> problems = read.problems();
            if (!problems.isEmpty()) {
                throw problems.getFirst();
            }
            contents.add(read.content());
        }
        entries.addAll(entries.fresh(organisation, contents), null);
    }

    /** Says what the organisation's public page tells of it. */
    public void present(OrganisationId organisation, String about, String policy) {
        profiles.keep(organisation, new OrganisationProfiles.Profile(about, policy, ""));
    }
}
