package org.lisolo.server.directory;

import org.lisolo.server.directory.OrganisationProfiles.Profile;
import org.lisolo.server.people.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** Profiles of organisations. */
@Repository
class ProfileStore {
    private final JdbcClient client;

    ProfileStore(JdbcClient client) {
        this.client = client;
    }

    Optional<Profile> find(OrganisationId organisation) {
        return client.sql(
                        "select about, policy, policy_link from directory.organisation where id ="
                                + " ?")
                .param(organisation.value())
                .query(
                        (row, _) ->
                                new Profile(row.getString(1), row.getString(2), row.getString(3)))
                .optional();
    }

    void keep(OrganisationId organisation, Profile profile, Instant at) {
        client.sql(
                        """
                        insert into directory.organisation (id, about, policy, policy_link, changed)
                        values (?, ?, ?, ?, ?)
                        on conflict (id) do update
                           set about = excluded.about, policy = excluded.policy,
                               policy_link = excluded.policy_link, changed = excluded.changed
                        """)
                .params(
                        organisation.value(),
                        profile.about(),
                        profile.policy(),
                        profile.policyLink(),
                        Timestamp.from(at))
                .update();
    }
}
