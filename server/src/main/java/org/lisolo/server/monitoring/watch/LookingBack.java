package org.lisolo.server.monitoring.watch;

import org.lisolo.server.channels.ChannelNames;
import org.lisolo.server.message.ErasureLock;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Sight;
import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.monitoring.past.Fallen;
import org.lisolo.server.monitoring.past.FindingStore;
import org.lisolo.server.monitoring.past.LookBack;
import org.lisolo.server.monitoring.past.LookBackStore;
import org.lisolo.server.monitoring.past.PastSteps;
import org.lisolo.server.monitoring.past.RuleFinding;
import org.lisolo.server.monitoring.rules.RuleWatch;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.people.OrganisationId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One step of looking through the past with the rules whose wording is new: some events further
 * back, for all rules of one organisation at once (organisations take turns), with what they find
 * and how far they came in one transaction. So a crash repeats nothing and skips nothing, one node
 * at a time is at it, and whoever stops a look waits for one step at most. It raises no alerts.
 */
@Component
class LookingBack implements PastSteps {
    static final int EVENTS_A_STEP = 1_000;

    private final LookBackStore store;
    private final FindingStore findings;
    private final Rules rules;
    private final Messages messages;
    private final ChannelNames channels;
    private final ErasureLock erasures;
    private final Clock clock;

    /** What each organisation's looks go on with. */
    private final Map<OrganisationId, Compiled> compiled = new ConcurrentHashMap<>();

    /** Whose turn was last. */
    private volatile OrganisationId last = OrganisationId.NONE;

    /** Rules in their wordings. */
    private record Compiled(Map<RuleId, Integer> wordings, RuleWatch watch) {}

    LookingBack(
            LookBackStore store,
            FindingStore findings,
            Rules rules,
            Messages messages,
            ChannelNames channels,
            ErasureLock erasures,
            Clock clock) {
        this.store = store;
        this.findings = findings;
        this.rules = rules;
        this.messages = messages;
        this.channels = channels;
        this.erasures = erasures;
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean step() {
        store.begin(clock.instant());
        List<LookBack> running = store.lockRunning(last);
        if (running.isEmpty()) {
            return false;
        }
        erasures.share();
        OrganisationId organisation = running.getFirst().organisation();
        last = organisation;
        Sight sight = Sight.ofStaff(organisation);
        if (running.stream().anyMatch(one -> one.total().isEmpty())) {
            store.count(organisation, messages.count(sight, Instant.EPOCH));
        }
        EventId from =
                running.stream()
                        .map(LookBack::before)
                        .reduce((one, other) -> one.isBefore(other) ? other : one)
                        .orElseThrow();
        List<MessageEvent> events = messages.before(sight, from, Instant.EPOCH, EVENTS_A_STEP);
        look(organisation, running, events);
        return true;
    }

    private void look(
            OrganisationId organisation, List<LookBack> running, List<MessageEvent> events) {
        EventId last = events.isEmpty() ? EventId.LAST : events.getLast().id();
        List<LookBack> here =
                running.stream()
                        .filter(one -> events.isEmpty() || last.isBefore(one.before()))
                        .toList();
        Map<LookBack, List<RuleFinding>> found = find(organisation, here, events);
        findings.keep(found.values().stream().flatMap(List::stream).toList());
        for (LookBack one : here) {
            Predicate<MessageEvent> isBelow = event -> event.id().isBefore(one.before());
            int looked = (int) events.stream().filter(isBelow).count();
            if (looked > 0) {
                store.move(one.after(last, looked, found.getOrDefault(one, List.of()).size()));
            }
            if (events.size() < EVENTS_A_STEP) {
                store.end(one.rule(), LookBack.State.DONE, clock.instant());
                compiled.remove(organisation);
            }
        }
    }

    /** Compiled once for as long as the same wordings are under way. */
    private RuleWatch watch(OrganisationId organisation, List<LookBack> here) {
        Map<RuleId, Integer> wordings =
                here.stream().collect(Collectors.toMap(LookBack::rule, LookBack::wording));
        Compiled held = compiled.get(organisation);
        if (held == null || !held.wordings.equals(wordings)) {
            held =
                    new Compiled(
                            wordings,
                            RuleWatch.of(rules.find(organisation, wordings.keySet()).values()));
            compiled.put(organisation, held);
        }
        return held.watch;
    }

    private Map<LookBack, List<RuleFinding>> find(
            OrganisationId organisation, List<LookBack> here, List<MessageEvent> events) {
        Map<String, LookBack> byRule =
                here.stream().collect(Collectors.toMap(one -> one.rule().toString(), one -> one));
        RuleWatch watch = watch(organisation, here);
        Fallen fallen =
                watch.asksDeletions()
                        ? Fallen.of(events, messages, Sight.ofStaff(organisation))
                        : new Fallen(Map.of());
        Map<LookBack, List<RuleFinding>> found = new HashMap<>();
        for (MessageEvent event : events) {
            if (event.kind() == EventKind.DELETED && !watch.asksDeletions()) {
                continue;
            }
            String channel = channels.of(event.channel(), organisation);
            for (RuleWatch.Hit hit : watch.screen(event, fallen.standing(event), channel)) {
                LookBack one = byRule.get(hit.rule().id().toString());
                if (one != null
                        && one.wording() == hit.rule().wording()
                        && event.id().isBefore(one.before())) {
                    found.computeIfAbsent(one, _ -> new ArrayList<>())
                            .add(
                                    new RuleFinding(
                                            organisation,
                                            one.rule(),
                                            one.wording(),
                                            event.id(),
                                            hit.match().spans()));
                }
            }
        }
        return found;
    }
}
