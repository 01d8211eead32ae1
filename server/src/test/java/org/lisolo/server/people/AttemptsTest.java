package org.lisolo.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Seal;
import org.lisolo.server.testing.Databases;
import org.lisolo.testkit.TestDatabase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

class AttemptsTest {
    private static final EmailAddress AWA = new EmailAddress("awa@hopital.example");

    final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-03-12T14:05:00Z"));
    final InstantSource time = now::get;
    final TestDatabase database = Databases.migrated();
    final PeopleKey key = new PeopleKey(Seal.unkept());
    final Attempts attempts = node(1);

    private Attempts node(int seed) {
        return new Attempts(
                Databases.client(database),
                key,
                new Ids(time, new Random(seed)),
                time.withZone(ZoneOffset.UTC));
    }

    private Duration tryFrom(EmailAddress email, String address) {
        var attempt = attempts.of(email);
        Duration wait = attempts.begin(attempt, address);
        if (wait.isPositive()) {
            attempts.notMade(attempt);
        }
        return wait;
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(tryFrom(AWA, "192.0.2." + i)).isZero();
        }
    }

    @Test
    void waitsUntilTheOldestIsAQuarterOfAnHourBack() {
        fail(Attempts.PER_ACCOUNT);
        now.updateAndGet(then -> then.plus(Duration.ofMinutes(5)));
        assertThat(tryFrom(AWA, "192.0.2.99")).isEqualTo(Duration.ofMinutes(10).plusSeconds(1));
        now.updateAndGet(then -> then.plus(Duration.ofMinutes(10)));
        assertThat(tryFrom(AWA, "192.0.2.99")).isZero();
    }

    @Test
    void isNotMadeLongerByTryingOn() {
        fail(Attempts.PER_ACCOUNT);
        for (int i = 0; i < 20; i++) {
            assertThat(tryFrom(AWA, "192.0.2.99")).isPositive();
        }
        now.updateAndGet(then -> then.plus(Attempts.WINDOW));
        assertThat(tryFrom(AWA, "192.0.2.99")).isZero();
    }

    @Test
    void forgetsTheFailuresAtASuccess() {
        fail(Attempts.PER_ACCOUNT - 1);
        var right = attempts.of(AWA);
        assertThat(attempts.begin(right, "192.0.2.7")).isZero();
        attempts.succeeded(right);
        fail(Attempts.PER_ACCOUNT);
    }

    @Test
    void stopsOneAddressThatTriesManyAccounts() {
        for (int i = 0; i < Attempts.PER_ADDRESS; i++) {
            assertThat(tryFrom(new EmailAddress(i + "@hopital.example"), "192.0.2.1")).isZero();
        }
        assertThat(tryFrom(AWA, "192.0.2.1")).isPositive();
        assertThat(tryFrom(AWA, "192.0.2.2")).isZero();
    }

    @Test
    void isTheSameLimitOverAllNodes() {
        Attempts other = node(2);
        fail(Attempts.PER_ACCOUNT - 1);
        var last = other.of(AWA);
        assertThat(other.begin(last, "192.0.2.50")).as("the last that is free").isZero();
        assertThat(tryFrom(AWA, "192.0.2.51")).isPositive();
        var refused = other.of(AWA);
        assertThat(other.begin(refused, "192.0.2.52")).isPositive();
        other.notMade(refused);

        other.succeeded(last);
        assertThat(tryFrom(AWA, "192.0.2.53")).as("a success there opens here").isZero();
    }

    @Test
    void countsAnIpv6NetworkAsOne() {
        assertThat(Attempts.network("2001:db8:1:2:a::1"))
                .isEqualTo(Attempts.network("2001:db8:1:2:b::9"))
                .isNotEqualTo(Attempts.network("2001:db8:1:3:a::1"));
    }

    @Test
    void letsNoMoreThroughWhenAllComeAtOnce() throws InterruptedException {
        var through = new java.util.concurrent.atomic.AtomicInteger();
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4 * Attempts.PER_ACCOUNT; i++) {
                String address = "192.0.2." + i;
                threads.submit(
                        () -> {
                            if (tryFrom(AWA, address).isZero()) {
                                through.incrementAndGet();
                            }
                        });
            }
        }
        assertThat(through.get()).isLessThanOrEqualTo(Attempts.PER_ACCOUNT);
    }
}
