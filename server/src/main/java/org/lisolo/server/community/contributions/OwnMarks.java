package org.lisolo.server.community.contributions;

import org.lisolo.server.people.PersonalData;
import org.lisolo.server.people.PersonalRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody added to what others wrote, which is told to nobody but them. */
@Configuration(proxyBeanMethods = false)
class OwnMarks {
    @Bean
    @Order(61)
    static PersonalData ownReactions(JdbcClient jdbc) {
        return PersonalRows.of(jdbc)
                .section(
                        "reactions",
                        """
                        select r.kind as reaction, s.name
                          from community.reaction r
                          join community.contribution c on c.id = r.contribution
                          join community.space s on s.id = c.space
                         where r.account = :account order by c.id, r.kind
                        """,
                        "community.reaction.account")
                .worded("reaction", "discussions.reaction.")
                .erasing("delete from community.reaction where account = :account")
                .section(
                        "votes",
                        """
                        select s.name, v.choice + 1 as choice
                          from community.vote v
                          join community.discussion d on d.id = v.discussion
                          join community.space s on s.id = d.space
                         where v.account = :account order by d.id
                        """,
                        "community.vote.account")
                .erasing("delete from community.vote where account = :account")
                .section(
                        "cases_seen",
                        """
                        select s.name, e.at
                          from community.seen e
                          join community.discussion d on d.id = e.discussion
                          join community.space s on s.id = d.space
                         where e.account = :account order by e.at, d.id
                        """,
                        "community.seen.account")
                .erasing("delete from community.seen where account = :account");
    }
}
