package org.lisolo.server.directory;

import org.lisolo.server.people.OrganisationId;
import org.springframework.stereotype.Service;

/** Where the public reads how an organisation behaves on social media. */
@Service
public class SocialPolicies {
    private final OrganisationProfiles profiles;

    SocialPolicies(OrganisationProfiles profiles) {
        this.profiles = profiles;
    }

    /** The address of the page; empty as long as the organisation has told no policy. */
    public String address(OrganisationId organisation) {
        var profile = profiles.of(organisation);
        if (!profile.policy().isEmpty()) {
            return OrganisationPages.path(organisation) + "#policy";
        }
        return profile.policyLink();
    }
}
