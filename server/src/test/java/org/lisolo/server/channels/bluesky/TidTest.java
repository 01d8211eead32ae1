package org.lisolo.server.channels.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.platform.Ids;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

class TidTest {
    @Test
    void isTheSameForTheSameParcelAndHasTheFormOfAKey() {
        UUID parcel = UUID.fromString("01a227d4-d02e-7362-b8a9-42e05788d4b3");
        assertThat(Tid.of(parcel)).isEqualTo(Tid.of(parcel)).matches("[234567a-j][2-7a-z]{12}");
    }

    @Test
    void sortsAsTheTimeDoes() {
        Random random = new Random(3);
        String before = "";
        for (int i = 0; i < 1_000; i++) {
            Instant at = Instant.parse("2026-03-12T14:05:00Z").plusMillis(i);
            String next = Tid.of(new Ids(Clock.fixed(at, ZoneOffset.UTC), random).next());
            assertThat(next).isGreaterThan(before);
            before = next;
        }
    }

    @Test
    void parcelsOfOneMillisecondHaveKeysOfTheirOwn() {
        Clock stopped = Clock.fixed(Instant.parse("2026-03-12T14:05:00Z"), ZoneOffset.UTC);
        Ids ids = new Ids(stopped, new Random(4));
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            keys.add(Tid.of(ids.next()));
        }
        assertThat(keys).hasSize(100);
    }
}
