package org.lisolo.server.monitoring.watch;

import org.lisolo.screening.Excerpt;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Screened;
import org.lisolo.server.message.Sight;
import org.lisolo.server.monitoring.CaseId;
import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.monitoring.alerts.Alert;
import org.lisolo.server.monitoring.alerts.AlertFilter;
import org.lisolo.server.monitoring.alerts.AlertStore;
import org.lisolo.server.monitoring.cases.Case;
import org.lisolo.server.monitoring.cases.CaseLists;
import org.lisolo.server.monitoring.rules.Rule;
import org.lisolo.server.monitoring.rules.RuleLink;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.Team;
import org.lisolo.server.people.TeamId;
import org.lisolo.server.people.Teams;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An organisation's alerts, with the words fetched for a page at a time. */
@Service
@Transactional(readOnly = true)
class Alerts {
    private final AlertStore store;
    private final Messages messages;
    private final Rules rules;
    private final CaseLists cases;
    private final Channels channels;
    private final Accounts accounts;
    private final Teams teams;
    private final Clock clock;

    Alerts(
            AlertStore store,
            Messages messages,
            Rules rules,
            CaseLists cases,
            Channels channels,
            Accounts accounts,
            Teams teams,
            Clock clock) {
        this.store = store;
        this.messages = messages;
        this.rules = rules;
        this.cases = cases;
        this.channels = channels;
        this.accounts = accounts;
        this.teams = teams;
        this.clock = clock;
    }

    List<Alert> before(SignedIn who, AlertFilter filter, long position, int limit) {
        return store.before(who.organisation(), filter, since(filter), position, limit);
    }

    List<Alert> after(SignedIn who, AlertFilter filter, long position, int limit) {
        return store.after(who.organisation(), filter, since(filter), position, limit);
    }

    /** At most {@link AlertStore#MOST_COUNTED}. */
    int count(SignedIn who, AlertFilter filter) {
        return store.count(who.organisation(), filter, since(filter));
    }

    long newest(SignedIn who) {
        return store.newest(who.organisation());
    }

    /** The alerts with all that a list shows of them, by one call to each module that knows. */
    List<AlertsPage.Row> rows(SignedIn who, List<Alert> alerts) {
        return rows(who, alerts, Sight.ofStaff(who.organisation()));
    }

    /** The same for an export. */
    List<AlertsPage.Row> rows(SignedIn who, List<Alert> alerts, Sight sight) {
        if (alerts.isEmpty()) {
            return List.of();
        }
        OrganisationId organisation = who.organisation();
        List<MessageId> said = alerts.stream().map(Alert::message).distinct().toList();
        List<RuleId> matched =
                alerts.stream()
                        .flatMap(alert -> alert.caught().stream())
                        .map(Alert.Caught::rule)
                        .distinct()
                        .toList();
        Map<CaseId, Case> homes =
                cases
                        .find(organisation, alerts.stream().map(Alert::caseId).distinct().toList())
                        .stream()
                        .collect(Collectors.toMap(Case::id, Function.identity()));
        List<AccountId> assignees =
                homes.values().stream().flatMap(home -> home.assignee().stream()).toList();
        Surroundings around =
                new Surroundings(
                        messages.find(said, sight),
                        rules.find(organisation, matched),
                        homes,
                        channels.names(organisation),
                        accounts.names(assignees),
                        Team.names(teams.of(organisation)));
        return alerts.stream().map(around::row).toList();
    }

    private Optional<Instant> since(AlertFilter filter) {
        return filter.since().length().map(clock.instant()::minus);
    }

    /** What the rows of a page need to know. */
    private record Surroundings(
            Map<MessageId, Message> messages,
            Map<RuleId, Rule> rules,
            Map<CaseId, Case> cases,
            Map<String, String> channels,
            Map<AccountId, String> names,
            Map<TeamId, String> teams) {

        AlertsPage.Row row(Alert alert) {
            Optional<Message> message = Optional.ofNullable(messages.get(alert.message()));
            Optional<MessageEvent> event = message.flatMap(m -> version(m, alert.event()));
            Optional<Case> home = Optional.ofNullable(cases.get(alert.caseId()));
            return new AlertsPage.Row(
                    alert,
                    RuleLink.of(alert, rules),
                    channels.getOrDefault(alert.channel().toString(), ""),
                    event.map(e -> e.author().shown()).orElse(""),
                    event.map(e -> Excerpt.brief(Screened.words(e), alert.spans())),
                    event.map(e -> message.orElseThrow().versions().indexOf(e) + 1).orElse(0),
                    message.isPresent() && !message.get().current().id().equals(alert.event()),
                    message.flatMap(Message::deletion).map(MessageEvent::happenedAt),
                    home.map(Case::number).orElse(0),
                    home.map(Case::isOpen).orElse(false),
                    home.flatMap(Case::assignee).map(who -> names.getOrDefault(who, "")),
                    home.flatMap(Case::team).map(team -> teams.getOrDefault(team, "")));
        }

        /** The version that was caught; for a deletion, the one that it took away. */
        private static Optional<MessageEvent> version(Message message, EventId id) {
            boolean deletion =
                    message.deletion().filter(event -> event.id().equals(id)).isPresent();
            return deletion
                    ? Optional.of(message.current())
                    : message.versions().stream().filter(v -> v.id().equals(id)).findFirst();
        }
    }
}
