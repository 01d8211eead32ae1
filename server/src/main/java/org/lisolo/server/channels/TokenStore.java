package org.lisolo.server.channels;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.people.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Repository
class TokenStore {
    private final JdbcClient jdbc;

    TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ChannelToken token, ChannelId channel, byte[] hash, AccountId by) {
        jdbc.sql(
                        """
                        insert into channels.token
                            (id, channel, name, hash, created_by, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        token.id(),
                        channel.value(),
                        token.name(),
                        hash,
                        by.value(),
                        Timestamp.from(token.created()),
                        Timestamp.from(token.expires()))
                .update();
    }

    /** Whom a token that works now speaks for, and when its use was noted last. */
    record Known(ChannelSender sender, @Nullable Instant used) {}

    /** A token that works now. */
    Optional<Known> find(byte[] hash, Instant now) {
        return jdbc.sql(
                        """
                        select t.id as token, t.last_used_at, c.*
                          from channels.token t join channels.channel c on c.id = t.channel
                         where t.hash = :hash and t.revoked_at is null and t.expires_at > :now
                           and c.retired_at is null
                        """)
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .query(
                        (row, number) ->
                                new Known(
                                        new ChannelSender(
                                                row.getObject("token", UUID.class),
                                                ChannelStore.channel(row, number)),
                                        ChannelStore.instantOrNull(row, "last_used_at")))
                .optional();
    }

    void noteUse(UUID token, Instant now, Instant unlessSince) {
        jdbc.sql(
                        """
                        update channels.token set last_used_at = :now
                         where id = :id and (last_used_at is null or last_used_at < :since)
                        """)
                .param("now", Timestamp.from(now))
                .param("id", token)
                .param("since", Timestamp.from(unlessSince))
                .update();
    }

    List<ChannelToken> of(ChannelId channel) {
        return jdbc.sql("select * from channels.token where channel = ? order by id desc")
                .param(channel.value())
                .query(
                        (row, _) ->
                                new ChannelToken(
                                        row.getObject("id", UUID.class),
                                        row.getString("name"),
                                        row.getTimestamp("created_at").toInstant(),
                                        row.getTimestamp("expires_at").toInstant(),
                                        ChannelStore.instantOrNull(row, "revoked_at"),
                                        ChannelStore.instantOrNull(row, "last_used_at")))
                .list();
    }

    /** Whether there is such a token; revoking twice changes nothing. */
    boolean revoke(UUID token, ChannelId channel, Instant now) {
        return jdbc.sql(
                                """
                                update channels.token
                                   set revoked_at = coalesce(revoked_at, :now)
                                 where id = :id and channel = :channel
                                """)
                        .param("now", Timestamp.from(now))
                        .param("id", token)
                        .param("channel", channel.value())
                        .update()
                == 1;
    }
}
