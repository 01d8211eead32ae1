package org.lisolo.server.monitoring.cases;

import org.lisolo.screening.Excerpt;
import org.lisolo.screening.Span;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.Identified;
import org.lisolo.server.message.IdentifiedWords;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Screened;
import org.lisolo.server.message.Sight;
import org.lisolo.server.monitoring.CaseId;
import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.monitoring.alerts.Alert;
import org.lisolo.server.monitoring.alerts.AlertStore;
import org.lisolo.server.monitoring.rules.Rule;
import org.lisolo.server.monitoring.rules.RuleLink;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Badge;
import org.lisolo.server.people.Badges;
import org.lisolo.server.people.Colleague;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.Team;
import org.lisolo.server.people.TeamId;
import org.lisolo.server.people.Teams;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts together what the pages of cases show. */
@Service
@Transactional(readOnly = true)
class CaseViews {
    /** Beyond this a conversation shows its beginning and what was caught. */
    static final int MOST_MESSAGES = 60;

    private static final int MOST_ALERTS = 500;
    private static final int DEEPEST = 4;

    private final CaseStore store;
    private final CaseStepStore steps;
    private final AlertStore alerts;
    private final Messages messages;
    private final Rules rules;
    private final Channels channels;
    private final Accounts accounts;
    private final Teams teams;
    private final Badges badges;
    private final IdentifiedWords words;
    private final Clock clock;

    CaseViews(
            CaseStore store,
            CaseStepStore steps,
            AlertStore alerts,
            Messages messages,
            Rules rules,
            Channels channels,
            Accounts accounts,
            Teams teams,
            Badges badges,
            IdentifiedWords words,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.alerts = alerts;
        this.messages = messages;
        this.rules = rules;
        this.channels = channels;
        this.accounts = accounts;
        this.teams = teams;
        this.badges = badges;
        this.words = words;
        this.clock = clock;
    }

    List<CasesPage.Row> rows(SignedIn who, List<Case> cases) {
        if (cases.isEmpty()) {
            return List.of();
        }
        OrganisationId organisation = who.organisation();
        Map<CaseId, Alert> newest =
                alerts.newestOf(organisation, cases.stream().map(Case::id).toList());
        Map<EventId, MessageEvent> events =
                messages.events(
                        newest.values().stream().map(Alert::event).toList(),
                        Sight.ofStaff(organisation));
        Map<MessageId, MessageEvent> begun = begun(organisation, cases, newest);
        Map<RuleId, Rule> known = rulesOf(organisation, newest.values());
        Map<String, String> channelNames = channels.names(organisation);
        Map<AccountId, String> names =
                accounts.names(cases.stream().flatMap(c -> c.assignee().stream()).toList());
        Map<TeamId, String> teams = Team.names(this.teams.of(organisation));
        return cases.stream()
                .map(
                        file -> {
                            Optional<Alert> alert = Optional.ofNullable(newest.get(file.id()));
                            Optional<MessageEvent> event =
                                    alert.isPresent()
                                            ? alert.map(a -> events.get(a.event()))
                                            : Optional.ofNullable(begun.get(file.conversation()));
                            return new CasesPage.Row(
                                    file,
                                    alert.map(a -> ruleNames(a, known)).orElse(List.of()),
                                    channelNames.getOrDefault(file.channel().toString(), ""),
                                    event.map(e -> e.author().shown()).orElse(""),
                                    event.map(
                                            e ->
                                                    Excerpt.brief(
                                                            Screened.words(e),
                                                            alert.map(Alert::spans)
                                                                    .orElse(List.of()))),
                                    name(file.assignee(), names),
                                    name(file.team(), teams),
                                    file.isAssignedTo(who.account()));
                        })
                .toList();
    }

    /** How the conversations begin of those cases that no alert opened. */
    private Map<MessageId, MessageEvent> begun(
            OrganisationId organisation, List<Case> cases, Map<CaseId, Alert> newest) {
        List<MessageId> tops =
                cases.stream()
                        .filter(file -> !newest.containsKey(file.id()))
                        .map(Case::conversation)
                        .toList();
        Map<MessageId, MessageEvent> begun = new HashMap<>();
        messages.find(tops, Sight.ofStaff(organisation))
                .forEach((id, message) -> begun.put(id, message.current()));
        return begun;
    }

    CasePage page(
            SignedIn who,
            CaseId id,
            CasePage.Typed typed,
            Optional<CasePage.Interruption> interruption,
            List<Problem> problems) {
        OrganisationId organisation = who.organisation();
        Case file =
                store.find(organisation, id)
                        .orElseThrow(() -> Problem.notFound("monitoring.case.unknown"));
        List<Alert> caught = alerts.ofCase(organisation, id, MOST_ALERTS);
        Map<RuleId, Rule> known = rulesOf(organisation, caught);
        List<Message> conversation =
                messages.conversation(file.conversation(), Sight.ofStaff(organisation));
        List<Message> shown = shown(conversation, caught);
        List<CaseStep> history = steps.of(id);
        Map<AccountId, String> names = names(file, history);
        List<Team> all = teams.of(organisation);
        Map<TeamId, String> teamNames = Team.names(all);
        List<Colleague> working =
                accounts.colleagues(organisation).stream().filter(CaseSteps::works).toList();
        Map<AccountId, Badge> verified = badges.of(writers(history));
        return new CasePage(
                file,
                caught.stream().flatMap(a -> ruleNames(a, known).stream()).distinct().toList(),
                channels.names(organisation).getOrDefault(file.channel().toString(), ""),
                name(file.assignee(), names),
                name(file.team(), teamNames),
                file.isAssignedTo(who.account()),
                said(shown, caught, known, words.of(standing(shown), who)),
                conversation.size() - shown.size(),
                history.stream()
                        .map(
                                step ->
                                        new CasePage.Step(
                                                step,
                                                name(step.by(), names),
                                                name(step.person(), names)
                                                        + name(step.team(), teamNames),
                                                step.by().map(verified::get)))
                        .toList(),
                store.onSameConversation(file),
                working,
                all.stream().filter(team -> CaseSteps.works(team, working)).toList(),
                CaseSteps.mayWork(who),
                typed,
                interruption,
                problems,
                clock.instant());
    }

    private static Set<AccountId> writers(List<CaseStep> history) {
        return history.stream()
                .filter(step -> step.note().isPresent())
                .flatMap(step -> step.by().stream())
                .collect(Collectors.toSet());
    }

    private Map<AccountId, String> names(Case file, List<CaseStep> history) {
        Set<AccountId> people = new HashSet<>();
        file.assignee().ifPresent(people::add);
        history.forEach(
                step -> {
                    step.by().ifPresent(people::add);
                    step.person().ifPresent(people::add);
                });
        return accounts.names(people);
    }

    private static <K> String name(Optional<K> who, Map<K, String> names) {
        return who.map(one -> names.getOrDefault(one, "")).orElse("");
    }

    private static List<Message> shown(List<Message> conversation, List<Alert> caught) {
        if (conversation.size() <= MOST_MESSAGES) {
            return conversation;
        }
        Set<MessageId> wanted = caught.stream().map(Alert::message).collect(Collectors.toSet());
        conversation.stream().limit(MOST_MESSAGES / 2).map(Message::id).forEach(wanted::add);
        return conversation.stream().filter(m -> wanted.contains(m.id())).toList();
    }

    private static List<MessageEvent> standing(List<Message> shown) {
        return shown.stream().map(Message::current).toList();
    }

    private static List<CasePage.Said> said(
            List<Message> shown,
            List<Alert> caught,
            Map<RuleId, Rule> known,
            Map<EventId, Identified> identified) {
        Map<MessageId, List<Alert>> byMessage =
                caught.stream().collect(Collectors.groupingBy(Alert::message));
        Map<MessageId, Integer> depths = new HashMap<>();
        List<CasePage.Said> said = new ArrayList<>();
        for (Message message : shown) {
            MessageId parent = message.current().parent();
            int depth =
                    parent == null || !depths.containsKey(parent)
                            ? 0
                            : Math.min(DEEPEST, depths.get(parent) + 1);
            depths.put(message.id(), depth);
            said.add(
                    said(
                            message,
                            depth,
                            byMessage.getOrDefault(message.id(), List.of()),
                            known,
                            Optional.ofNullable(identified.get(message.current().id()))));
        }
        return said;
    }

    private static CasePage.Said said(
            Message message,
            int depth,
            List<Alert> caught,
            Map<RuleId, Rule> known,
            Optional<Identified> identified) {
        MessageEvent current = message.current();
        List<Span> marks =
                caught.stream()
                        .filter(a -> isOf(a, message))
                        .flatMap(a -> a.spans().stream())
                        .toList();
        boolean caughtNow = caught.stream().anyMatch(a -> isOf(a, message));
        return new CasePage.Said(
                message.id(),
                depth,
                current.author().shown(),
                message.first().happenedAt(),
                Optional.of(Excerpt.whole(Screened.words(current), marks)),
                identified,
                !caught.isEmpty(),
                links(caught, known),
                message.edited(),
                caughtNow ? Optional.empty() : caughtBefore(message, caught),
                message.deletion().map(MessageEvent::happenedAt),
                current.attachments());
    }

    /** Each rule once, by what it caught last. */
    private static List<RuleLink> links(List<Alert> caught, Map<RuleId, Rule> known) {
        Map<String, RuleLink> links = new LinkedHashMap<>();
        caught.forEach(
                a -> RuleLink.of(a, known).forEach(link -> links.putIfAbsent(link.name(), link)));
        return List.copyOf(links.values());
    }

    /** Whether the version that stands was caught, or its deletion. */
    private static boolean isOf(Alert alert, Message message) {
        return alert.event().equals(message.current().id())
                || message.deletion().filter(e -> e.id().equals(alert.event())).isPresent();
    }

    /** The newest version that a rule caught, where it is not the one that stands. */
    private static Optional<Excerpt> caughtBefore(Message message, List<Alert> caught) {
        Map<EventId, Alert> byEvent =
                caught.stream()
                        .collect(
                                Collectors.toMap(
                                        Alert::event, Function.identity(), (one, _) -> one));
        return message.versions().reversed().stream()
                .filter(version -> byEvent.containsKey(version.id()))
                .findFirst()
                .map(
                        version ->
                                Excerpt.whole(
                                        Screened.words(version),
                                        Objects.requireNonNull(byEvent.get(version.id())).spans()));
    }

    private Map<RuleId, Rule> rulesOf(OrganisationId organisation, Collection<Alert> caught) {
        Set<RuleId> ids = new HashSet<>();
        caught.forEach(a -> a.caught().forEach(c -> ids.add(c.rule())));
        return rules.find(organisation, ids);
    }

    private static List<String> ruleNames(Alert alert, Map<RuleId, Rule> known) {
        return alert.caught().stream()
                .map(caught -> known.get(caught.rule()))
                .filter(Objects::nonNull)
                .map(rule -> rule.terms().name())
                .sorted()
                .toList();
    }

    /** The teams that a list can be filtered by. */
    Map<String, String> teamChoices(SignedIn who) {
        Map<String, String> names = new LinkedHashMap<>();
        teams.of(who.organisation()).forEach(team -> names.put(team.id().toString(), team.name()));
        return names;
    }

    /** The rules that a list can be filtered by. */
    Map<String, String> ruleChoices(SignedIn who) {
        Map<String, String> names = new LinkedHashMap<>();
        rules.all(who).forEach(rule -> names.put(rule.id().toString(), rule.terms().name()));
        return names;
    }
}
