package org.lisolo.server.monitoring.identifiers;

import org.lisolo.screening.Excerpt;
import org.lisolo.screening.phi.PhiFinding;
import org.lisolo.screening.phi.PhiScreener;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Screened;
import org.lisolo.server.message.Sight;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Says that findings are wrong, takes that back, and shows what was said. */
@Service
class MarkedWords {
    static final int PAGE = 50;

    private final MarkStore marks;
    private final ScreenedWordsStore words;
    private final RescreenStore rescreens;
    private final Messages messages;
    private final Accounts accounts;
    private final Clock clock;

    MarkedWords(
            MarkStore marks,
            ScreenedWordsStore words,
            RescreenStore rescreens,
            Messages messages,
            Accounts accounts,
            Clock clock) {
        this.marks = marks;
        this.words = words;
        this.rescreens = rescreens;
        this.messages = messages;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Marks what was found there; a {@link Problem} where nothing was. */
    @Transactional
    public MessageEvent wrong(SignedIn who, EventId id, FindingAddress address) {
        MessageEvent event = event(who, id);
        ScreenedWords screened =
                Optional.ofNullable(words.find(List.of(id)).get(id))
                        .filter(known -> known.found().stream().anyMatch(address::isOf))
                        .orElseThrow(MarkedWords::gone);
        marks.add(
                new Mark(
                        who.organisation(),
                        id,
                        address.span(),
                        address.category(),
                        screened.version(),
                        who.account(),
                        clock.instant()));
        return event;
    }

    @Transactional
    public MessageEvent right(SignedIn who, EventId id, FindingAddress address) {
        MessageEvent event = event(who, id);
        marks.remove(who.organisation(), id, address.span(), address.category());
        return event;
    }

    private MessageEvent event(SignedIn who, EventId id) {
        return messages.event(id, Sight.of(who, Action.MARK_IDENTIFIERS))
                .orElseThrow(MarkedWords::gone);
    }

    private static Problem gone() {
        return Problem.notFound("identifiers.problem.gone");
    }

    @Transactional(readOnly = true)
    public IdentifiersPage page(SignedIn who, EventId before) {
        List<EventId> events = marks.before(who.organisation(), before, PAGE + 1);
        boolean more = events.size() > PAGE;
        List<EventId> shown = more ? events.subList(0, PAGE) : events;
        return new IdentifiersPage(
                rows(who, shown),
                marks.count(who.organisation()),
                more ? "/work/identifiers?before=" + shown.getLast() : "",
                PhiScreener.VERSION,
                rescreens.find(PhiScreener.VERSION));
    }

    private List<IdentifiersPage.Row> rows(SignedIn who, List<EventId> shown) {
        Map<EventId, MessageEvent> events =
                messages.events(shown, Sight.of(who, Action.MARK_IDENTIFIERS));
        List<Mark> marked = marks.of(who.organisation(), shown);
        Map<EventId, ScreenedWords> screened = words.find(shown);
        Map<AccountId, String> names = accounts.names(marked.stream().map(Mark::by).toList());
        List<IdentifiersPage.Row> rows = new ArrayList<>();
        for (EventId id : shown) {
            MessageEvent event = events.get(id);
            if (event != null) {
                List<PhiFinding> found =
                        Optional.ofNullable(screened.get(id))
                                .map(ScreenedWords::found)
                                .orElse(List.of());
                rows.add(
                        row(
                                event,
                                marked.stream().filter(mark -> mark.event().equals(id)).toList(),
                                found,
                                names));
            }
        }
        return rows;
    }

    private static IdentifiersPage.Row row(
            MessageEvent event,
            List<Mark> marked,
            List<PhiFinding> found,
            Map<AccountId, String> names) {
        String text = Screened.words(event);
        return new IdentifiersPage.Row(
                event.message(),
                event.author().shown(),
                event.receivedAt(),
                Excerpt.brief(text, marked.stream().map(Mark::span).sorted().toList()),
                marked.stream()
                        .map(
                                mark ->
                                        new IdentifiersPage.Marked(
                                                mark.span().in(text).toString(),
                                                mark.category().name().toLowerCase(Locale.ROOT),
                                                names.getOrDefault(mark.by(), ""),
                                                mark.at(),
                                                found.stream()
                                                        .anyMatch(
                                                                one -> mark.isOn(event.id(), one)),
                                                FindingAddress.of(mark).path(event.id())
                                                        + "/right"))
                        .toList());
    }
}
