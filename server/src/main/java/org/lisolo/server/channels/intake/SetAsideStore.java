package org.lisolo.server.channels.intake;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.format.Delivery;
import org.lisolo.server.channels.format.Reason;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.ContentHash;
import org.lisolo.server.people.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@Repository
class SetAsideStore {
    /** How many may wait for one channel: past that somebody has to look before more is kept. */
    static final int MOST_WAITING = 10_000;

    private static final Duration DISCARDED_STAYS = Duration.ofDays(30);

    private final JdbcClient jdbc;

    SetAsideStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the lines in one commit; the same bytes again wait under the id that they have. */
    @Transactional
    public Map<Line, Answer> keep(
            Channel channel, String mediaType, Map<Line, Reason> lines, Delivery delivery) {
        Map<Line, Answer> answers = new LinkedHashMap<>();
        if (lines.isEmpty()) {
            return answers;
        }
        long room = MOST_WAITING - waiting(channel.id());
        for (var entry : lines.entrySet()) {
            Line line = entry.getKey();
            Reason reason = entry.getValue();
            if (room <= 0) {
                answers.put(line, new Answer.Refused(line.number(), Reason.of("aside.full")));
                continue;
            }
            UUID id = delivery.newId().value();
            UUID kept = insert(id, channel, mediaType, line, reason, delivery.receivedAt());
            room -= kept.equals(id) ? 1 : 0;
            answers.put(line, new Answer.SetAside(line.number(), kept, reason));
        }
        return answers;
    }

    private UUID insert(
            UUID id,
            Channel channel,
            String mediaType,
            Line line,
            Reason reason,
            Instant receivedAt) {
        return jdbc.sql(
                        """
                        insert into channels.set_aside
                            (id, channel, organisation, digest, payload, media_type, code,
                             arguments, line, received_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (channel, digest) do update set line = set_aside.line
                        returning id
                        """)
                .params(
                        id,
                        channel.id().value(),
                        channel.organisation().value(),
                        HexFormat.of().parseHex(ContentHash.of(line.bytes()).hex()),
                        line.bytes(),
                        mediaType,
                        reason.code(),
                        reason.arguments().toArray(String[]::new),
                        line.number(),
                        Timestamp.from(receivedAt))
                .query(UUID.class)
                .single();
    }

    private long waiting(ChannelId channel) {
        return jdbc.sql(
                        """
                        select count(*) from channels.set_aside
                         where channel = ? and discarded_at is null
                        """)
                .param(channel.value())
                .query(Long.class)
                .single();
    }

    long waiting(OrganisationId organisation) {
        return jdbc.sql(
                        """
                        select count(*) from channels.set_aside
                         where organisation = ? and discarded_at is null
                        """)
                .param(organisation.value())
                .query(Long.class)
                .single();
    }

    /**
     * Those that wait, newest first, without more than the beginning of their bytes.
     *
     * @param before only older ones than this
     */
    List<SetAside> list(
            OrganisationId organisation,
            Optional<ChannelId> channel,
            Optional<String> code,
            Optional<UUID> before,
            int limit) {
        return jdbc.sql(
                        """
                        select id, channel, substring(payload from 1 for 400) as payload,
                               media_type, code, arguments, line, received_at, discarded_at
                          from channels.set_aside
                         where organisation = :organisation and discarded_at is null
                           and (:channel::uuid is null or channel = :channel)
                           and (:code::text is null or code = :code)
                           and (:before::uuid is null or id < :before)
                         order by id desc limit :limit
                        """)
                .param("organisation", organisation.value())
                .param("channel", channel.map(ChannelId::value).orElse(null), Types.OTHER)
                .param("code", code.orElse(null), Types.VARCHAR)
                .param("before", before.orElse(null), Types.OTHER)
                .param("limit", limit)
                .query(SetAsideStore::row)
                .list();
    }

    /** The reasons for which something waits, with how many, the most first. */
    Map<String, Long> reasons(OrganisationId organisation) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select code, count(*) from channels.set_aside
                         where organisation = ? and discarded_at is null
                         group by code order by count(*) desc, code
                        """)
                .param(organisation.value())
                .query(
                        (row) -> {
                            counts.put(row.getString(1), row.getLong(2));
                        });
        return counts;
    }

    Optional<SetAside> find(UUID id, OrganisationId organisation) {
        return jdbc.sql("select * from channels.set_aside where id = ? and organisation = ?")
                .params(id, organisation.value())
                .query(SetAsideStore::row)
                .optional();
    }

    /** The next ones of a channel in the order in which they came. */
    List<SetAside> next(ChannelId channel, Optional<UUID> after, int limit) {
        return jdbc.sql(
                        """
                        select * from channels.set_aside
                         where channel = :channel and discarded_at is null
                           and (:after::uuid is null or id > :after)
                         order by id limit :limit
                        """)
                .param("channel", channel.value())
                .param("after", after.orElse(null), Types.OTHER)
                .param("limit", limit)
                .query(SetAsideStore::row)
                .list();
    }

    void remove(UUID id) {
        jdbc.sql("delete from channels.set_aside where id = ?").param(id).update();
    }

    void discard(UUID id, @Nullable Instant at) {
        jdbc.sql("update channels.set_aside set discarded_at = :at where id = :id")
                .param("at", at == null ? null : Timestamp.from(at), Types.TIMESTAMP)
                .param("id", id)
                .update();
    }

    /** What was discarded long enough ago is gone for good. */
    void sweep(Instant now) {
        jdbc.sql("delete from channels.set_aside where discarded_at < ?")
                .param(Timestamp.from(now.minus(DISCARDED_STAYS)))
                .update();
    }

    /** Removes payloads, of whatever organisation, in whose bytes this text stands. */
    void forget(byte[] text) {
        jdbc.sql("delete from channels.set_aside where position(?::bytea in payload) > 0")
                .param(text)
                .update();
    }

    private static SetAside row(ResultSet row, int number) throws SQLException {
        return new SetAside(
                row.getObject("id", UUID.class),
                new ChannelId(row.getObject("channel", UUID.class)),
                row.getBytes("payload"),
                row.getString("media_type"),
                new Reason(
                        row.getString("code"),
                        List.of((String[]) row.getArray("arguments").getArray())),
                row.getLong("line"),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("discarded_at") != null);
    }
}
