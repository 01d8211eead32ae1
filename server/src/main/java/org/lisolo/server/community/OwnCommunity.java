package org.lisolo.server.community;

import org.lisolo.server.people.PersonalData;
import org.lisolo.server.people.PersonalRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the community keeps of a person beside the words, which stand in the log. */
@Configuration(proxyBeanMethods = false)
class OwnCommunity {
    @Bean
    @Order(60)
    static PersonalData ownSpaces(JdbcClient jdbc) {
        return PersonalRows.of(jdbc)
                .section(
                        "spaces",
                        """
                        select s.name, m.standing as state, m.since
                          from community.membership m join community.space s on s.id = m.space
                         where m.account = :account order by m.since
                        """,
                        "community.membership.account")
                .named("state", "spaces.standing.")
                .erasing("delete from community.membership where account = :account")
                .section(
                        "contributions",
                        """
                        select s.name, c.at
                          from community.contribution c join community.space s on s.id = c.space
                         where c.author = :account order by c.id
                        """,
                        "community.contribution.author");
    }

    @Bean
    @Order(61)
    static PersonalData ownModeration(JdbcClient jdbc) {
        return PersonalRows.of(jdbc)
                .section(
                        "moderation_reports",
                        """
                        select s.name, r.reason as category, r.at
                          from community.report r
                          join community.report_file f on f.id = r.file
                          join community.space s on s.id = f.space
                         where r.reporter = :account order by r.at
                        """,
                        "community.report.reporter",
                        "community.report_reply.writer")
                .worded("category", "moderation.reason.")
                .section(
                        "moderation_held",
                        """
                        select s.name, h.at
                          from community.held h join community.space s on s.id = h.space
                         where h.author = :account order by h.at
                        """,
                        "community.held.author")
                .section(
                        "moderation_decisions",
                        """
                        select s.name, d.kind as state, d.reason as category, d.decided_at as at,
                               d.until
                          from community.decision d join community.space s on s.id = d.space
                         where d.person = :account order by d.decided_at
                        """,
                        "community.decision.person",
                        "community.appeal.appellant")
                .worded("state", "moderation.kind.")
                .worded("category", "moderation.reason.")
                .section(
                        "moderation_deeds",
                        """
                        select s.name, d.kind as state, d.decided_at as at
                          from community.decision d join community.space s on s.id = d.space
                         where d.decided_by = :account order by d.decided_at
                        """,
                        "community.decision.decided_by",
                        "community.appeal.decided_by",
                        "community.report_file.claimed_by")
                .worded("state", "moderation.kind.")
                .erasing("delete from community.report where reporter = :account")
                .erasing("delete from community.report_reply where writer = :account")
                .erasing("delete from community.appeal where appellant = :account")
                .erasing(
                        """
                        delete from community.waiting_picture w using community.held h
                         where w.contribution = h.id and h.author = :account
                        """)
                .erasing("delete from community.held where author = :account")
                .erasing("update community.decision set person = null where person = :account");
    }

    @Bean
    @Order(61)
    static PersonalData ownPeers(JdbcClient jdbc) {
        return PersonalRows.of(jdbc)
                .section(
                        "blocks",
                        "select at from community.block where blocker = :account order by at",
                        "community.block.blocker",
                        "community.block.blocked")
                .section(
                        "worries",
                        """
                        select s.name, w.at
                          from community.worry w join community.space s on s.id = w.space
                         where w.raised_by = :account or w.taken_by = :account
                        union all
                        select s.name, null
                          from community.on_call c join community.space s on s.id = c.space
                         where c.account = :account
                        """,
                        "community.worry.raised_by",
                        "community.worry.taken_by",
                        "community.on_call.account")
                .section(
                        "alias_openings",
                        """
                        select asked_at as at from community.alias_opening
                         where asked_by = :account or answered_by = :account order by asked_at
                        """,
                        "community.alias_opening.asked_by",
                        "community.alias_opening.answered_by")
                .erasing(
                        "delete from community.block where blocker = :account or blocked ="
                                + " :account")
                .erasing("delete from community.worry where raised_by = :account")
                .erasing("delete from community.on_call where account = :account");
    }
}
