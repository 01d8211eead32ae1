package org.lisolo.server.publishing.posts;

import org.lisolo.server.platform.Reseals;
import org.lisolo.server.platform.SealedTable;
import org.lisolo.server.platform.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class PicturesConfiguration {
    /** The keys of each picture; its bytes stay as they are. */
    @Bean
    static Reseals postPicturesSealedAnew(
            Vault vault, JdbcClient jdbc, TransactionTemplate transactions) {
        return new SealedTable(
                        vault.of(PostPictureStore.PURPOSE),
                        PostPictureStore.PURPOSE,
                        "publishing.picture",
                        "organisation::text || ' ' || hash")
                .sealed("key", "picture %s")
                .sealed("small_key", "picture small %s")
                .with(jdbc, transactions);
    }
}
