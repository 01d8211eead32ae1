package org.lisolo.server.monitoring.identifiers;

import org.lisolo.screening.phi.PhiFinding;
import org.lisolo.screening.phi.PublicFacts;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.Identified;
import org.lisolo.server.message.IdentifiedWords;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Screened;
import org.lisolo.server.monitoring.Identifiers;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts what was found together with the words, with what is public and with the marks. */
@Service
@Transactional(readOnly = true)
class IdentifierViews implements IdentifiedWords {
    private final ScreenedWordsStore store;
    private final MarkStore marks;
    private final Identifiers identifiers;
    private final Accounts accounts;

    IdentifierViews(
            ScreenedWordsStore store, MarkStore marks, Identifiers identifiers, Accounts accounts) {
        this.store = store;
        this.marks = marks;
        this.identifiers = identifiers;
        this.accounts = accounts;
    }

    @Override
    public Map<EventId, Identified> of(Collection<MessageEvent> events, SignedIn reader) {
        List<MessageEvent> said =
                events.stream().filter(event -> event.kind() != EventKind.DELETED).toList();
        if (said.isEmpty()) {
            return Map.of();
        }
        List<EventId> ids = said.stream().map(MessageEvent::id).toList();
        Map<EventId, ScreenedWords> screened = store.find(ids);
        Marks marked = marks(ids, reader);
        PublicFacts facts =
                screened.values().stream().allMatch(one -> one.found().isEmpty())
                        ? PublicFacts.NONE
                        : identifiers.publicOf(reader.organisation(), List.of());
        Map<EventId, Identified> identified = new HashMap<>();
        for (MessageEvent event : said) {
            Optional<ScreenedWords> words = Optional.ofNullable(screened.get(event.id()));
            identified.put(event.id(), identified(event, words, facts, marked, reader));
        }
        return identified;
    }

    private Marks marks(List<EventId> ids, SignedIn reader) {
        List<Mark> marked = marks.of(reader.organisation(), ids);
        return new Marks(marked, accounts.names(marked.stream().map(Mark::by).toList()));
    }

    /** Marks with the names of those who set them. */
    private record Marks(List<Mark> marks, Map<AccountId, String> names) {
        Optional<Identified.Mark> on(EventId event, PhiFinding finding) {
            return marks.stream()
                    .filter(mark -> mark.isOn(event, finding))
                    .findFirst()
                    .map(mark -> new Identified.Mark(names.getOrDefault(mark.by(), ""), mark.at()));
        }
    }

    private Identified identified(
            MessageEvent event,
            Optional<ScreenedWords> screened,
            PublicFacts facts,
            Marks marked,
            SignedIn reader) {
        String words = Screened.words(event);
        List<PhiFinding> findings =
                facts.tell(words, screened.map(ScreenedWords::found).orElse(List.of()));
        List<Identified.One> found = new ArrayList<>();
        for (PhiFinding finding : findings) {
            found.add(
                    new Identified.One(
                            finding,
                            finding.span().in(words).toString(),
                            marked.on(event.id(), finding)));
        }
        return new Identified(
                event.id(),
                screened.isPresent(),
                found,
                safe(words, found, Screened.language(event)),
                reader.may(Action.MARK_IDENTIFIERS));
    }

    /** In the language of the words themselves: English in English, else French. */
    private String safe(String words, List<Identified.One> found, String language) {
        List<PhiFinding> pointing =
                found.stream().filter(Identified.One::points).map(Identified.One::finding).toList();
        if (pointing.isEmpty()) {
            return "";
        }
        Locale said = language.startsWith("en") ? Locale.ENGLISH : Locale.FRENCH;
        String safe = identifiers.safely(words, pointing, said);
        return safe.equals(words) ? "" : safe;
    }
}
