package org.lisolo.server.publishing;

import org.lisolo.server.people.PersonalData;
import org.lisolo.server.people.PersonalRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What somebody wrote, signed and let out for an organisation. The words are the organisation's.
 */
@Configuration(proxyBeanMethods = false)
class OwnPublishing {
    @Bean
    @Order(56)
    static PersonalData ownPieces(JdbcClient jdbc) {
        return PersonalRows.of(jdbc)
                .section(
                        "pieces",
                        """
                        select v.name, v.version, v.changed_at as at
                        from publishing.piece p
                        join publishing.piece_version v on v.piece = p.id
                        where v.changed_by = :account
                           or (p.owner = :account and v.version = p.version)
                        order by v.changed_at
                        """,
                        "publishing.piece.owner",
                        "publishing.piece_version.changed_by")
                .section(
                        "signatures",
                        """
                        select v.name, r.version, r.signed_at as at
                        from publishing.piece_review r
                        join publishing.piece_version v
                          on v.piece = r.piece and v.version = r.version
                        where r.signed_by = :account order by r.signed_at
                        """,
                        "publishing.piece_review.signed_by");
    }

    @Bean
    @Order(57)
    static PersonalData ownPosts(JdbcClient jdbc) {
        return PersonalRows.of(jdbc)
                .section(
                        "posts",
                        """
                        select v.title as name, v.version, v.changed_at as at
                        from publishing.post p
                        join publishing.post_version v on v.post = p.id
                        where v.changed_by = :account
                           or (p.author = :account and v.version = p.version)
                        order by v.changed_at
                        """,
                        "publishing.post.author",
                        "publishing.post_version.changed_by")
                .section(
                        "post_steps",
                        """
                        select v.title as name, s.kind, s.at
                        from publishing.post_step s
                        join publishing.post_version v
                          on v.post = s.post and v.version = s.version
                        where s.by_whom = :account order by s.at
                        """,
                        "publishing.post_step.by_whom")
                .worded("kind", "rights.post_step.")
                .section(
                        "post_releases",
                        """
                        select v.title as name, r.linked_at as at
                        from publishing.post_release r
                        join publishing.post_version v
                          on v.post = r.post and v.version = r.version
                        where r.linked_by = :account
                        union all
                        select '', seen_at from publishing.lost_release where seen_by = :account
                        order by at
                        """,
                        "publishing.post_release.linked_by",
                        "publishing.lost_release.seen_by");
    }

    @Bean
    @Order(57)
    static PersonalData ownApprovals(JdbcClient jdbc) {
        return PersonalRows.of(jdbc)
                .section(
                        "post_remarks",
                        """
                        select v.title as name, r.version, r.at
                        from publishing.post_remark r
                        join publishing.post_version v
                          on v.post = r.post and v.version = r.version
                        where r.by_whom = :account or r.resolved_by = :account order by r.at
                        """,
                        "publishing.post_remark.by_whom",
                        "publishing.post_remark.resolved_by")
                .section(
                        "publishing_settings",
                        """
                        select changed_at as at from publishing.approval
                        where changed_by = :account or reserve = :account
                        union all
                        select changed_at from publishing.reply_approval
                        where changed_by = :account
                        union all
                        select at from publishing.pause where by_whom = :account
                        union all
                        select made_at from publishing.calendar_feed where account = :account
                        order by at
                        """,
                        "publishing.calendar_feed.account",
                        "publishing.approval.changed_by",
                        "publishing.reply_approval.changed_by",
                        "publishing.approval.reserve",
                        "publishing.pause.by_whom");
    }
}
