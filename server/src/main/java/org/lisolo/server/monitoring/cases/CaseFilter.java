package org.lisolo.server.monitoring.cases;

import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.monitoring.Urgency;

import java.util.Locale;
import java.util.Optional;

/** Which cases a list shows; it lives in the address. */
public record CaseFilter(Show show, Optional<RuleId> rule, Optional<Urgency> urgency) {

    public enum Show {
        OPEN,
        MINE,
        UNASSIGNED,
        OVERDUE,
        CLOSED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
