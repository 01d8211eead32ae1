package org.lisolo.server.publishing.posts;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.publishing.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was said of passages of posts. */
@Repository
class RemarkStore {
    private final JdbcClient jdbc;

    RemarkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PostId post, Remark remark) {
        jdbc.sql(
                        """
                        insert into publishing.post_remark
                               (id, post, version, part, from_sign, to_sign, by_whom, note, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        remark.id(),
                        post.value(),
                        remark.version(),
                        remark.part(),
                        remark.from(),
                        remark.to(),
                        remark.by().value(),
                        remark.note(),
                        PostStore.utc(remark.at()))
                .update();
    }

    /** The newest version's first, each version's in the order of its words. */
    List<Remark> of(PostId post) {
        return jdbc.sql(
                        """
                        select * from publishing.post_remark where post = ?
                         order by version desc, part, from_sign, at
                        """)
                .param(post.value())
                .query((row, _) -> remark(row))
                .list();
    }

    /** Whether there is such a one. */
    boolean resolve(PostId post, UUID id, AccountId by, Instant at) {
        return jdbc.sql(
                                """
                                update publishing.post_remark
                                   set resolved_by = coalesce(resolved_by, :by),
                                       resolved_at = coalesce(resolved_at, :at)
                                 where id = :id and post = :post
                                """)
                        .param("id", id)
                        .param("post", post.value())
                        .param("by", by.value())
                        .param("at", PostStore.utc(at))
                        .update()
                == 1;
    }

    boolean reopen(PostId post, UUID id) {
        return jdbc.sql(
                                """
                                update publishing.post_remark
                                   set resolved_by = null, resolved_at = null
                                 where id = ? and post = ?
                                """)
                        .params(id, post.value())
                        .update()
                == 1;
    }

    void forget(UUID post) {
        jdbc.sql("update publishing.post_remark set note = '' where post = ?").param(post).update();
    }

    private static Remark remark(ResultSet row) throws SQLException {
        @Nullable UUID by = row.getObject("resolved_by", UUID.class);
        return new Remark(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("part"),
                row.getInt("from_sign"),
                row.getInt("to_sign"),
                new AccountId(row.getObject("by_whom", UUID.class)),
                row.getString("note"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                by == null
                        ? Optional.empty()
                        : Optional.of(
                                new Remark.Resolved(
                                        new AccountId(by),
                                        row.getObject("resolved_at", OffsetDateTime.class)
                                                .toInstant())));
    }
}
