package org.lisolo.server.people.members;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.server.people.EmailAddress;
import org.lisolo.server.people.PeopleKey;
import org.lisolo.server.platform.Seal;
import org.lisolo.server.platform.VaultWorkshop;
import org.lisolo.server.testing.Databases;
import org.lisolo.testkit.TestDatabase;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who asked for a code before the keys were changed is not lost by it, and not counted anew. */
class CodesAfterAChangeOfKeysTest {
    @TempDir Path keys;
    final TestDatabase database = Databases.migrated();
    final EmailAddress bijou = new EmailAddress("bijou@ailleurs.example");

    @Test
    void aCodeSentBeforeIsRightAfterAndStillCounts() {
        Instant now = Instant.now();
        UUID ticket = UUID.randomUUID();
        CodeStore before = store(VaultWorkshop.vault(database, keys).of("people"));
        var pending = new Pending(Pending.Purpose.SIGN_IN, bijou, Optional.empty(), "Bijou", "fr");
        before.add(ticket, pending, "192.0.2.7", Optional.of("123456"), now);

        CodeStore after = store(VaultWorkshop.afterAChange(database, keys, "people").of("people"));
        CodeStore.Asked asked = after.asked(bijou, "192.0.2.7", now.minusSeconds(60));
        assertThat(asked.forContact()).isOne();
        assertThat(asked.fromThere()).isOne();
        CodeStore.Tried tried = after.tryOnce(ticket, now).orElseThrow();
        assertThat(after.isRight(ticket, tried, "123456")).isTrue();
        assertThat(after.isRight(ticket, tried, "123457")).isFalse();
        assertThat(tried.pending().contact()).isEqualTo(bijou);
    }

    private CodeStore store(Seal seal) {
        return new CodeStore(Databases.client(database), new PeopleKey(seal));
    }
}
