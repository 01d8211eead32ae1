package org.lisolo.server.monitoring.past;

import org.lisolo.server.message.EventId;
import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.people.OrganisationId;

import java.time.Instant;
import java.util.Optional;

/**
 * A look through the past with a rule, the newest events first. It finds and raises no alerts.
 *
 * @param wording the rule's version since which its query and channels stand unchanged
 * @param before events below this one are still to be looked at
 * @param looked how many events were looked at
 * @param found in how many of them the rule is true
 * @param total how many events there were at the beginning; nothing before it was counted
 */
public record LookBack(
        RuleId rule,
        OrganisationId organisation,
        int wording,
        State state,
        EventId before,
        long looked,
        long found,
        Optional<Long> total,
        Instant begunAt,
        Optional<Instant> endedAt) {

    /** The names are stored. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    /** Of 100. */
    public int percent() {
        long all = total.orElse(0L);
        return all == 0 ? 0 : (int) Math.min(100, looked * 100 / all);
    }

    /** After one step further back. */
    public LookBack after(EventId last, int looked, int found) {
        return new LookBack(
                rule,
                organisation,
                wording,
                state,
                last,
                this.looked + looked,
                this.found + found,
                total,
                begunAt,
                endedAt);
    }
}
