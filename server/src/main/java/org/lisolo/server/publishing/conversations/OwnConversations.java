package org.lisolo.server.publishing.conversations;

import org.lisolo.server.people.PersonalData;
import org.lisolo.server.people.PersonalRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom conversations are given to, and what somebody did in them. */
@Configuration(proxyBeanMethods = false)
class OwnConversations {
    @Bean
    @Order(58)
    static PersonalData ownTalk(JdbcClient jdbc) {
        return PersonalRows.of(jdbc)
                .section(
                        "conversations",
                        """
                        select began_at as began, last_at as at from publishing.conversation
                        where assignee = :account order by began_at
                        """,
                        "publishing.conversation.assignee")
                .section(
                        "conversation_steps",
                        """
                        select kind, at from publishing.conversation_step
                        where by_whom = :account or person = :account
                        union all
                        select 'WRITES', since from publishing.conversation_presence
                        where account = :account
                        union all
                        select 'SETTINGS', changed_at from publishing.conversation_promise
                        where changed_by = :account
                        order by at
                        """,
                        "publishing.conversation_step.by_whom",
                        "publishing.conversation_step.person",
                        "publishing.conversation_presence.account",
                        "publishing.conversation_promise.changed_by");
    }
}
