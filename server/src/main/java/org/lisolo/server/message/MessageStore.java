package org.lisolo.server.message;

import org.lisolo.ledger.EventContent;
import org.lisolo.server.people.OrganisationId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads events and what they say; whoever is asked for text gives the sight of the reader. */
@Repository
class MessageStore {
    private static final String EVENTS =
            """
            select e.id, e.kind, e.channel, e.organisation, e.visibility, e.happened_at,
                   e.received_at, c.network_id, c.author_id, c.author_handle, c.author_name,
                   c.language, c.in_reply_to, c.root, c.shares, c.title, c.text, c.html,
                   c.attachments
              from message.event e
              join message.content c on c.event = e.id
            """;
    private static final String SEEN =
            """
             and (e.visibility = 1 or e.visibility = 2 and e.organisation = any(:seen)
                  or e.visibility = 3 and e.channel = any(:spaces))
            """;

    /**
     * What its author had limited is seen by no use that the limitation forbids, what was withheld
     * only by those who decide, and nothing by readers who are set apart from its author.
     */
    static final String TOLD =
            SEEN
                    + """
                     and c.author_id <> all(:apart)
                     and not exists (
                        select from message.limitation l
                         where l.organisation = e.organisation and l.author = c.author_id
                           and l.kind <= :hidden)
                     and (:hidden = 0 or not exists (
                        select from message.withheld w where w.message = e.message))
                    """;

    private static final RowMapper<MessageEvent> EVENT = (row, number) -> event(row);

    private final JdbcClient jdbc;

    MessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MessageEvent> ofMessages(Collection<MessageId> messages, Sight sight) {
        return jdbc.sql(EVENTS + " where e.message = any(:messages)" + TOLD)
                .param("messages", messages.stream().map(MessageId::value).toArray(UUID[]::new))
                .params(seen(sight))
                .query(EVENT)
                .list();
    }

    /** What an author wrote to an organisation, so far as it was not erased. */
    Map<MessageId, List<EventId>> ofAuthor(OrganisationId organisation, String author, int most) {
        return jdbc
                .sql(
                        """
                        select e.message, e.id
                          from message.event e join message.content c on c.event = e.id
                         where c.author_id = :author and e.organisation = :organisation
                         order by e.id desc limit :most
                        """)
                .param("author", author)
                .param("organisation", organisation.value())
                .param("most", most)
                .query(
                        (row, _) ->
                                Map.entry(
                                        new MessageId(row.getObject(1, UUID.class)),
                                        new EventId(row.getObject(2, UUID.class))))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    List<MessageEvent> events(Collection<EventId> ids, Sight sight) {
        return jdbc.sql(EVENTS + " where e.id = any(:ids)" + TOLD)
                .param("ids", ids.stream().map(EventId::value).toArray(UUID[]::new))
                .params(seen(sight))
                .query(EVENT)
                .list();
    }

    /** For followers: the classes stand for the sight. */
    List<MessageEvent> events(Collection<UUID> ids, Collection<Visibility> classes) {
        return jdbc.sql(EVENTS + " where e.id = any(:ids) and e.visibility = any(:classes)")
                .param("ids", ids.toArray(UUID[]::new))
                .param("classes", classes.stream().map(v -> (short) v.code()).toArray(Short[]::new))
                .query(EVENT)
                .list();
    }

    /** The newest first, down to the given time of receipt. */
    List<MessageEvent> recent(Sight sight, Instant since, int limit) {
        return jdbc.sql(EVENTS + " where e.id >= :from" + TOLD + " order by e.id desc limit :limit")
                .param("from", EventId.firstAt(since).value())
                .params(seen(sight))
                .param("limit", limit)
                .query(EVENT)
                .list();
    }

    /** The newest first, below an event, down to the given time of receipt. */
    List<MessageEvent> before(Sight sight, EventId before, Instant since, int limit) {
        return jdbc.sql(
                        EVENTS
                                + " where e.id < :before and e.id >= :from"
                                + TOLD
                                + " order by e.id desc limit :limit")
                .param("before", before.value())
                .param("from", EventId.firstAt(since).value())
                .params(seen(sight))
                .param("limit", limit)
                .query(EVENT)
                .list();
    }

    /** All events since then, also those whose content was erased. */
    long count(Sight sight, Instant since) {
        return jdbc.sql("select count(*) from message.event e where e.id >= :from" + SEEN)
                .param("from", EventId.firstAt(since).value())
                .params(seen(sight))
                .query(Long.class)
                .single();
    }

    List<MessageId> latestCreated(Sight sight, int limit) {
        return jdbc.sql(
                        """
                        select e.message from message.event e
                         where e.kind = 1
                           and exists (select from message.content c where c.event = e.id)
                           and not exists (select from message.event d
                                            where d.message = e.message and d.kind = 3)
                        """
                                + SEEN
                                + " order by e.id desc limit :limit")
                .params(seen(sight))
                .param("limit", limit)
                .query((row, number) -> new MessageId(row.getObject(1, UUID.class)))
                .list();
    }

    /** The newest of an organisation's channels that anybody may read and nobody deleted. */
    List<MessageId> latestPublicOf(OrganisationId organisation, int limit) {
        return jdbc.sql(
                        """
                        select e.message from message.event e
                         where e.kind = 1 and e.visibility = 1 and e.organisation = :organisation
                           and exists (select from message.content c where c.event = e.id)
                           and not exists (select from message.event d
                                            where d.message = e.message and d.kind = 3)
                         order by e.id desc limit :limit
                        """)
                .param("organisation", organisation.value())
                .param("limit", limit)
                .query((row, number) -> new MessageId(row.getObject(1, UUID.class)))
                .list();
    }

    Optional<Payload> payload(EventId id, Sight sight) {
        return jdbc.sql(
                        """
                        select c.payload_type, c.payload
                          from message.content c join message.event e on e.id = c.event
                         where e.id = :id
                        """
                                + TOLD)
                .param("id", id.value())
                .params(seen(sight))
                .query((row, number) -> new Payload(row.getString(1), row.getBytes(2)))
                .optional();
    }

    /** All columns of an event, with its salt, as its leaf was made of them. */
    Optional<Opening> opening(EventId id, Sight sight) {
        return jdbc.sql(
                        """
                        select e.*, c.*, c.root as named_root
                          from message.event e join message.content c on c.event = e.id
                         where e.id = :id
                        """
                                + TOLD)
                .param("id", id.value())
                .params(seen(sight))
                .query((row, number) -> new Opening(row.getBytes("salt"), content(row).canonical()))
                .optional();
    }

    private static EventContent content(ResultSet row) throws SQLException {
        return new EventContent(
                row.getObject("id", UUID.class),
                row.getInt("kind"),
                row.getObject("message", UUID.class),
                row.getObject("parent", UUID.class),
                row.getObject("root", UUID.class),
                row.getObject("channel", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getInt("visibility"),
                instant(row, "happened_at"),
                instant(row, "received_at"),
                row.getString("network_id"),
                row.getString("author_id"),
                row.getString("author_handle"),
                row.getString("author_name"),
                row.getString("language"),
                row.getString("in_reply_to"),
                row.getString("named_root"),
                row.getString("shares"),
                row.getString("title"),
                row.getString("text"),
                row.getString("html"),
                row.getString("attachments"),
                row.getString("payload_type"),
                row.getBytes("payload"));
    }

    /** Itself, what it answers, and so on upwards; at most 200 steps. */
    List<MessageId> ancestors(MessageId id) {
        return jdbc.sql(
                        """
                        with recursive up (message, depth) as (
                            select cast(:id as uuid), 0
                            union
                            select coalesce(e.parent, e.root), up.depth + 1
                              from up join message.event e on e.message = up.message
                             where coalesce(e.parent, e.root) is not null
                               and coalesce(e.parent, e.root) <> e.message and up.depth < 200
                        ), roots as (
                            select e.root as message, 201 as depth
                              from up join message.event e on e.message = up.message
                             where e.root is not null
                        )
                        select message from (select * from up union all select * from roots) r
                         group by message order by max(depth)
                        """)
                .param("id", id.value())
                .query((row, number) -> new MessageId(row.getObject(1, UUID.class)))
                .list();
    }

    /** All that answers the message, directly or not, and itself; at most the given number. */
    List<MessageId> descendants(MessageId id, int limit) {
        return jdbc.sql(
                        """
                        with recursive down (message) as (
                            select cast(:id as uuid)
                            union
                            select e.message from down
                              join message.event e on e.parent = down.message
                        ), told as (
                            select distinct e.message from message.event e where e.root = :id
                        )
                        select message from down union select message from told limit :limit
                        """)
                .param("id", id.value())
                .param("limit", limit)
                .query((row, number) -> new MessageId(row.getObject(1, UUID.class)))
                .list();
    }

    /** The parameters of {@link #TOLD}. */
    static Map<String, Object> seen(Sight sight) {
        return Map.of(
                "seen",
                sight.organisations().stream().map(OrganisationId::value).toArray(UUID[]::new),
                "spaces",
                sight.spaces().stream().map(ChannelId::value).toArray(UUID[]::new),
                "apart",
                sight.apart().toArray(String[]::new),
                "hidden",
                sight.use().hidden());
    }

    private static MessageEvent event(ResultSet row) throws SQLException {
        return new MessageEvent(
                new EventId(row.getObject("id", UUID.class)),
                EventKind.of(row.getInt("kind")),
                new ChannelId(row.getObject("channel", UUID.class)),
                row.getString("network_id"),
                new Author(
                        row.getString("author_id"),
                        row.getString("author_handle"),
                        row.getString("author_name")),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                Visibility.of(row.getInt("visibility")),
                row.getString("language"),
                row.getString("in_reply_to"),
                row.getString("root"),
                row.getString("shares"),
                instant(row, "happened_at"),
                instant(row, "received_at"),
                row.getString("title"),
                row.getString("text"),
                row.getString("html"),
                AttachmentsJson.read(row.getString("attachments")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant();
    }
}
