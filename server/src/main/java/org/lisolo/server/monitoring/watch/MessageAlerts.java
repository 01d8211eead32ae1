package org.lisolo.server.monitoring.watch;

import org.lisolo.screening.Span;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.monitoring.CaseId;
import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.monitoring.alerts.Alert;
import org.lisolo.server.monitoring.alerts.AlertStore;
import org.lisolo.server.monitoring.rules.Rule;
import org.lisolo.server.monitoring.rules.RuleLink;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.people.OrganisationId;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The alerts that messages raised, for whoever shows these messages. */
@Service
@NamedInterface("alerts")
public class MessageAlerts {
    private final AlertStore store;
    private final Rules rules;

    MessageAlerts(AlertStore store, Rules rules) {
        this.store = store;
        this.rules = rules;
    }

    /**
     * An alert on a message.
     *
     * @param event the version that raised it
     * @param spans what was marked in that version's words
     */
    public record Raised(EventId event, List<RuleLink> rules, List<Span> spans, CaseId caseId) {
        public Raised {
            rules = List.copyOf(rules);
            spans = List.copyOf(spans);
        }
    }

    /** The newest first; messages without are not in the answer. */
    public Map<MessageId, List<Raised>> of(
            OrganisationId organisation, Collection<MessageId> messages) {
        List<Alert> alerts = store.ofMessages(organisation, messages);
        Set<RuleId> named =
                alerts.stream()
                        .flatMap(alert -> alert.caught().stream())
                        .map(Alert.Caught::rule)
                        .collect(Collectors.toSet());
        Map<RuleId, Rule> known = rules.find(organisation, named);
        return alerts.stream()
                .collect(
                        Collectors.groupingBy(
                                Alert::message,
                                Collectors.mapping(
                                        alert -> raised(alert, known), Collectors.toList())));
    }

    private static Raised raised(Alert alert, Map<RuleId, Rule> known) {
        return new Raised(alert.event(), RuleLink.of(alert, known), alert.spans(), alert.caseId());
    }
}
