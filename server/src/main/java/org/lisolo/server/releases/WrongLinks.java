package org.lisolo.server.releases;

import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whoever tries links that are none is told so a few times and then sent away. A link that is one
 * opens whatever others behind the same address tried: nobody guesses 256 bits. Thread-safe.
 */
@Component
class WrongLinks {
    static final int MOST = 30;
    private static final Duration WITHIN = Duration.ofMinutes(15);
    private static final int ADDRESSES = 10_000;

    private record Tries(int count, Instant since) {}

    private final Map<String, Tries> tries = new ConcurrentHashMap<>();
    private final Clock clock;

    WrongLinks(Clock clock) {
        this.clock = clock;
    }

    /** What to say to whoever tried one from there. */
    Problem tried(String address) {
        Instant now = clock.instant();
        if (tries.size() >= ADDRESSES) {
            tries.values().removeIf(one -> one.since().plus(WITHIN).isBefore(now));
        }
        Tries counted =
                tries.merge(
                        address,
                        new Tries(1, now),
                        (old, first) ->
                                old.since().plus(WITHIN).isBefore(now)
                                        ? first
                                        : new Tries(old.count() + 1, old.since()));
        return counted.count() > MOST
                ? Problem.of(Problem.Kind.TOO_MANY, "releases.problem.tries")
                : Problem.notFound("releases.problem.link");
    }
}
