package org.lisolo.server.publishing.conversations;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.TeamId;
import org.lisolo.server.publishing.ConversationId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Conversations and which messages are in them, at rest. */
@Repository
class ConversationStore {
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ConversationStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A message in a conversation. */
    record Entry(MessageId message, ConversationId conversation, boolean ours, Instant at) {}

    /** Those that these messages are in. */
    List<Entry> entries(Collection<MessageId> messages) {
        return jdbc.sql(
                        """
                        select * from publishing.conversation_message
                         where message = any(cast(:messages as uuid[]))
                        """)
                .param("messages", texts(messages))
                .query((row, _) -> entry(row))
                .list();
    }

    /** What is in a conversation, in the order in which it was said. */
    List<Entry> entries(ConversationId conversation) {
        return jdbc.sql(
                        """
                        select * from publishing.conversation_message
                         where conversation = ? order by said_at, message
                        """)
                .param(conversation.value())
                .query((row, _) -> entry(row))
                .list();
    }

    /** Conversations that have one of these at their top; locked until the transaction ends. */
    List<Conversation> lockTops(Collection<MessageId> messages) {
        return jdbc.sql(
                        """
                        select * from publishing.conversation
                         where message = any(cast(:messages as uuid[])) order by id for update
                        """)
                .param("messages", texts(messages))
                .query((row, _) -> conversation(row))
                .list();
    }

    List<Conversation> lock(Collection<ConversationId> ids) {
        return jdbc.sql(
                        """
                        select * from publishing.conversation
                         where id = any(cast(:ids as uuid[])) order by id for update
                        """)
                .param("ids", texts(ids))
                .query((row, _) -> conversation(row))
                .list();
    }

    /** What somebody says below a root, or in private where there is none; the newest. */
    Optional<Conversation> lockOf(ChannelId channel, String who, Optional<MessageId> root) {
        return jdbc.sql(
                        """
                        select * from publishing.conversation
                         where channel = :channel and who = :who
                           and root is not distinct from cast(:root as uuid)
                         order by last_at desc limit 1 for update
                        """)
                .param("channel", channel.value())
                .param("who", who)
                .param("root", root.map(MessageId::toString).orElse(null), Types.VARCHAR)
                .query((row, _) -> conversation(row))
                .optional();
    }

    /** A conversation with the digest of who began it. */
    record Begun(Conversation talk, String who) {}

    void begin(List<Begun> begun) {
        batches.batchUpdate(
                """
                insert into publishing.conversation
                       (id, organisation, channel, message, root, who, visibility, state,
                        language, began_at, last_at, asked_at, due_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                begun,
                BATCH,
                (row, one) -> {
                    Conversation talk = one.talk();
                    row.setObject(1, talk.id().value());
                    row.setObject(2, talk.organisation().value());
                    row.setObject(3, talk.channel().value());
                    row.setObject(4, talk.top().value());
                    row.setObject(5, talk.root().map(MessageId::value).orElse(null));
                    row.setString(6, one.who());
                    row.setInt(7, talk.visibility().code());
                    row.setString(8, talk.state().name());
                    row.setString(9, talk.language());
                    row.setObject(10, utc(talk.began()));
                    row.setObject(11, utc(talk.last()));
                    row.setObject(12, talk.asked().map(ConversationStore::utc).orElse(null));
                    row.setObject(13, talk.due().map(ConversationStore::utc).orElse(null));
                    row.setInt(14, talk.version());
                });
    }

    void update(Conversation now) {
        jdbc.sql(
                        """
                        update publishing.conversation
                           set visibility = :visibility, state = :state, assignee = :assignee,
                               team = :team, language = :language, last_at = :last,
                               asked_at = :asked, due_at = :due, version = :version
                         where id = :id
                        """)
                .param("id", now.id().value())
                .param("visibility", now.visibility().code())
                .param("state", now.state().name())
                .param("assignee", now.assignee().map(AccountId::value).orElse(null), Types.OTHER)
                .param("team", now.team().map(TeamId::value).orElse(null), Types.OTHER)
                .param("language", now.language())
                .param("last", utc(now.last()))
                .param("asked", now.asked().map(ConversationStore::utc).orElse(null), Types.OTHER)
                .param("due", now.due().map(ConversationStore::utc).orElse(null), Types.OTHER)
                .param("version", now.version())
                .update();
    }

    void add(List<Entry> entries) {
        batches.batchUpdate(
                """
                insert into publishing.conversation_message (message, conversation, ours, said_at)
                values (?, ?, ?, ?) on conflict do nothing
                """,
                entries,
                BATCH,
                (row, entry) -> {
                    row.setObject(1, entry.message().value());
                    row.setObject(2, entry.conversation().value());
                    row.setBoolean(3, entry.ours());
                    row.setObject(4, utc(entry.at()));
                });
    }

    /** Its author took it away. */
    void gone(MessageId message) {
        jdbc.sql("update publishing.conversation_message set gone = true where message = ?")
                .param(message.value())
                .update();
    }

    /** From now on it counts as the organisation's own. */
    void turnOurs(MessageId message) {
        jdbc.sql("update publishing.conversation_message set ours = true where message = ?")
                .param(message.value())
                .update();
    }

    /** Whether something that they said since then stands. */
    boolean waits(ConversationId conversation, Instant since) {
        return jdbc.sql(
                        """
                        select exists (select from publishing.conversation_message
                                        where conversation = :id and not ours and not gone
                                          and said_at >= :since)
                        """)
                .param("id", conversation.value())
                .param("since", utc(since))
                .query(Boolean.class)
                .single();
    }

    Optional<Conversation> find(OrganisationId organisation, ConversationId id) {
        return one(organisation, id, "");
    }

    /** As {@link #find}, and nobody else takes a step until the transaction ends. */
    Optional<Conversation> lock(OrganisationId organisation, ConversationId id) {
        return one(organisation, id, " for update");
    }

    private Optional<Conversation> one(OrganisationId organisation, ConversationId id, String how) {
        return jdbc.sql(
                        "select * from publishing.conversation where id = ? and organisation = ?"
                                + how)
                .params(id.value(), organisation.value())
                .query((row, _) -> conversation(row))
                .optional();
    }

    /** Those of an organisation in which the promise runs; locked. */
    List<Conversation> lockUnderWay(OrganisationId organisation) {
        return jdbc.sql(
                        """
                        select * from publishing.conversation
                         where organisation = ? and state in ('OPEN', 'WAITING')
                         order by id for update
                        """)
                .param(organisation.value())
                .query((row, _) -> conversation(row))
                .list();
    }

    /** Those that somebody has. */
    List<Conversation> lockAssigned(OrganisationId organisation, AccountId to) {
        return jdbc.sql(
                        """
                        select * from publishing.conversation
                         where organisation = ? and assignee = ? and state in ('OPEN', 'WAITING')
                         order by id for update
                        """)
                .params(organisation.value(), to.value())
                .query((row, _) -> conversation(row))
                .list();
    }

    /** Open ones that a team has. */
    List<Conversation> ofTeam(OrganisationId organisation, TeamId team, int most) {
        return jdbc.sql(
                        """
                        select * from publishing.conversation
                         where organisation = ? and team = ? and state in ('OPEN', 'WAITING')
                         order by last_at desc limit ?
                        """)
                .params(organisation.value(), team.value(), most)
                .query((row, _) -> conversation(row))
                .list();
    }

    long countAssigned(OrganisationId organisation, AccountId to) {
        return jdbc.sql(
                        """
                        select count(*) from publishing.conversation
                         where organisation = ? and assignee = ? and state in ('OPEN', 'WAITING')
                        """)
                .params(organisation.value(), to.value())
                .query(Long.class)
                .single();
    }

    /** Takes the traces of who wrote these, and what language they spoke. */
    List<ConversationId> forget(Collection<MessageId> messages) {
        return jdbc.sql(
                        """
                        update publishing.conversation c set who = null, language = ''
                         where c.message = any(cast(:messages as uuid[]))
                            or c.id in (select conversation from publishing.conversation_message
                                         where message = any(cast(:messages as uuid[]))
                                           and not ours)
                        returning c.id
                        """)
                .param("messages", texts(messages))
                .query((row, _) -> new ConversationId(row.getObject(1, UUID.class)))
                .list();
    }

    static String[] texts(Collection<?> ids) {
        return ids.stream().map(Object::toString).toArray(String[]::new);
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new MessageId(row.getObject("message", UUID.class)),
                new ConversationId(row.getObject("conversation", UUID.class)),
                row.getBoolean("ours"),
                row.getObject("said_at", OffsetDateTime.class).toInstant());
    }

    static Conversation conversation(ResultSet row) throws SQLException {
        return new Conversation(
                new ConversationId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                new ChannelId(row.getObject("channel", UUID.class)),
                new MessageId(row.getObject("message", UUID.class)),
                id(row, "root").map(MessageId::new),
                Visibility.of(row.getInt("visibility")),
                ConversationState.valueOf(row.getString("state")),
                id(row, "assignee").map(AccountId::new),
                id(row, "team").map(TeamId::new),
                row.getString("language"),
                at(row, "began_at").orElseThrow(),
                at(row, "last_at").orElseThrow(),
                at(row, "asked_at"),
                at(row, "due_at"),
                row.getInt("version"));
    }

    static Optional<UUID> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }
}
