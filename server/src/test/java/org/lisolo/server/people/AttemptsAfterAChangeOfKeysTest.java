package org.lisolo.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Seal;
import org.lisolo.server.platform.VaultWorkshop;
import org.lisolo.server.testing.Databases;
import org.lisolo.testkit.TestDatabase;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** A change of keys gives nobody who guesses a fresh count. */
class AttemptsAfterAChangeOfKeysTest {
    @TempDir Path keys;
    final TestDatabase database = Databases.migrated();

    @Test
    void whatWasTriedBeforeStillCounts() {
        Attempts before = attempts(VaultWorkshop.vault(database, keys).of("people"));
        for (int i = 0; i < Attempts.PER_ACCOUNT; i++) {
            assertThat(before.begin(before.of("code of bijou"), "192.0.2.7")).isZero();
        }
        Attempts after =
                attempts(VaultWorkshop.afterAChange(database, keys, "people").of("people"));
        Attempts.Attempt attempt = after.of("code of bijou");
        assertThat(after.begin(attempt, "192.0.2.8")).isPositive();
        after.succeeded(attempt);
        assertThat(after.begin(after.of("code of bijou"), "192.0.2.8")).isZero();
    }

    private Attempts attempts(Seal seal) {
        return new Attempts(
                Databases.client(database),
                new PeopleKey(seal),
                new Ids(Clock.systemUTC(), new SecureRandom()),
                Clock.systemUTC());
    }
}
