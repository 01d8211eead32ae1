package org.lisolo.server.monitoring.cases;

import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.monitoring.Urgency;
import org.lisolo.server.people.TeamId;

import java.util.Locale;
import java.util.Optional;

/** Which cases a list shows; it lives in the address. */
public record CaseFilter(
        Show show, Optional<RuleId> rule, Optional<Urgency> urgency, Optional<TeamId> team) {

    CaseFilter showing(Show other) {
        return new CaseFilter(other, rule, urgency, team);
    }

    public enum Show {
        OPEN,
        MINE,
        /** Given to a team of the reader's, and taken by nobody yet. */
        OURS,
        UNASSIGNED,
        OVERDUE,
        CLOSED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
