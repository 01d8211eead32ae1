package org.lisolo.server.directory;

import org.lisolo.server.people.OrganisationKind;

import java.util.List;

/**
 * The public page of an organisation.
 *
 * @param policy how it behaves on social media, in its own words; or empty
 * @param policyLink where that stands instead; or empty
 */
public record OrganisationPage(
        String name,
        OrganisationKind kind,
        String about,
        String policy,
        String policyLink,
        List<EntryRow> facilities,
        long facilityCount,
        List<EntryRow> people,
        long peopleCount,
        List<EntryRow> newcomers,
        List<EntryPage.Published> published,
        Head head) {}
