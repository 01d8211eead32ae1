package org.lisolo.server.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@Repository
class PersonalTokenStore {
    /** A token in use and whose it is. */
    record Known(UUID id, AccountId account, OrganisationId organisation, Set<Action> scopes) {}

    private final JdbcClient jdbc;

    PersonalTokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(SignedIn owner, PersonalToken token, byte[] hash) {
        jdbc.sql(
                        """
                        insert into people.token
                            (id, hash, account, organisation, name, scopes, made, expires)
                        values (:id, :hash, :account, :organisation, :name, :scopes, :made, :expires)
                        """)
                .param("id", token.id())
                .param("hash", hash)
                .param("account", owner.account().value())
                .param("organisation", owner.organisation().value())
                .param("name", token.name())
                .param("scopes", token.scopes().stream().map(Action::name).toArray(String[]::new))
                .param("made", Timestamp.from(token.made()))
                .param("expires", Timestamp.from(token.expires()))
                .update();
    }

    List<PersonalToken> of(SignedIn owner) {
        return jdbc.sql(
                        """
                        select id, name, scopes, made, expires, last_used from people.token
                        where account = :account and organisation = :organisation
                        order by made desc
                        """)
                .param("account", owner.account().value())
                .param("organisation", owner.organisation().value())
                .query((row, _) -> token(row))
                .list();
    }

    boolean revoke(SignedIn owner, UUID id) {
        return jdbc.sql("delete from people.token where id = :id and account = :account")
                        .param("id", id)
                        .param("account", owner.account().value())
                        .update()
                == 1;
    }

    Optional<Known> find(byte[] hash, Instant now) {
        return jdbc.sql(
                        """
                        select id, account, organisation, scopes from people.token
                        where hash = :hash and expires > :now
                        """)
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .query(
                        (row, _) ->
                                new Known(
                                        row.getObject("id", UUID.class),
                                        new AccountId(row.getObject("account", UUID.class)),
                                        new OrganisationId(
                                                row.getObject("organisation", UUID.class)),
                                        scopes(row)))
                .optional();
    }

    /** To the minute, so that a busy script doesn't write at every call. */
    void used(UUID id, Instant now) {
        jdbc.sql(
                        """
                        update people.token set last_used = :now
                        where id = :id and (last_used is null or last_used < :before)
                        """)
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(now.minus(Duration.ofMinutes(1))))
                .param("id", id)
                .update();
    }

    private static PersonalToken token(ResultSet row) throws SQLException {
        return new PersonalToken(
                row.getObject("id", UUID.class),
                row.getString("name"),
                scopes(row),
                row.getTimestamp("made").toInstant(),
                row.getTimestamp("expires").toInstant(),
                Optional.ofNullable(row.getTimestamp("last_used")).map(Timestamp::toInstant));
    }

    /** One that a later version no longer knows opens nothing. */
    private static Set<Action> scopes(ResultSet row) throws SQLException {
        var names = Set.of((Object[]) row.getArray("scopes").getArray());
        return Arrays.stream(Action.values())
                .filter(action -> names.contains(action.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
