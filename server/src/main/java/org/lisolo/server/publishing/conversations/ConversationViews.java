package org.lisolo.server.publishing.conversations;

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
import org.lisolo.server.monitoring.rules.RuleLink;
import org.lisolo.server.monitoring.watch.MessageAlerts;
import org.lisolo.server.monitoring.watch.MessageAlerts.Raised;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.Team;
import org.lisolo.server.people.Teams;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.ConversationId;
import org.lisolo.server.publishing.conversations.ConversationPages.Choices;
import org.lisolo.server.publishing.conversations.ConversationPages.OnePage;
import org.lisolo.server.publishing.conversations.ConversationPages.Rights;
import org.lisolo.server.publishing.conversations.ConversationPages.Row;
import org.lisolo.server.publishing.conversations.ConversationPages.Said;
import org.lisolo.server.publishing.conversations.ConversationPages.Step;
import org.lisolo.server.publishing.conversations.ConversationPages.Writing;
import org.lisolo.server.publishing.conversations.ConversationStore.Entry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts conversations together with words, names, findings and alerts for the pages. */
@Component
@Transactional(readOnly = true)
class ConversationViews {
    private static final int DEEPEST = 4;

    private final ConversationStore store;
    private final ConversationStepStore steps;
    private final ConversationLists lists;
    private final Presences presences;
    private final Messages messages;
    private final MessageAlerts alerts;
    private final IdentifiedWords identified;
    private final Channels channels;
    private final Accounts accounts;
    private final Teams teams;
    private final Clock clock;

    ConversationViews(
            ConversationStore store,
            ConversationStepStore steps,
            ConversationLists lists,
            Presences presences,
            Messages messages,
            MessageAlerts alerts,
            IdentifiedWords identified,
            Channels channels,
            Accounts accounts,
            Teams teams,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.lists = lists;
        this.presences = presences;
        this.messages = messages;
        this.alerts = alerts;
        this.identified = identified;
        this.channels = channels;
        this.accounts = accounts;
        this.teams = teams;
        this.clock = clock;
    }

    /** For work, whoever reads: what was restricted serves no answer. */
    static Sight sight(SignedIn who) {
        return Sight.of(who, Action.SEE_CONVERSATIONS).with(Sight.Use.WORK);
    }

    static Rights rights(SignedIn who) {
        return new Rights(
                who.may(Action.ANSWER_CONVERSATIONS),
                who.may(Action.EXPORT_CONVERSATIONS),
                who.may(Action.SET_CONVERSATIONS));
    }

    /** Those of which the reader may see the newest words. */
    List<Row> rows(SignedIn who, List<Conversation> listed, Sight sight) {
        if (listed.isEmpty()) {
            return List.of();
        }
        List<ConversationId> ids = listed.stream().map(Conversation::id).toList();
        Map<ConversationId, MessageId> newest = lists.newest(ids);
        Map<MessageId, Message> found = messages.find(newest.values(), sight);
        Map<MessageId, List<Raised>> raised = alerts.of(who.organisation(), found.keySet());
        Map<EventId, Identified> pointing =
                identified.of(found.values().stream().map(Message::current).toList(), who);
        Map<String, String> names = channels.names(who.organisation());
        Map<ConversationId, List<Writing>> writing = writing(ids, who);
        Map<ConversationId, String> holders = holders(who, listed);
        List<Row> rows = new ArrayList<>();
        for (Conversation talk : listed) {
            MessageId id = newest.get(talk.id());
            Message message = id == null ? null : found.get(id);
            if (message != null) {
                rows.add(
                        row(
                                who,
                                talk,
                                message,
                                raised.getOrDefault(message.id(), List.of()),
                                Optional.ofNullable(pointing.get(message.current().id())),
                                names.getOrDefault(talk.channel().toString(), ""),
                                holders.getOrDefault(talk.id(), ""),
                                writing.getOrDefault(talk.id(), List.of())));
            }
        }
        return rows;
    }

    private static Row row(
            SignedIn who,
            Conversation talk,
            Message message,
            List<Raised> raised,
            Optional<Identified> pointing,
            String channel,
            String holder,
            List<Writing> writing) {
        MessageEvent current = message.current();
        return new Row(
                talk,
                current.author().shown(),
                Excerpt.brief(Screened.words(current), spans(current, raised)),
                channel,
                rules(raised).stream().map(RuleLink::name).toList(),
                pointing.map(Identified::pointing).orElse(0),
                holder,
                talk.isOf(who.account()),
                writing);
    }

    private static List<Span> spans(MessageEvent current, List<Raised> raised) {
        return raised.stream()
                .filter(one -> one.event().equals(current.id()))
                .flatMap(one -> one.spans().stream())
                .toList();
    }

    /** Each rule once, by what it caught last. */
    private static List<RuleLink> rules(List<Raised> raised) {
        Map<String, RuleLink> rules = new LinkedHashMap<>();
        raised.forEach(one -> one.rules().forEach(rule -> rules.putIfAbsent(rule.name(), rule)));
        return List.copyOf(rules.values());
    }

    private Map<ConversationId, String> holders(SignedIn who, List<Conversation> listed) {
        Map<AccountId, String> names =
                accounts.names(listed.stream().flatMap(one -> one.assignee().stream()).toList());
        Map<String, String> teamNames = teamNames(who);
        Map<ConversationId, String> holders = new HashMap<>();
        for (Conversation talk : listed) {
            holders.put(
                    talk.id(),
                    talk.assignee()
                            .map(one -> names.getOrDefault(one, ""))
                            .or(
                                    () ->
                                            talk.team()
                                                    .map(
                                                            t ->
                                                                    teamNames.getOrDefault(
                                                                            t.toString(), "")))
                            .orElse(""));
        }
        return holders;
    }

    private Map<String, String> teamNames(SignedIn who) {
        return teams.of(who.organisation()).stream()
                .collect(Collectors.toMap(team -> team.id().toString(), Team::name));
    }

    private Map<ConversationId, List<Writing>> writing(
            Collection<ConversationId> ids, SignedIn reader) {
        List<Presences.Present> present = presences.others(ids, reader.account());
        Map<AccountId, String> names =
                accounts.names(present.stream().map(Presences.Present::account).toList());
        return present.stream()
                .collect(
                        Collectors.groupingBy(
                                Presences.Present::conversation,
                                Collectors.mapping(
                                        one ->
                                                new Writing(
                                                        names.getOrDefault(one.account(), ""),
                                                        one.since()),
                                        Collectors.toList())));
    }

    List<Writing> writing(ConversationId id, SignedIn reader) {
        return writing(List.of(id), reader).getOrDefault(id, List.of());
    }

    /**
     * Everything of one conversation.
     *
     * @param desk where an answer is written, if the reader may
     */
    OnePage page(
            SignedIn who,
            Conversation talk,
            String note,
            List<Problem> problems,
            Optional<ReplyDesk> desk) {
        List<Entry> entries = store.entries(talk.id());
        Set<MessageId> wanted = new LinkedHashSet<>();
        talk.root().ifPresent(wanted::add);
        entries.forEach(entry -> wanted.add(entry.message()));
        Map<MessageId, Message> found = messages.find(wanted, sight(who));
        Map<MessageId, List<Raised>> raised = alerts.of(who.organisation(), found.keySet());
        Map<EventId, Identified> pointing =
                identified.of(found.values().stream().map(Message::current).toList(), who);
        List<ConversationStep> history = steps.of(talk.id());
        var assembled = new Assembled(found, raised, pointing);
        List<Said> said = assembled.said(entries);
        boolean below =
                talk.root().filter(root -> entries.stream().noneMatch(is(root))).isPresent();
        return new OnePage(
                talk,
                channels.names(who.organisation()).getOrDefault(talk.channel().toString(), ""),
                holders(who, List.of(talk)).getOrDefault(talk.id(), ""),
                talk.isOf(who.account()),
                below
                        ? talk.root()
                                .map(found::get)
                                .map(message -> assembled.said(message, 0, true))
                        : Optional.empty(),
                said,
                entries.size() - said.size(),
                history(who, history),
                writing(talk.id(), who),
                choices(who, talk),
                raised.values().stream()
                        .flatMap(List::stream)
                        .map(Raised::caseId)
                        .distinct()
                        .toList(),
                rights(who),
                note,
                problems,
                desk,
                clock.instant());
    }

    private static java.util.function.Predicate<Entry> is(MessageId message) {
        return entry -> entry.message().equals(message);
    }

    /** Messages with what was found in them. */
    private record Assembled(
            Map<MessageId, Message> found,
            Map<MessageId, List<Raised>> raised,
            Map<EventId, Identified> pointing) {
        List<Said> said(List<Entry> entries) {
            Map<MessageId, Integer> depths = new HashMap<>();
            List<Said> said = new ArrayList<>();
            for (Entry entry : entries) {
                Message message = found.get(entry.message());
                if (message != null) {
                    MessageId parent = message.current().parent();
                    Integer above = parent == null ? null : depths.get(parent);
                    int depth = above == null ? 0 : Math.min(DEEPEST, above + 1);
                    depths.put(message.id(), depth);
                    said.add(said(message, depth, entry.ours()));
                }
            }
            return said;
        }

        Said said(Message message, int depth, boolean ours) {
            MessageEvent current = message.current();
            List<Raised> here = raised.getOrDefault(message.id(), List.of());
            return new Said(
                    message.id(),
                    depth,
                    ours,
                    current.author().shown(),
                    message.first().happenedAt(),
                    Screened.language(current),
                    Excerpt.whole(Screened.words(current), spans(current, here)),
                    ours ? Optional.empty() : Optional.ofNullable(pointing.get(current.id())),
                    rules(here),
                    message.edited(),
                    message.deletion().map(MessageEvent::happenedAt),
                    current.attachments());
        }
    }

    private List<Step> history(SignedIn who, List<ConversationStep> taken) {
        Set<AccountId> people = new HashSet<>();
        taken.forEach(
                step -> {
                    step.by().ifPresent(people::add);
                    step.person().ifPresent(people::add);
                });
        Map<AccountId, String> names = accounts.names(people);
        Map<String, String> teamNames = teamNames(who);
        return taken.stream()
                .map(
                        step ->
                                new Step(
                                        step,
                                        step.by()
                                                .map(one -> names.getOrDefault(one, ""))
                                                .orElse(""),
                                        step.person()
                                                .map(one -> names.getOrDefault(one, ""))
                                                .or(
                                                        () ->
                                                                step.team()
                                                                        .map(Objects::toString)
                                                                        .map(teamNames::get))
                                                .orElse("")))
                .toList();
    }

    private Choices choices(SignedIn who, Conversation talk) {
        Map<String, String> people = new LinkedHashMap<>();
        accounts.colleagues(who.organisation()).stream()
                .filter(one -> one.may(Action.ANSWER_CONVERSATIONS))
                .forEach(one -> people.put("person:" + one.account(), one.name()));
        teams.of(who.organisation()).forEach(team -> people.put("team:" + team.id(), team.name()));
        return new Choices(
                people,
                talk.assignee()
                        .map(one -> "person:" + one)
                        .or(() -> talk.team().map(one -> "team:" + one))
                        .orElse("person:" + who.account()));
    }
}
