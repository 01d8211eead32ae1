package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Each organisation's order of approval. */
@Repository
class ApprovalStore {
    private final JdbcClient jdbc;

    ApprovalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ApprovalOrder of(OrganisationId organisation) {
        return jdbc.sql("select ordinary, raised from publishing.approval where organisation = ?")
                .param(organisation.value())
                .query(
                        (row, _) ->
                                new ApprovalOrder(
                                        roles(row.getArray("ordinary")),
                                        roles(row.getArray("raised"))))
                .optional()
                .orElse(ApprovalOrder.HOUSE);
    }

    void keep(OrganisationId organisation, ApprovalOrder order, AccountId by, Instant at) {
        jdbc.sql(
                        """
                        insert into publishing.approval
                               (organisation, ordinary, raised, changed_by, changed_at)
                        values (:organisation, :ordinary, :raised, :by, :at)
                        on conflict (organisation) do update
                           set ordinary = excluded.ordinary, raised = excluded.raised,
                               changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .param("organisation", organisation.value())
                .param("ordinary", names(order.ordinary()))
                .param("raised", names(order.raised()))
                .param("by", by.value())
                .param("at", PostStore.utc(at))
                .update();
    }

    static String[] names(List<Role> roles) {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }

    static List<Role> roles(Array stored) throws SQLException {
        return Arrays.stream((String[]) stored.getArray()).map(Role::valueOf).toList();
    }
}
