package org.lisolo.server.community;

import org.lisolo.server.platform.Reseals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;

@Configuration(proxyBeanMethods = false)
class SealedAnew {
    @Bean
    static Reseals communityWordsSealedAnew(
            SealedWords words, JdbcClient jdbc, TransactionTemplate transactions) {
        return Reseals.together(
                List.of(
                        words.table("report", "words").with(jdbc, transactions),
                        words.table("report_reply", "words").with(jdbc, transactions),
                        words.table("decision", "words").with(jdbc, transactions),
                        words.table("appeal", "words", "answer").with(jdbc, transactions),
                        words.table("held", "words").with(jdbc, transactions),
                        words.table("alias", "account")
                                .hashed("lookup", "account", "community.alias")
                                .with(jdbc, transactions),
                        words.table("goal", "words").with(jdbc, transactions),
                        words.table("check_in", "words").with(jdbc, transactions),
                        words.table("alias_opening", "reason").with(jdbc, transactions),
                        words.table("worry", "words", "note").with(jdbc, transactions)));
    }
}
