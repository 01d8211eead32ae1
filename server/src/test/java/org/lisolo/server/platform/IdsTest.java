package org.lisolo.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

class IdsTest {
    private static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void areVersionSevenAndTellTheirTime() {
        UUID id = new Ids(InstantSource.fixed(MORNING), new Random(1)).next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(MORNING.toEpochMilli());
    }

    @Test
    void growEvenWithinAMillisecondAndWhenTheClockIsSetBack() {
        AtomicReference<Instant> now = new AtomicReference<>(MORNING);
        Ids ids = new Ids(now::get, new Random(1));
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            if (i == 5_000) {
                now.set(MORNING.minusSeconds(3_600));
            }
            made.add(ids.next().toString());
        }
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void areNeverGivenTwiceToManyThreads() throws Exception {
        Ids ids = new Ids(InstantSource.system(), new Random(1));
        Set<UUID> made = ConcurrentHashMap.newKeySet();
        Callable<Boolean> thousand =
                () -> {
                    String last = "";
                    boolean grows = true;
                    for (int i = 0; i < 1_000; i++) {
                        UUID id = ids.next();
                        grows &= last.compareTo(id.toString()) < 0;
                        last = id.toString();
                        made.add(id);
                    }
                    return grows;
                };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : threads.invokeAll(List.of(thousand, thousand, thousand, thousand))) {
                assertThat(result.get()).isTrue();
            }
        }
        assertThat(made).hasSize(4_000);
    }
}
