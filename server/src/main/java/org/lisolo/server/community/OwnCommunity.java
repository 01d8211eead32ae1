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
}
