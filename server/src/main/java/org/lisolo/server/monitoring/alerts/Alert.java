package org.lisolo.server.monitoring.alerts;

import org.lisolo.screening.Span;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.monitoring.CaseId;
import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.monitoring.Urgency;
import org.lisolo.server.people.OrganisationId;

import java.time.Instant;
import java.util.List;

/**
 * An event that at least one rule of the organisation caught. It holds no words.
 *
 * @param position of the event in the log: names the alert within its organisation
 * @param urgency the highest of the rules that matched
 */
public record Alert(
        OrganisationId organisation,
        long position,
        EventId event,
        MessageId message,
        ChannelId channel,
        Urgency urgency,
        Instant receivedAt,
        Instant raisedAt,
        CaseId caseId,
        List<Caught> caught) {
    public Alert {
        caught = List.copyOf(caught);
    }

    /** The rule, in the version that matched, and where: offsets in the words as screened. */
    public record Caught(RuleId rule, int ruleVersion, List<Span> spans) {
        public Caught {
            spans = List.copyOf(spans);
        }
    }

    Alert catching(List<Caught> caught) {
        return new Alert(
                organisation,
                position,
                event,
                message,
                channel,
                urgency,
                receivedAt,
                raisedAt,
                caseId,
                caught);
    }

    /** All that any rule marked. */
    public List<Span> spans() {
        return caught.stream().flatMap(c -> c.spans().stream()).sorted().distinct().toList();
    }
}
