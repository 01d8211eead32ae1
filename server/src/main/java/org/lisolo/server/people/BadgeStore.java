package org.lisolo.server.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The verifications that stand, as others may see them. */
@Repository
class BadgeStore {
    private final JdbcClient jdbc;
    private final PeopleKey key;

    BadgeStore(JdbcClient jdbc, PeopleKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    List<Badge> standing(Collection<AccountId> accounts, Instant now) {
        return jdbc.sql(
                        """
                        select v.id, v.account, v.name, v.profession, v.speciality, v.workplace,
                               v.since, v.until, o.name as verifier
                        from people.verification v
                        join people.organisation o on o.id = v.verifier
                        where v.account = any(:accounts) and v.state = 'VERIFIED' and v.until > :now
                        """)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .query((row, _) -> badge(row))
                .list();
    }

    private Badge badge(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Badge(
                new AccountId(row.getObject("account", UUID.class)),
                key.openText(row.getBytes("name"), "verification.name " + id),
                Vocation.profession(row.getString("profession")),
                Optional.ofNullable(row.getString("speciality"))
                        .flatMap(code -> Vocation.find(Vocation.Kind.SPECIALITY, code)),
                key.openText(row.getBytes("workplace"), "verification.workplace " + id),
                row.getString("verifier"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("until").toInstant());
    }
}
