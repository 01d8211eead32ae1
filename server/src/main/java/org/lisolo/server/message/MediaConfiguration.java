package org.lisolo.server.message;

import org.lisolo.server.platform.Reseals;
import org.lisolo.server.platform.SealedTable;
import org.lisolo.server.platform.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class MediaConfiguration {
    /** The key of each attachment; its bytes stay as they are. */
    @Bean
    static Reseals mediaKeysSealedAnew(
            Vault vault, JdbcClient jdbc, TransactionTemplate transactions) {
        return new SealedTable(
                        vault.of(Blobs.SEAL), Blobs.SEAL, "message.blob", "encode(hash, 'hex')")
                .sealed("key", "blob %s")
                .with(jdbc, transactions);
    }
}
