package org.lisolo.server.monitoring.past;

import org.lisolo.screening.Excerpt;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Screened;
import org.lisolo.server.message.Sight;
import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what the pages of findings show. */
@Service
@Transactional(readOnly = true)
public class PastViews {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int EXAMPLES = 10;
    private static final int PAGE = 50;

    /** Seconds. */
    private static final int SOON = 2;

    private final LookBackStore lookBacks;
    private final FindingStore findings;
    private final Messages messages;
    private final Channels channels;
    private final Clock clock;

    PastViews(
            LookBackStore lookBacks,
            FindingStore findings,
            Messages messages,
            Channels channels,
            Clock clock) {
        this.lookBacks = lookBacks;
        this.findings = findings;
        this.messages = messages;
        this.channels = channels;
        this.clock = clock;
    }

    /** What stands on the rule's own page. */
    public PastPage summary(SignedIn who, RuleId rule, int wording, String name, boolean mayEdit) {
        return page(who, rule, wording, name, mayEdit, EventId.LAST, EXAMPLES);
    }

    /** One page of all, from below an event. */
    public PastPage list(SignedIn who, RuleId rule, int wording, String name, EventId before) {
        return page(who, rule, wording, name, false, before, PAGE);
    }

    private PastPage page(
            SignedIn who,
            RuleId rule,
            int wording,
            String name,
            boolean mayEdit,
            EventId before,
            int limit) {
        OrganisationId organisation = who.organisation();
        List<RuleFinding> found = findings.before(organisation, rule, wording, before, limit + 1);
        boolean more = found.size() > limit;
        List<RuleFinding> shown = more ? found.subList(0, limit) : found;
        Instant now = clock.instant();
        Instant from = now.minus(MONTH);
        Optional<LookBack> lookBack =
                lookBacks.find(organisation, rule).filter(one -> one.wording() == wording);
        return new PastPage(
                rule,
                name,
                lookBack,
                findings.count(organisation, rule, wording),
                Days.between(
                        from,
                        now,
                        who.zone(),
                        findings.days(organisation, rule, wording, from, who.zone())),
                rows(organisation, shown),
                more ? shown.getLast().event().toString() : "",
                mayEdit,
                lookBack.map(one -> askAgain(Duration.between(one.begunAt(), now))).orElse(SOON));
    }

    /** The longer a look takes, the less its end is waited for: an open page asks more rarely. */
    private static int askAgain(Duration since) {
        if (since.compareTo(Duration.ofSeconds(20)) < 0) {
            return SOON;
        }
        return since.compareTo(Duration.ofMinutes(2)) < 0 ? 5 : 15;
    }

    private List<PastPage.Row> rows(OrganisationId organisation, List<RuleFinding> shown) {
        Sight sight = Sight.ofStaff(organisation);
        Map<EventId, MessageEvent> events =
                messages.events(shown.stream().map(RuleFinding::event).toList(), sight);
        Fallen fallen = Fallen.of(events.values(), messages, sight);
        Map<String, String> names = channels.names(organisation);
        return shown.stream()
                .flatMap(
                        finding ->
                                Optional.ofNullable(events.get(finding.event()))
                                        .map(event -> row(finding, event, fallen, names))
                                        .stream())
                .toList();
    }

    private static PastPage.Row row(
            RuleFinding finding, MessageEvent event, Fallen fallen, Map<String, String> names) {
        MessageEvent standing = fallen.standing(event);
        return new PastPage.Row(
                event.id(),
                standing.author().shown(),
                names.getOrDefault(event.channel().toString(), ""),
                event.receivedAt(),
                Excerpt.brief(Screened.words(standing), finding.spans()));
    }
}
