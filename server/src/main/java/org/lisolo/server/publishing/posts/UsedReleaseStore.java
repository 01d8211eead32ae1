package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.releases.ReleaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Which releases each version of a post rests on, and which posts lost one. */
@Repository
class UsedReleaseStore {
    private final JdbcClient jdbc;

    UsedReleaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A post that rests on a release, as the public sees it or as it is about to be. */
    record Use(PostId post, OrganisationId organisation, ReleaseId release, boolean seen) {}

    /** A release ended under a post. */
    record Lost(PostId post, ReleaseId release, boolean seenByPublic, Instant at) {}

    void link(PostId post, int version, ReleaseId release, AccountId by, Instant at) {
        jdbc.sql(
                        """
                        insert into publishing.post_release (post, version, release, linked_by,
                               linked_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(post.value(), version, release.value(), by.value(), PostStore.utc(at))
                .update();
    }

    void unlink(PostId post, int version, ReleaseId release) {
        jdbc.sql(
                        """
                        delete from publishing.post_release
                         where post = ? and version = ? and release = ?
                        """)
                .params(post.value(), version, release.value())
                .update();
    }

    List<ReleaseId> of(PostId post, int version) {
        return jdbc.sql(
                        """
                        select release from publishing.post_release
                         where post = ? and version = ? order by linked_at, release
                        """)
                .params(post.value(), version)
                .query((row, _) -> new ReleaseId(row.getObject("release", UUID.class)))
                .list();
    }

    /** The next version rests on the same. */
    void carry(PostId post, int version) {
        jdbc.sql(
                        """
                        insert into publishing.post_release (post, version, release, linked_by,
                               linked_at)
                        select post, version + 1, release, linked_by, linked_at
                          from publishing.post_release where post = ? and version = ?
                        """)
                .params(post.value(), version)
                .update();
    }

    /** All that the public sees, or would see without anybody doing more. */
    List<Use> inUse() {
        return jdbc.sql(
                        """
                        select r.post, r.release, p.organisation,
                               bool_or(r.version = p.published_version) as seen
                          from publishing.post_release r
                          join publishing.post p on p.id = r.post
                         where r.version = p.published_version
                            or r.version = p.version and p.state in ('ASKED', 'APPROVED')
                         group by r.post, r.release, p.organisation
                        """)
                .query(
                        (row, _) ->
                                new Use(
                                        new PostId(row.getObject("post", UUID.class)),
                                        new OrganisationId(
                                                row.getObject("organisation", UUID.class)),
                                        new ReleaseId(row.getObject("release", UUID.class)),
                                        row.getBoolean("seen")))
                .list();
    }

    void lose(Use use, Instant at) {
        jdbc.sql(
                        """
                        insert into publishing.lost_release (post, release, was_public, at)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(use.post().value(), use.release().value(), use.seen(), PostStore.utc(at))
                .update();
    }

    /** What nobody has seen to yet, the oldest first. */
    List<Lost> lost(OrganisationId organisation) {
        return jdbc.sql(
                        """
                        select l.* from publishing.lost_release l
                          join publishing.post p on p.id = l.post
                         where p.organisation = ? and l.seen_at is null order by l.at
                        """)
                .param(organisation.value())
                .query((row, _) -> lost(row))
                .list();
    }

    List<Lost> lost(PostId post) {
        return jdbc.sql(
                        """
                        select * from publishing.lost_release
                         where post = ? and seen_at is null order by at
                        """)
                .param(post.value())
                .query((row, _) -> lost(row))
                .list();
    }

    private static Lost lost(ResultSet row) throws SQLException {
        return new Lost(
                new PostId(row.getObject("post", UUID.class)),
                new ReleaseId(row.getObject("release", UUID.class)),
                row.getBoolean("was_public"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    void see(PostId post, AccountId by, Instant at) {
        jdbc.sql(
                        """
                        update publishing.lost_release set seen_at = ?, seen_by = ?
                         where post = ? and seen_at is null
                        """)
                .params(PostStore.utc(at), by.value(), post.value())
                .update();
    }
}
