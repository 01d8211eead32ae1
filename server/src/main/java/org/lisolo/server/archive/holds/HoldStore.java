package org.lisolo.server.archive.holds;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Holds at rest, and the erasures that wait for their end. */
@Repository
class HoldStore {
    private final JdbcClient jdbc;

    HoldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void place(Hold hold) {
        jdbc.sql(
                        """
                        insert into archive.hold (id, organisation, scope, message, from_time,
                            until_time, reason, placed_by, placed_at, ends_at)
                        values (:id, :organisation, :scope, :message, :from, :until, :reason, :by,
                            :at, :ends)
                        """)
                .param("id", hold.id())
                .param("organisation", hold.organisation().value())
                .param("scope", hold.scope().name())
                .param("message", hold.message().map(MessageId::value).orElse(null))
                .param("from", hold.from().map(HoldStore::utc).orElse(null))
                .param("until", hold.until().map(HoldStore::utc).orElse(null))
                .param("reason", hold.reason())
                .param("by", hold.placedBy().value())
                .param("at", utc(hold.placedAt()))
                .param("ends", hold.ends().map(HoldStore::utc).orElse(null))
                .update();
    }

    /** Whether it still stood. */
    boolean release(OrganisationId organisation, UUID id, Hold.Release release) {
        return jdbc.sql(
                                """
                                update archive.hold
                                set released_by = :by, released_at = :at, release_reason = :reason
                                where id = :id and organisation = :organisation
                                  and released_at is null
                                """)
                        .param("id", id)
                        .param("organisation", organisation.value())
                        .param("by", release.by().value())
                        .param("at", utc(release.at()))
                        .param("reason", release.reason())
                        .update()
                == 1;
    }

    Optional<Hold> find(OrganisationId organisation, UUID id) {
        return jdbc.sql("select * from archive.hold where id = :id and organisation = :o")
                .param("id", id)
                .param("o", organisation.value())
                .query((row, _) -> hold(row))
                .optional();
    }

    /** The newest first, from one on. */
    List<Hold> list(
            OrganisationId organisation, boolean standing, Instant now, UUID before, int n) {
        return jdbc.sql(
                        """
                        select * from archive.hold
                        where organisation = :organisation and id < :before
                          and (released_at is null and (ends_at is null or ends_at > :now))
                              = :standing
                        order by id desc limit :n
                        """)
                .param("organisation", organisation.value())
                .param("before", before)
                .param("now", utc(now))
                .param("standing", standing)
                .param("n", n)
                .query((row, _) -> hold(row))
                .list();
    }

    /** None is placed anew before the transaction under way ends. */
    void lock() {
        jdbc.sql("lock table archive.hold in share mode").update();
    }

    List<Hold> standing(OrganisationId organisation, Instant now) {
        return list(organisation, true, now, new UUID(-1, -1), Integer.MAX_VALUE);
    }

    /** An erasure that was asked for while something forbade it. */
    record Waiting(MessageId message, boolean author, String reason, AccountId by, Instant at) {}

    void keepWaiting(OrganisationId organisation, Waiting waiting) {
        jdbc.sql(
                        """
                        insert into archive.waiting_erasure
                            (organisation, message, author, reason, asked_by, asked_at)
                        values (:organisation, :message, :author, :reason, :by, :at)
                        on conflict (organisation, message, author) do nothing
                        """)
                .param("organisation", organisation.value())
                .param("message", waiting.message().value())
                .param("author", waiting.author())
                .param("reason", waiting.reason())
                .param("by", waiting.by().value())
                .param("at", utc(waiting.at()))
                .update();
    }

    List<Waiting> waiting(OrganisationId organisation) {
        return jdbc.sql(
                        """
                        select * from archive.waiting_erasure where organisation = :organisation
                        order by asked_at limit 100
                        """)
                .param("organisation", organisation.value())
                .query(
                        (row, _) ->
                                new Waiting(
                                        new MessageId(row.getObject("message", UUID.class)),
                                        row.getBoolean("author"),
                                        row.getString("reason"),
                                        new AccountId(row.getObject("asked_by", UUID.class)),
                                        instant(row, "asked_at").orElseThrow()))
                .list();
    }

    void forgetWaiting(List<UUID> messages) {
        jdbc.sql("delete from archive.waiting_erasure where message = any(:messages)")
                .param("messages", messages.toArray(UUID[]::new))
                .update();
    }

    private static Hold hold(ResultSet row) throws SQLException {
        @Nullable UUID message = row.getObject("message", UUID.class);
        @Nullable UUID releasedBy = row.getObject("released_by", UUID.class);
        Optional<Hold.Release> release =
                releasedBy == null
                        ? Optional.empty()
                        : Optional.of(
                                new Hold.Release(
                                        new AccountId(releasedBy),
                                        instant(row, "released_at").orElseThrow(),
                                        row.getString("release_reason")));
        return new Hold(
                row.getObject("id", UUID.class),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                HoldScope.valueOf(row.getString("scope")),
                Optional.ofNullable(message).map(MessageId::new),
                instant(row, "from_time"),
                instant(row, "until_time"),
                row.getString("reason"),
                new AccountId(row.getObject("placed_by", UUID.class)),
                instant(row, "placed_at").orElseThrow(),
                instant(row, "ends_at"),
                release);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
