package org.lisolo.server.community.notices;

import org.lisolo.server.people.PersonalData;
import org.lisolo.server.people.PersonalRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of what somebody follows and how they are told; it goes with the account. */
@Configuration(proxyBeanMethods = false)
class OwnNotices {
    @Bean
    @Order(61)
    static PersonalData ownFollowsAndNotices(JdbcClient jdbc) {
        return PersonalRows.of(jdbc)
                .section(
                        "follows",
                        """
                        select kind, coalesce(tag, target::text) as value, since
                          from community.follow where account = :account order by since
                        """,
                        "community.follow.account",
                        "community.follow.target")
                .worded("kind", "following.kind.")
                .erasing(
                        """
                        delete from community.follow
                         where account = :account or kind = 'PERSON' and target = :account
                        """)
                .section(
                        "notices",
                        """
                        select reason as kind, at from community.notice
                         where account = :account order by id
                        """,
                        "community.notice.account")
                .worded("kind", "notices.reason.")
                .erasing("delete from community.notice where account = :account")
                .section(
                        "notice_settings",
                        """
                        select digest as kind, zone as value
                          from community.notice_setting where account = :account
                        """,
                        "community.notice_setting.account")
                .worded("kind", "notices.digest.")
                .erasing("delete from community.notice_setting where account = :account")
                .section(
                        "space_settings",
                        """
                        select s.name, t.level as kind
                          from community.space_setting t join community.space s on s.id = t.space
                         where t.account = :account order by s.name
                        """,
                        "community.space_setting.account")
                .worded("kind", "notices.level.")
                .erasing("delete from community.space_setting where account = :account");
    }
}
