package org.lisolo.server.publishing.conversations;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.publishing.ConversationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Who writes an answer now. It lapses by itself, so that nobody stands in the way by going home.
 */
@Repository
class Presences {
    static final Duration LASTS = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    Presences(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody who writes. */
    record Present(ConversationId conversation, AccountId account, Instant since) {}

    /** They write now; since when stays, unless it had lapsed. */
    void write(ConversationId conversation, AccountId account) {
        Instant now = clock.instant();
        jdbc.sql("delete from publishing.conversation_presence where until < ?")
                .param(ConversationStore.utc(now))
                .update();
        jdbc.sql(
                        """
                        insert into publishing.conversation_presence
                               (conversation, account, since, until)
                        values (:id, :account, :now, :until)
                        on conflict (conversation, account) do update set until = :until
                        """)
                .param("id", conversation.value())
                .param("account", account.value())
                .param("now", ConversationStore.utc(now))
                .param("until", ConversationStore.utc(now.plus(LASTS)))
                .update();
    }

    void end(ConversationId conversation, AccountId account) {
        jdbc.sql(
                        "delete from publishing.conversation_presence where conversation = ? and"
                                + " account = ?")
                .params(conversation.value(), account.value())
                .update();
    }

    /** Others than this person, by how long they have written. */
    List<Present> others(Collection<ConversationId> conversations, AccountId reader) {
        return jdbc.sql(
                        """
                        select * from publishing.conversation_presence
                         where conversation = any(cast(:ids as uuid[])) and until >= :now
                           and account <> :reader
                         order by since
                        """)
                .param("ids", ConversationStore.texts(conversations))
                .param("now", ConversationStore.utc(clock.instant()))
                .param("reader", reader.value())
                .query(
                        (row, _) ->
                                new Present(
                                        new ConversationId(
                                                row.getObject("conversation", UUID.class)),
                                        new AccountId(row.getObject("account", UUID.class)),
                                        ConversationStore.at(row, "since").orElseThrow()))
                .list();
    }
}
