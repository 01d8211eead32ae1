package org.lisolo.server.message;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is to leave, in the order in which it does. */
@Repository
class OutboxStore {
    private final JdbcClient jdbc;

    OutboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, Cleared cleared, Instant now) {
        Outgoing what = cleared.what();
        jdbc.sql(
                        """
                        insert into message.outgoing (id, organisation, channel, post, kind,
                               language, title, text, reply_to, pictures, hash, expires_at,
                               made_at, state, next_try)
                        values (:id, :organisation, :channel, :post, :kind, :language, :title,
                               :text, :replyTo, :pictures::jsonb, :hash, :expires, :now,
                               'WAITING', :now)
                        """)
                .param("id", id)
                .param("organisation", what.organisation().value())
                .param("channel", what.channel().value())
                .param("post", what.post())
                .param("kind", what.kind().code())
                .param("language", what.language(), java.sql.Types.VARCHAR)
                .param("title", what.title(), java.sql.Types.VARCHAR)
                .param("text", what.text())
                .param("replyTo", what.replyTo(), java.sql.Types.VARCHAR)
                .param("pictures", PicturesJson.write(what.pictures()))
                .param("hash", cleared.hash().hex())
                .param("expires", utc(cleared.expires()))
                .param("now", utc(now))
                .update();
    }

    /** Channels whose next parcel is due and on which nobody sends. */
    List<ChannelId> due(Instant now) {
        return jdbc.sql(
                        """
                        select head.channel
                          from (select distinct channel from message.outgoing
                                 where state = 'WAITING') c
                          cross join lateral (
                               select o.channel, o.next_try from message.outgoing o
                                where o.channel = c.channel and o.state = 'WAITING'
                                  and not exists (
                                      select from message.outgoing d
                                       where d.post = o.post and d.channel = o.channel
                                         and d.state = 'DEAD' and d.place < o.place)
                                order by o.place limit 1) head
                          left join message.outbox_turn t on t.channel = head.channel
                         where head.next_try <= :now
                           and (t.held_until is null or t.held_until <= :now)
                        """)
                .param("now", utc(now))
                .query((row, _) -> new ChannelId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Whether this holder may send on the channel until then; also to go on holding it. */
    boolean holdTurn(ChannelId channel, UUID holder, Instant now, Instant until) {
        return jdbc.sql(
                                """
                                insert into message.outbox_turn as t (channel, holder, held_until)
                                values (:channel, :holder, :until)
                                on conflict (channel) do update
                                   set holder = :holder, held_until = :until
                                 where t.holder = :holder or t.held_until <= :now
                                """)
                        .param("channel", channel.value())
                        .param("holder", holder)
                        .param("until", utc(until))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    void endTurn(ChannelId channel, UUID holder) {
        jdbc.sql("delete from message.outbox_turn where channel = ? and holder = ?")
                .params(channel.value(), holder)
                .update();
    }

    /** The next on the channel, if it is due; it counts as tried from now on. */
    Optional<Parcel> next(ChannelId channel, Instant now) {
        return jdbc.sql(
                        """
                        with head as (
                             select o.id, o.tries, o.next_try from message.outgoing o
                              where o.channel = :channel and o.state = 'WAITING'
                                and not exists (
                                    select from message.outgoing d
                                     where d.post = o.post and d.channel = o.channel
                                       and d.state = 'DEAD' and d.place < o.place)
                              order by o.place limit 1)
                        update message.outgoing o set tries = o.tries + 1
                          from head
                         where o.id = head.id and head.next_try <= :now and o.state = 'WAITING'
                        returning o.*, head.tries as tried_before, (
                            select first.network_id from message.outgoing first
                             where first.post = o.post and first.channel = o.channel
                               and first.state = 'SENT' and first.place < o.place
                             order by first.place desc limit 1) as known_as
                        """)
                .param("channel", channel.value())
                .param("now", utc(now))
                .query((row, _) -> parcel(row))
                .optional();
    }

    /** The message that it is about to be. */
    void named(UUID id, MessageId message) {
        jdbc.sql("update message.outgoing set message = ? where id = ?")
                .params(message.value(), id)
                .update();
    }

    /** It left; its words stand in the log from now on. */
    void sent(UUID id, String networkId, MessageId message, Instant at) {
        jdbc.sql(
                        """
                        update message.outgoing
                           set state = 'SENT', network_id = :networkId, message = :message,
                               done_at = :at, reason = null, title = null, text = '',
                               pictures = '[]'
                         where id = :id
                        """)
                .param("id", id)
                .param("networkId", networkId)
                .param("message", message.value())
                .param("at", utc(at))
                .update();
    }

    void failed(UUID id, String reason, Instant nextTry) {
        jdbc.sql("update message.outgoing set reason = ?, next_try = ? where id = ?")
                .params(reason, utc(nextTry), id)
                .update();
    }

    void dead(UUID id, String reason, Instant at) {
        jdbc.sql(
                        """
                        update message.outgoing set state = 'DEAD', reason = ?, done_at = ?
                         where id = ?
                        """)
                .params(reason, utc(at), id)
                .update();
    }

    /** Whether it was dead and is given up now. */
    boolean drop(OrganisationId organisation, UUID id) {
        return jdbc.sql(
                                """
                                update message.outgoing
                                   set state = 'DROPPED', title = null, text = '',
                                       pictures = '[]'
                                 where id = ? and organisation = ? and state = 'DEAD'
                                """)
                        .params(id, organisation.value())
                        .update()
                == 1;
    }

    List<Fate> ofPosts(Collection<UUID> posts) {
        return jdbc.sql("select * from message.outgoing where post = any(:posts) order by place")
                .param("posts", posts.toArray(UUID[]::new))
                .query((row, _) -> fate(row))
                .list();
    }

    List<Fate> unsent(OrganisationId organisation, int most) {
        return jdbc.sql(
                        """
                        select * from message.outgoing
                         where organisation = :organisation and state in ('WAITING', 'DEAD')
                         order by state, place limit :most
                        """)
                .param("organisation", organisation.value())
                .param("most", most)
                .query((row, _) -> fate(row))
                .list();
    }

    long dead(OrganisationId organisation) {
        return jdbc.sql(
                        """
                        select count(*) from message.outgoing
                         where organisation = ? and state = 'DEAD'
                        """)
                .param(organisation.value())
                .query(Long.class)
                .single();
    }

    /** The words of what did not leave, for messages that are forgotten. */
    void forget(Collection<UUID> posts) {
        jdbc.sql(
                        """
                        update message.outgoing
                           set title = null, text = '', pictures = '[]', state = 'DROPPED'
                         where post = any(:posts) and state <> 'SENT'
                        """)
                .param("posts", posts.toArray(UUID[]::new))
                .update();
    }

    /** The posts that these messages came of. */
    List<UUID> postsOf(Collection<MessageId> messages) {
        UUID[] wanted = messages.stream().map(MessageId::value).toArray(UUID[]::new);
        return jdbc.sql("select distinct post from message.outgoing where message = any(:wanted)")
                .param("wanted", wanted)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Those of these messages that are something that left, or are about to be. */
    Set<MessageId> ours(Collection<MessageId> messages) {
        UUID[] asked = messages.stream().map(MessageId::value).toArray(UUID[]::new);
        return new HashSet<>(
                jdbc.sql(
                                """
                                select distinct message from message.outgoing
                                 where message = any(:asked)
                                """)
                        .param("asked", asked)
                        .query((row, _) -> new MessageId(row.getObject(1, UUID.class)))
                        .list());
    }

    private static Parcel parcel(ResultSet row) throws SQLException {
        return new Parcel(
                row.getObject("id", UUID.class),
                new Outgoing(
                        row.getObject("post", UUID.class),
                        EventKind.of(row.getInt("kind")),
                        new OrganisationId(row.getObject("organisation", UUID.class)),
                        new ChannelId(row.getObject("channel", UUID.class)),
                        row.getString("language"),
                        row.getString("title"),
                        row.getString("text"),
                        row.getString("reply_to"),
                        PicturesJson.read(row.getString("pictures"))),
                new ContentHash(row.getString("hash")),
                instant(row, "expires_at"),
                instant(row, "made_at"),
                Optional.ofNullable(row.getString("known_as")),
                row.getInt("tried_before"));
    }

    private static Fate fate(ResultSet row) throws SQLException {
        @Nullable UUID message = row.getObject("message", UUID.class);
        return new Fate(
                row.getObject("id", UUID.class),
                row.getObject("post", UUID.class),
                new ChannelId(row.getObject("channel", UUID.class)),
                EventKind.of(row.getInt("kind")),
                Fate.State.valueOf(row.getString("state")),
                row.getInt("tries"),
                instant(row, "made_at"),
                instant(row, "next_try"),
                row.getString("reason"),
                message == null ? null : new MessageId(message),
                row.getObject("done_at") == null ? null : instant(row, "done_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
