package org.lisolo.server.publishing.posts;

import org.lisolo.server.message.MessageId;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.publishing.ConversationId;
import org.lisolo.server.publishing.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which posts answer what, and who has to agree to answers. */
@Repository
class ReplyStore {
    private final JdbcClient jdbc;

    ReplyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Reply reply) {
        jdbc.sql("insert into publishing.reply (post, conversation, message) values (?, ?, ?)")
                .params(
                        reply.post().value(),
                        reply.conversation().value(),
                        reply.answered().value())
                .update();
    }

    Optional<Reply> find(PostId post) {
        return jdbc.sql("select * from publishing.reply where post = ?")
                .param(post.value())
                .query((row, _) -> reply(row))
                .optional();
    }

    /** The latest last. */
    List<Reply> of(ConversationId conversation) {
        return jdbc.sql("select * from publishing.reply where conversation = ? order by post")
                .param(conversation.value())
                .query((row, _) -> reply(row))
                .list();
    }

    /** What somebody has begun to write there and neither sent nor given up. */
    Optional<PostId> draft(ConversationId conversation, AccountId writer) {
        return jdbc.sql(
                        """
                        select p.id from publishing.reply r join publishing.post p on p.id = r.post
                         where r.conversation = ? and p.author = ? and p.state = 'DRAFT'
                           and p.published_version is null
                         order by p.id desc limit 1
                        """)
                .params(conversation.value(), writer.value())
                .query((row, _) -> new PostId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Answers to these messages that have not left. */
    List<UUID> unsaid(Collection<MessageId> messages) {
        return jdbc.sql(
                        """
                        select p.id from publishing.reply r join publishing.post p on p.id = r.post
                         where r.message = any(cast(:messages as uuid[]))
                           and p.published_version is null
                        """)
                .param(
                        "messages",
                        messages.stream().map(MessageId::toString).toArray(String[]::new))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** An organisation's own order for answers; else the house's. */
    ApprovalOrder order(OrganisationId organisation) {
        return jdbc.sql("select * from publishing.reply_approval where organisation = ?")
                .param(organisation.value())
                .query(
                        (row, _) ->
                                new ApprovalOrder(
                                        ApprovalStore.roles(row.getArray("ordinary")),
                                        ApprovalStore.roles(row.getArray("raised"))))
                .optional()
                .orElse(ApprovalOrder.HOUSE_FOR_REPLIES);
    }

    void keep(OrganisationId organisation, ApprovalOrder order, AccountId by, Instant at) {
        jdbc.sql(
                        """
                        insert into publishing.reply_approval
                               (organisation, ordinary, raised, changed_by, changed_at)
                        values (:organisation, :ordinary, :raised, :by, :at)
                        on conflict (organisation) do update
                           set ordinary = excluded.ordinary, raised = excluded.raised,
                               changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .param("organisation", organisation.value())
                .param("ordinary", ApprovalStore.names(order.ordinary()))
                .param("raised", ApprovalStore.names(order.raised()))
                .param("by", by.value())
                .param("at", PostStore.utc(at))
                .update();
    }

    private static Reply reply(ResultSet row) throws SQLException {
        return new Reply(
                new PostId(row.getObject("post", UUID.class)),
                new ConversationId(row.getObject("conversation", UUID.class)),
                new MessageId(row.getObject("message", UUID.class)));
    }
}
