package org.lisolo.server.message;

import org.lisolo.server.people.PersonalData;
import org.lisolo.server.people.PersonalRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The erasures and limitations that somebody decided. */
@Configuration(proxyBeanMethods = false)
class OwnErasures {
    @Bean
    @Order(53)
    static PersonalData erasuresBy(JdbcClient jdbc) {
        return PersonalRows.of(jdbc)
                .section(
                        "erasures",
                        """
                        select at, count(*) as number from message.erasure
                        where by = :account group by at order by at
                        """,
                        "message.erasure.by")
                .section(
                        "limitations",
                        "select at from message.limitation where by = :account order by at",
                        "message.limitation.by");
    }
}
