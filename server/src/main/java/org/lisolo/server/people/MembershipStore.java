package org.lisolo.server.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.List;
import java.util.UUID;

/** In which organisations people are. */
@Repository
class MembershipStore {
    private final JdbcClient jdbc;

    MembershipStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they joined. */
    List<Membership> of(AccountId account) {
        return jdbc.sql(
                        """
                        select o.id, o.name, o.kind, m.roles
                        from people.membership m
                        join people.organisation o on o.id = m.organisation
                        where m.account = :account order by m.since, o.id
                        """)
                .param("account", account.value())
                .query(
                        (row, _) ->
                                new Membership(
                                        new OrganisationId(row.getObject("id", UUID.class)),
                                        row.getString("name"),
                                        OrganisationKind.valueOf(row.getString("kind")),
                                        AccountStore.roles(row)))
                .list();
    }

    boolean hasPseudonym(AccountId account) {
        return jdbc.sql(
                        """
                        select exists (select from people.account
                            where id = :id and pseudonym is not null)
                        """)
                .param("id", account.value())
                .query(Boolean.class)
                .single();
    }
}
