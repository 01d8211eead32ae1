package org.lisolo.server.publishing.conversations;

import org.lisolo.server.monitoring.CaseId;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.TeamId;
import org.lisolo.server.publishing.ConversationId;
import org.lisolo.server.publishing.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;

/** What was done in conversations, step by step. Whoever adds one holds the conversation's row. */
@Repository
class ConversationStepStore {
    private final JdbcClient jdbc;

    ConversationStepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ConversationId id, ConversationStep step) {
        jdbc.sql(
                        """
                        insert into publishing.conversation_step
                               (conversation, number, kind, by_whom, person, team, post, case_file,
                                note, at)
                        select :id, coalesce(max(number), 0) + 1, :kind, :by, :person, :team, :post,
                               :caseFile, :note, :at
                          from publishing.conversation_step where conversation = :id
                        """)
                .param("id", id.value())
                .param("kind", step.kind().name())
                .param("by", step.by().map(AccountId::value).orElse(null), Types.OTHER)
                .param("person", step.person().map(AccountId::value).orElse(null), Types.OTHER)
                .param("team", step.team().map(TeamId::value).orElse(null), Types.OTHER)
                .param("post", step.post().map(PostId::value).orElse(null), Types.OTHER)
                .param("caseFile", step.caseFile().map(CaseId::value).orElse(null), Types.OTHER)
                .param("note", step.note())
                .param("at", ConversationStore.utc(step.at()))
                .update();
    }

    /** In their order. */
    List<ConversationStep> of(ConversationId id) {
        return jdbc.sql(
                        """
                        select * from publishing.conversation_step
                         where conversation = ? order by number
                        """)
                .param(id.value())
                .query((row, _) -> step(row))
                .list();
    }

    /** The staff's own words may quote what is erased. */
    void forget(Collection<ConversationId> ids) {
        jdbc.sql(
                        """
                        update publishing.conversation_step set note = ''
                         where conversation = any(cast(:ids as uuid[]))
                        """)
                .param("ids", ConversationStore.texts(ids))
                .update();
    }

    private static ConversationStep step(ResultSet row) throws SQLException {
        return new ConversationStep(
                ConversationStep.Kind.valueOf(row.getString("kind")),
                ConversationStore.id(row, "by_whom").map(AccountId::new),
                ConversationStore.at(row, "at").orElseThrow(),
                ConversationStore.id(row, "person").map(AccountId::new),
                ConversationStore.id(row, "team").map(TeamId::new),
                ConversationStore.id(row, "post").map(PostId::new),
                ConversationStore.id(row, "case_file").map(CaseId::new),
                row.getString("note"));
    }
}
