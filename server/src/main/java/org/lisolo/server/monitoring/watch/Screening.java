package org.lisolo.server.monitoring.watch;

import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.Follower;
import org.lisolo.server.message.Limitations;
import org.lisolo.server.message.LoggedEvent;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.monitoring.CaseId;
import org.lisolo.server.monitoring.Urgency;
import org.lisolo.server.monitoring.alerts.Alert;
import org.lisolo.server.monitoring.alerts.AlertStore;
import org.lisolo.server.monitoring.cases.Cases;
import org.lisolo.server.monitoring.cases.Finding;
import org.lisolo.server.monitoring.past.FindingStore;
import org.lisolo.server.monitoring.past.RuleFinding;
import org.lisolo.server.monitoring.rules.Rule;
import org.lisolo.server.monitoring.rules.RuleState;
import org.lisolo.server.monitoring.rules.RuleWatch.Hit;
import org.lisolo.server.monitoring.rules.RulesInForce;
import org.lisolo.server.monitoring.rules.Told;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Signals;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Screens every event with the rules of every organisation that may see it. What is found is kept
 * as a finding, and what a rule that is switched on found becomes an alert in a case, within the
 * transaction that moves the cursor; open pages hear of it with the commit.
 */
@Component
class Screening implements Follower {
    /** Heard by the nodes: an organisation's id and its newest alert's position. */
    static final String RAISED = "lisolo_alerts";

    private final RulesInForce rules;
    private final Messages messages;
    private final Limitations limitations;
    private final Cases cases;
    private final AlertStore store;
    private final FindingStore findings;
    private final Signals signals;
    private final AlertLatency latency;
    private final Clock clock;

    Screening(
            RulesInForce rules,
            Messages messages,
            Limitations limitations,
            Cases cases,
            AlertStore store,
            FindingStore findings,
            Signals signals,
            AlertLatency latency,
            Clock clock) {
        this.rules = rules;
        this.messages = messages;
        this.limitations = limitations;
        this.cases = cases;
        this.store = store;
        this.findings = findings;
        this.signals = signals;
        this.latency = latency;
        this.clock = clock;
    }

    /** What the rules of one organisation found in one event. */
    private record Found(OrganisationId organisation, LoggedEvent logged, List<Hit> hits) {
        /** Only what is to be told: a rule that is paused finds, and raises nothing. */
        Found switchedOn() {
            return new Found(
                    organisation,
                    logged,
                    hits.stream().filter(hit -> hit.rule().state() == RuleState.ON).toList());
        }
    }

    @Override
    public String name() {
        return "monitoring.screening";
    }

    @Override
    public Set<Visibility> visibilities() {
        return EnumSet.of(Visibility.PUBLIC, Visibility.ORGANISATION);
    }

    @Override
    public void follow(List<LoggedEvent> events) {
        List<Found> found = screen(events);
        findings.keep(found.stream().flatMap(Screening::findings).toList());
        raise(found.stream().map(Found::switchedOn).filter(one -> !one.hits().isEmpty()).toList());
        List<MessageId> deleted =
                events.stream()
                        .map(LoggedEvent::event)
                        .filter(event -> event.kind() == EventKind.DELETED)
                        .map(MessageEvent::message)
                        .distinct()
                        .toList();
        if (!deleted.isEmpty()) {
            cases.tellDeleted(deleted);
        }
    }

    private List<Found> screen(List<LoggedEvent> events) {
        RulesInForce.Edition inForce = rules.current();
        List<Found> found = new ArrayList<>();
        if (inForce.isEmpty()) {
            return found;
        }
        for (LoggedEvent logged : limitations.withoutRestricted(events)) {
            inForce.screen(logged.event())
                    .forEach((who, hits) -> found.add(new Found(who, logged, hits)));
        }
        return found;
    }

    private static Stream<RuleFinding> findings(Found found) {
        return found.hits().stream()
                .map(
                        hit ->
                                new RuleFinding(
                                        found.organisation(),
                                        hit.rule().id(),
                                        hit.rule().wording(),
                                        found.logged().event().id(),
                                        hit.match().spans()));
    }

    private void raise(List<Found> found) {
        if (found.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<MessageId, List<MessageId>> lineages = new HashMap<>();
        List<Finding> findings = new ArrayList<>(found.size());
        for (Found one : found) {
            List<MessageId> lineage =
                    lineages.computeIfAbsent(one.logged().event().message(), messages::ancestors);
            findings.add(finding(one, lineage, now));
        }
        List<CaseId> homes = cases.gather(findings);
        List<Alert> alerts = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            alerts.add(alert(found.get(i), findings.get(i), homes.get(i)));
        }
        store.raise(alerts);
        latency.raised(alerts);
        Map<OrganisationId, Long> newest =
                new TreeMap<>(Comparator.comparing(OrganisationId::value));
        alerts.forEach(a -> newest.merge(a.organisation(), a.position(), Math::max));
        newest.forEach((who, position) -> signals.send(RAISED, who + " " + position));
    }

    private static Finding finding(Found found, List<MessageId> lineage, Instant now) {
        MessageEvent event = found.logged().event();
        List<Rule> matched = found.hits().stream().map(Hit::rule).toList();
        Urgency urgency =
                matched.stream()
                        .map(rule -> rule.terms().urgency())
                        .reduce(Urgency.ROUTINE, Urgency::higher);
        Told told =
                matched.stream()
                        .map(rule -> rule.terms().told())
                        .reduce(new Told(Set.of(), Set.of()), Told::and);
        Optional<Duration> allowed =
                matched.stream()
                        .flatMap(rule -> rule.terms().allowed().stream())
                        .min(Comparator.naturalOrder());
        return new Finding(
                found.organisation(),
                found.logged().position(),
                lineage,
                event.channel(),
                urgency,
                told,
                now,
                allowed.map(event.receivedAt()::plus));
    }

    private static Alert alert(Found found, Finding finding, CaseId home) {
        MessageEvent event = found.logged().event();
        List<Alert.Caught> caught =
                found.hits().stream()
                        .map(
                                hit ->
                                        new Alert.Caught(
                                                hit.rule().id(),
                                                hit.rule().version(),
                                                hit.match().spans()))
                        .toList();
        return new Alert(
                finding.organisation(),
                finding.position(),
                event.id(),
                event.message(),
                event.channel(),
                finding.urgency(),
                event.receivedAt(),
                finding.raisedAt(),
                home,
                caught);
    }
}
