package org.lisolo.server.channels;

import org.lisolo.server.people.PersonalData;
import org.lisolo.server.people.PersonalRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tokens of channels that somebody made, and the imports they started. */
@Configuration(proxyBeanMethods = false)
class OwnChannels {
    @Bean
    @Order(51)
    static PersonalData ownChannelWork(JdbcClient jdbc) {
        return PersonalRows.of(jdbc)
                .section(
                        "channel_tokens",
                        """
                        select name, created_at as made, expires_at as expires from channels.token
                        where created_by = :account order by created_at
                        """,
                        "channels.token.created_by")
                .section(
                        "imports",
                        """
                        select file_name as file, created_at as began, finished_at as ended
                        from channels.import_job where started_by = :account order by created_at
                        """,
                        "channels.import_job.started_by");
    }
}
