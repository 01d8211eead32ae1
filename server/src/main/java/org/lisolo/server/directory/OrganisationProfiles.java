package org.lisolo.server.directory;

import org.lisolo.server.people.OrganisationId;
import org.springframework.stereotype.Service;

import java.time.Clock;

/** What an organisation says of itself in the directory. */
@Service
class OrganisationProfiles {
    private final ProfileStore store;
    private final Clock clock;

    OrganisationProfiles(ProfileStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Texts of the organisation's own; what it didn't tell is empty. */
    record Profile(String about, String policy, String policyLink) {
        static final Profile NONE = new Profile("", "", "");
    }

    Profile of(OrganisationId organisation) {
        return store.find(organisation).orElse(Profile.NONE);
    }

    void keep(OrganisationId organisation, Profile profile) {
        store.keep(organisation, profile, clock.instant());
    }
}
