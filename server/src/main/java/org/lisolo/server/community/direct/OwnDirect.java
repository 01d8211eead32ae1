package org.lisolo.server.community.direct;

import org.lisolo.server.people.PersonalData;
import org.lisolo.server.people.PersonalRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is kept of what somebody writes to others: the words are on their page of messages. With the
 * account goes all of it, also what others wrote to them.
 */
@Configuration(proxyBeanMethods = false)
class OwnDirect {
    @Bean
    @Order(62)
    static PersonalData ownDirectMessages(JdbcClient jdbc) {
        return PersonalRows.of(jdbc)
                .section(
                        "direct",
                        """
                        select d.at from community.direct d
                         where d.sender = :account order by d.id
                        """,
                        "community.direct.sender")
                .section(
                        "direct_pairs",
                        """
                        select opened_at as since from community.pair
                         where one = :account or other = :account order by opened_at
                        """,
                        "community.pair.one",
                        "community.pair.other",
                        "community.pair.opened_by")
                .erasing("delete from community.pair where one = :account or other = :account")
                .section(
                        "direct_setting",
                        """
                        select allowed as kind from community.direct_setting
                         where account = :account
                        """,
                        "community.direct_setting.account")
                .worded("kind", "direct.allowed.")
                .erasing("delete from community.direct_setting where account = :account")
                .section(
                        "direct_reports",
                        """
                        select at from community.direct_report
                         where reporter = :account order by at
                        """,
                        "community.direct_report.reporter",
                        "community.direct_report.sender")
                .erasing(
                        """
                        delete from community.direct_report
                         where reporter = :account or sender = :account
                        """)
                .section(
                        "direct_barred",
                        "select since from community.direct_barred where account = :account",
                        "community.direct_barred.account")
                .erasing("delete from community.direct_barred where account = :account");
    }
}
