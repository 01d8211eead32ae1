package org.lisolo.server.publishing.gate;

import org.lisolo.screening.Span;
import org.lisolo.server.message.Author;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.monitoring.rules.RuleState;
import org.lisolo.server.monitoring.rules.RuleWatch.Hit;
import org.lisolo.server.monitoring.rules.RulesInForce;
import org.lisolo.server.people.OrganisationId;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Which of the organisation's own rules a draft would set off, were it said. */
@Component
class RuleFindings {
    private static final ChannelId NOWHERE = new ChannelId(new UUID(0, 0));

    private final RulesInForce rules;
    private final Clock clock;

    RuleFindings(RulesInForce rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    List<Finding> in(String part, String text, OrganisationId organisation, String language) {
        return rules
                .current()
                .screen(said(text, organisation, language))
                .getOrDefault(organisation, List.of())
                .stream()
                .filter(hit -> hit.rule().state() == RuleState.ON)
                .map(hit -> finding(part, text, hit))
                .toList();
    }

    private static Finding finding(String part, String text, Hit hit) {
        List<Span> spans = hit.match().spans();
        Span span = spans.isEmpty() ? new Span(0, 0) : spans.getFirst();
        return new Finding(
                Concern.RULE,
                part,
                span,
                span.in(text).toString(),
                hit.rule().terms().name(),
                "",
                "");
    }

    private MessageEvent said(String text, OrganisationId organisation, String language) {
        return new MessageEvent(
                new EventId(UUID.randomUUID()),
                EventKind.CREATED,
                NOWHERE,
                "draft",
                new Author("draft", null, null),
                organisation,
                Visibility.ORGANISATION,
                language,
                null,
                null,
                null,
                clock.instant(),
                clock.instant(),
                null,
                text,
                null,
                List.of());
    }
}
