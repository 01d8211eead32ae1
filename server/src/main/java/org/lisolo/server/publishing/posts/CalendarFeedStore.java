package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** The private links to calendars, by the hash of what they end in. */
@Repository
class CalendarFeedStore {
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    CalendarFeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose it is, and when it was used last. */
    record Link(
            OrganisationId organisation,
            AccountId account,
            String language,
            Instant made,
            Optional<Instant> read) {}

    /** In place of an earlier one. */
    void keep(byte[] hash, Link link) {
        remove(link.organisation(), link.account());
        jdbc.sql(
                        """
                        insert into publishing.calendar_feed
                               (hash, organisation, account, language, made_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        hash,
                        link.organisation().value(),
                        link.account().value(),
                        link.language(),
                        PostStore.utc(link.made()))
                .update();
    }

    void remove(OrganisationId organisation, AccountId account) {
        jdbc.sql("delete from publishing.calendar_feed where organisation = ? and account = ?")
                .params(organisation.value(), account.value())
                .update();
    }

    Optional<Link> of(OrganisationId organisation, AccountId account) {
        return jdbc.sql(
                        """
                        select * from publishing.calendar_feed
                         where organisation = ? and account = ?
                        """)
                .params(organisation.value(), account.value())
                .query((row, _) -> link(row))
                .optional();
    }

    Optional<Link> find(byte[] hash) {
        return jdbc.sql("select * from publishing.calendar_feed where hash = ?")
                .param(hash)
                .query((row, _) -> link(row))
                .optional();
    }

    void read(byte[] hash, Instant at) {
        jdbc.sql(
                        """
                        update publishing.calendar_feed set read_at = :at
                         where hash = :hash and (read_at is null or read_at < :before)
                        """)
                .param("hash", hash)
                .param("at", PostStore.utc(at))
                .param("before", PostStore.utc(at.minus(NOTED_EVERY)))
                .update();
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                new OrganisationId(row.getObject("organisation", UUID.class)),
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("language"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("read_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
