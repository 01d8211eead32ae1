package org.lisolo.server.evidence;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What was asked for in vain, as the trail tells it: so much in a quarter of an hour that a flood
 * can't fill it, on each node; of the rest one record tells how many there were. Safe for use by
 * many threads.
 */
public final class Refusals {
    /** Whoever nothing is known of counts as one. */
    public static final String STRANGERS = "";

    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int OF_ONE = 20;
    static final int OF_STRANGERS = 200;
    static final String MORE = "MORE_REFUSED";

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private static final class Count {
        private int told;
        private int more;
        private List<AuditDraft> sums = List.of();
    }

    private final AuditTrail trail;
    private final Clock clock;
    private final Map<String, Count> counts = new HashMap<>();
    private Instant began;

    Refusals(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
        this.began = clock.instant();
    }

    /**
     * Writes these, unless too much of the same was written lately.
     *
     * @param whose an account, by whose number they are bounded, or {@link #STRANGERS}
     */
    public void write(String whose, Supplier<List<AuditDraft>> drafts) {
        if (!isTold(whose)) {
            return;
        }
        List<AuditDraft> refused =
                drafts.get().stream()
                        .map(draft -> draft.deed() == Deed.REFUSED ? draft : draft.as(Deed.REFUSED))
                        .toList();
        note(whose, refused.stream().map(draft -> draft.summed(MORE)).toList());
        trail.write(refused);
    }

    /** As {@link #write}, after whoever was refused has their answer, which thus tells nothing. */
    public void writeApart(String whose, Supplier<List<AuditDraft>> drafts) {
        Thread.ofVirtual()
                .name("refusal")
                .start(
                        () -> {
                            try {
                                write(whose, drafts);
                            } catch (RuntimeException e) {
                                log.warn("a refusal is not in the trail: {}", e.toString());
                            }
                        });
    }

    private synchronized boolean isTold(String whose) {
        Count count = counts.computeIfAbsent(whose, _ -> new Count());
        if (count.told < (whose.equals(STRANGERS) ? OF_STRANGERS : OF_ONE)) {
            count.told++;
            return true;
        }
        count.more++;
        return false;
    }

    private synchronized void note(String whose, List<AuditDraft> sums) {
        Count count = counts.get(whose);
        if (count != null) {
            count.sums = sums;
        }
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void turn() {
        if (clock.instant().isAfter(began.plus(WINDOW))) {
            sumUp();
        }
    }

    /** Tells of the rest, and begins to count anew. */
    void sumUp() {
        List<AuditDraft> sums = taken();
        if (!sums.isEmpty()) {
            trail.write(sums);
        }
    }

    private synchronized List<AuditDraft> taken() {
        List<AuditDraft> sums = new ArrayList<>();
        for (Count count : counts.values()) {
            if (count.more > 0) {
                count.sums.forEach(sum -> sums.add(sum.about("number", count.more)));
            }
        }
        counts.clear();
        began = clock.instant();
        return sums;
    }
}
