package org.lisolo.server.publishing.posts;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Role;
import org.lisolo.server.publishing.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What was done with posts, step by step. Whoever adds one holds the post's row. */
@Repository
class StepStore {
    private final JdbcClient jdbc;

    StepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PostId post, Step step) {
        AccountId by = step.by();
        Role role = step.role();
        jdbc.sql(
                        """
                        insert into publishing.post_step
                               (post, number, version, kind, by_whom, role, finding, note, at)
                        select :post, coalesce(max(number), 0) + 1, :version, :kind, :by, :role,
                               :finding, :note, :at
                          from publishing.post_step where post = :post
                        """)
                .param("post", post.value())
                .param("version", step.version())
                .param("kind", step.kind().name())
                .param("by", by == null ? null : by.value(), java.sql.Types.OTHER)
                .param("role", role == null ? null : role.name(), java.sql.Types.VARCHAR)
                .param("finding", step.finding(), java.sql.Types.VARCHAR)
                .param("note", step.note())
                .param("at", step.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In their order. */
    List<Step> of(PostId post) {
        return jdbc.sql("select * from publishing.post_step where post = ? order by number")
                .param(post.value())
                .query((row, _) -> step(row))
                .list();
    }

    /** What people said with their steps, and which words were overruled. */
    void forget(UUID post) {
        jdbc.sql("update publishing.post_step set note = '' where post = ?").param(post).update();
    }

    private static Step step(ResultSet row) throws SQLException {
        @Nullable UUID by = row.getObject("by_whom", UUID.class);
        @Nullable String role = row.getString("role");
        return new Step(
                row.getInt("version"),
                Step.Kind.valueOf(row.getString("kind")),
                by == null ? null : new AccountId(by),
                role == null ? null : Role.valueOf(role),
                row.getString("finding"),
                row.getString("note"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
