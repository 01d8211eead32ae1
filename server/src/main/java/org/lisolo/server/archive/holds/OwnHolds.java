package org.lisolo.server.archive.holds;

import org.lisolo.server.people.PersonalData;
import org.lisolo.server.people.PersonalRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The holds that somebody placed or released, and the erasures they asked for. Reasons are not
 * theirs.
 */
@Configuration(proxyBeanMethods = false)
class OwnHolds {
    @Bean
    @Order(50)
    static PersonalData holdsBy(JdbcClient jdbc) {
        return PersonalRows.of(jdbc)
                .section(
                        "holds",
                        """
                        select id as hold, placed_at, released_at from archive.hold
                        where placed_by = :account or released_by = :account order by id
                        """,
                        "archive.hold.placed_by",
                        "archive.hold.released_by")
                .section(
                        "waiting_erasures",
                        """
                        select message, asked_at as asked from archive.waiting_erasure
                        where asked_by = :account order by asked_at
                        """,
                        "archive.waiting_erasure.asked_by");
    }
}
