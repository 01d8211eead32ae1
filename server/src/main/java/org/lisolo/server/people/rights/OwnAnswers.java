package org.lisolo.server.people.rights;

import org.lisolo.server.people.PersonalData;
import org.lisolo.server.people.PersonalRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The requests about personal data that somebody answered in their work; their own stand beside.
 */
@Configuration(proxyBeanMethods = false)
class OwnAnswers {
    @Bean
    @Order(56)
    static PersonalData answersBy(JdbcClient jdbc) {
        return PersonalRows.of(jdbc)
                .section(
                        "answers",
                        """
                        select kind, state, decided_at as at from people.data_request
                        where decided_by = :account order by decided_at
                        """,
                        "people.data_request.decided_by",
                        // told with their words and answer beside these sections
                        "people.data_request.account")
                .worded("kind", "rights.today.")
                .worded("state", "rights.state.");
    }
}
