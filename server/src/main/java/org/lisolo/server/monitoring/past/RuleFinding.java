package org.lisolo.server.monitoring.past;

import org.lisolo.screening.Span;
import org.lisolo.server.message.EventId;
import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.people.OrganisationId;

import java.util.List;

/**
 * A rule that is true of an event. It holds no words.
 *
 * @param wording the rule's version since which its query and channels stand unchanged
 * @param spans offsets in the words as screened
 */
public record RuleFinding(
        OrganisationId organisation, RuleId rule, int wording, EventId event, List<Span> spans) {
    public RuleFinding {
        spans = List.copyOf(spans);
    }
}
