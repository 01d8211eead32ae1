package org.lisolo.server.monitoring.past;

import org.lisolo.screening.Excerpt;
import org.lisolo.server.message.EventId;
import org.lisolo.server.monitoring.RuleId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a rule found, live and in the past.
 *
 * @param lookBack how far the past was looked through; nothing in the first moment
 * @param found how many events by now
 * @param month the last 30 days, by day of receipt
 * @param rows the newest few, or one page of all
 * @param older where the next page begins; empty at the end
 * @param askAgain seconds until the page asks how far it came
 */
public record PastPage(
        RuleId rule,
        String name,
        Optional<LookBack> lookBack,
        long found,
        Days month,
        List<Row> rows,
        String older,
        boolean mayEdit,
        int askAgain) {
    public PastPage {
        rows = List.copyOf(rows);
    }

    /** An event that the rule is true of. */
    public record Row(
            EventId event, String author, String channel, Instant receivedAt, Excerpt excerpt) {}

    public String path() {
        return "/work/rules/" + rule;
    }

    public boolean running() {
        return lookBack.isEmpty() || lookBack.get().isRunning();
    }
}
