package org.lisolo.server.publishing.campaigns;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.publishing.CampaignId;
import org.lisolo.server.publishing.ConversationId;
import org.lisolo.server.publishing.PieceId;
import org.lisolo.server.publishing.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the tables of posts and conversations tell of a campaign. */
@Repository
class ResultStore {
    private final JdbcClient jdbc;

    ResultStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A post of a campaign. */
    record CampaignPost(
            PostId id,
            String name,
            Optional<PieceId> piece,
            String state,
            Optional<Instant> said) {}

    /** Something that the public said. */
    record Heard(
            MessageId message,
            ConversationId conversation,
            Optional<MessageId> root,
            boolean first,
            Instant at) {}

    List<CampaignPost> posts(CampaignId campaign) {
        return jdbc.sql(
                        """
                        select p.id, p.piece, p.state, p.published_at,
                               coalesce(nullif(v.title, ''), left(v.text, 80)) as name
                          from publishing.post p
                          join publishing.post_version v on v.post = p.id and v.version = p.version
                         where p.campaign = ? and p.state <> 'DISCARDED'
                         order by p.published_at nulls last, p.id
                        """)
                .param(campaign.value())
                .query(
                        (row, _) -> {
                            @Nullable UUID piece = row.getObject("piece", UUID.class);
                            @Nullable OffsetDateTime said =
                                    row.getObject("published_at", OffsetDateTime.class);
                            return new CampaignPost(
                                    new PostId(row.getObject("id", UUID.class)),
                                    row.getString("name"),
                                    Optional.ofNullable(piece).map(PieceId::new),
                                    row.getString("state"),
                                    Optional.ofNullable(said).map(OffsetDateTime::toInstant));
                        })
                .list();
    }

    /** The posts that were begun from a piece. */
    List<UUID> begunFrom(PieceId piece) {
        return jdbc.sql("select id from publishing.post where piece = ?")
                .param(piece.value())
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** What was said below these messages. */
    List<Heard> below(Collection<MessageId> roots) {
        return heard(
                """
                 where c.root = any(cast(:ids as uuid[])) and not m.ours
                """,
                roots);
    }

    /** What was said in the conversations of these messages. */
    List<Heard> with(Collection<MessageId> messages) {
        return heard(
                """
                 where not m.ours and c.id in (
                       select conversation from publishing.conversation_message
                        where message = any(cast(:ids as uuid[])) and not ours)
                """,
                messages);
    }

    private List<Heard> heard(String which, Collection<MessageId> ids) {
        return jdbc.sql(
                        """
                        select m.message, m.conversation, m.said_at, c.root,
                               m.message = c.message as first
                          from publishing.conversation_message m
                          join publishing.conversation c on c.id = m.conversation
                        """
                                + which)
                .param("ids", ids.stream().map(MessageId::toString).toArray(String[]::new))
                .query(
                        (row, _) -> {
                            @Nullable UUID root = row.getObject("root", UUID.class);
                            return new Heard(
                                    new MessageId(row.getObject("message", UUID.class)),
                                    new ConversationId(row.getObject("conversation", UUID.class)),
                                    Optional.ofNullable(root).map(MessageId::new),
                                    row.getBoolean("first"),
                                    row.getObject("said_at", OffsetDateTime.class).toInstant());
                        })
                .list();
    }
}
