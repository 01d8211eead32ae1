package org.lisolo.server.directory;

import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.OrganisationKind;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.platform.CanonicalAddress;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the public pages of organisations, and the list of newcomers. */
@Component
class OrganisationPages {
    private static final int SHOWN = 50;
    private static final int NEWCOMERS_HERE = 6;
    private static final int NEW_FOR_DAYS = 180;

    private final EntryRows rows;
    private final SearchStore search;
    private final OrganisationProfiles profiles;
    private final Organisations organisations;
    private final Publications publications;
    private final CanonicalAddress addresses;
    private final Clock clock;

    OrganisationPages(
            EntryRows rows,
            SearchStore search,
            OrganisationProfiles profiles,
            Organisations organisations,
            Publications publications,
            CanonicalAddress addresses,
            Clock clock) {
        this.rows = rows;
        this.search = search;
        this.profiles = profiles;
        this.organisations = organisations;
        this.publications = publications;
        this.addresses = addresses;
        this.clock = clock;
    }

    static String path(OrganisationId organisation) {
        return DirectoryForm.PATH + "/organisations/" + organisation;
    }

    /** The page of an organisation that has something public; of any other there is none. */
    Optional<OrganisationPage> organisation(OrganisationId id, Locale locale) {
        long facilities = search.countOfOrganisation(id.value(), EntryKind.FACILITY);
        long people = search.countOfOrganisation(id.value(), EntryKind.PROFESSIONAL);
        var profile = profiles.of(id);
        if (facilities + people == 0 && profile.equals(OrganisationProfiles.Profile.NONE)) {
            return Optional.empty();
        }
        String name = organisations.name(id);
        OrganisationKind kind = organisations.kind(id);
        String url = addresses.of(path(id));
        return Optional.of(
                new OrganisationPage(
                        name,
                        kind,
                        profile.about(),
                        profile.policy(),
                        profile.policyLink(),
                        rows.of(
                                search.ofOrganisation(id.value(), EntryKind.FACILITY, SHOWN),
                                locale),
                        facilities,
                        rows.of(
                                search.ofOrganisation(id.value(), EntryKind.PROFESSIONAL, SHOWN),
                                locale),
                        people,
                        newcomers(Optional.of(id), NEWCOMERS_HERE, locale),
                        publications.of(id),
                        new Head(
                                url,
                                profile.about(),
                                LinkedData.of(name, kind, profile.about(), url),
                                true)));
    }

    NewcomersPage newcomers(Locale locale) {
        return new NewcomersPage(
                newcomers(Optional.empty(), SHOWN, locale),
                new Head(addresses.of(DirectoryForm.PATH + "/newcomers"), "", "", true));
    }

    private List<EntryRow> newcomers(Optional<OrganisationId> id, int most, Locale locale) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return rows.of(
                search.newcomers(
                        id.map(OrganisationId::value), today.minusDays(NEW_FOR_DAYS), today, most),
                locale);
    }
}
