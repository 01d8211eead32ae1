package org.lisolo.server.platform;

import org.lisolo.server.platform.keys.KeysetStore;
import org.lisolo.server.platform.keys.Keysets;
import org.lisolo.server.platform.keys.MainKeys;
import org.lisolo.testkit.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Vaults for tests that need no Spring. */
public final class VaultWorkshop {
    private VaultWorkshop() {}

    /** A node's, with its main key in a folder. */
    public static Vault vault(TestDatabase database, Path folder) {
        return vault(database, new MainKeys(folder, Optional.empty(), Optional.empty()));
    }

    /** A node's after the keys of a purpose were changed, once all nodes know them. */
    public static Vault afterAChange(TestDatabase database, Path folder, String purpose) {
        var main = new MainKeys(folder, Optional.empty(), Optional.empty());
        keysets(database, main, Duration.ZERO).rotate(purpose);
        return new Vault(
                keysets(database, main, Duration.ofMinutes(1)),
                new TransactionTemplate(new JdbcTransactionManager(database.dataSource())));
    }

    static Vault vault(TestDatabase database, MainKeys main) {
        return new Vault(
                keysets(database, main, Duration.ZERO),
                new TransactionTemplate(new JdbcTransactionManager(database.dataSource())));
    }

    static Keysets keysets(TestDatabase database, MainKeys main, Duration ahead) {
        return new Keysets(store(database, ahead), main, Duration.ofSeconds(4));
    }

    static KeysetStore store(TestDatabase database, Duration ahead) {
        Clock clock = Clock.offset(Clock.systemUTC(), ahead);
        return new KeysetStore(JdbcClient.create(database.dataSource()), clock);
    }
}
