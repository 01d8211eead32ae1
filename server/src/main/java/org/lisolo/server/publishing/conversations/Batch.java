package org.lisolo.server.publishing.conversations;

import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Screened;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.publishing.ConversationId;
import org.lisolo.server.publishing.conversations.ConversationStep.Kind;
import org.lisolo.server.publishing.conversations.ConversationStore.Begun;
import org.lisolo.server.publishing.conversations.ConversationStore.Entry;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Some events on their way into conversations: below a message of a conversation, it goes there;
 * below our own post, to what the same person began there; in private, to what they said before;
 * else it begins one.
 */
final class Batch {
    /** What was said longer ago waits for nobody's answer any more. */
    private static final Duration OLD = Duration.ofDays(30);

    private final ConversationStore store;
    private final ConversationStepStore steps;
    private final Messages messages;
    private final Ids ids;
    private final Instant now;
    private final Map<MessageId, Entry> entries = new HashMap<>();
    private final Map<MessageId, ConversationId> tops = new HashMap<>();
    private final Map<ConversationId, Conversation> known = new HashMap<>();
    private final Set<ConversationId> changed = new LinkedHashSet<>();
    private final List<Begun> begun = new ArrayList<>();
    private final List<Entry> fresh = new ArrayList<>();

    /** What an organisation promises, and where. */
    record Terms(Promise promise, ZoneId zone) {}

    Batch(
            ConversationStore store,
            ConversationStepStore steps,
            Messages messages,
            Ids ids,
            Instant now) {
        this.store = store;
        this.steps = steps;
        this.messages = messages;
        this.ids = ids;
        this.now = now;
    }

    /** Reads what these messages are in, and holds it. */
    void know(Collection<MessageId> named) {
        List<Entry> found = store.entries(named);
        found.forEach(entry -> entries.putIfAbsent(entry.message(), entry));
        Set<ConversationId> wanted = new HashSet<>();
        found.forEach(entry -> wanted.add(entry.conversation()));
        wanted.removeAll(known.keySet());
        if (!wanted.isEmpty()) {
            store.lock(wanted).forEach(this::keep);
        }
        store.lockTops(named).forEach(this::keep);
    }

    private Conversation keep(Conversation one) {
        known.putIfAbsent(one.id(), one);
        tops.putIfAbsent(one.top(), one.id());
        return one;
    }

    void take(MessageEvent event, boolean ours, Terms terms) {
        Entry standing = entries.get(event.message());
        if (standing != null) {
            return; // an edit: the words are read anew with each look
        }
        List<MessageId> lineage = lineage(event);
        Optional<Conversation> home = home(event, lineage);
        if (ours) {
            home.ifPresent(conversation -> answer(conversation, event));
        } else if (home.isPresent()) {
            hear(home.get(), event, terms);
        } else if (said(event).isAfter(now.minus(OLD))) {
            begin(event, lineage, terms);
        }
    }

    private List<MessageId> lineage(MessageEvent event) {
        boolean alone = event.inReplyTo() == null && event.root() == null;
        return alone ? List.of(event.message()) : messages.ancestors(event.message());
    }

    private Optional<Conversation> home(MessageEvent event, List<MessageId> lineage) {
        Optional<Conversation> above = above(lineage);
        if (above.isPresent() || (lineage.size() == 1 && isPublic(event))) {
            return above;
        }
        know(lineage);
        return above(lineage).or(() -> bySame(event, lineage));
    }

    private Optional<Conversation> above(List<MessageId> lineage) {
        for (MessageId message : lineage) {
            Entry entry = entries.get(message);
            ConversationId id = entry == null ? tops.get(message) : entry.conversation();
            if (id != null) {
                return Optional.ofNullable(known.get(id));
            }
        }
        return Optional.empty();
    }

    private Optional<Conversation> bySame(MessageEvent event, List<MessageId> lineage) {
        flush();
        return store.lockOf(event.channel(), Voice.of(event), root(event, lineage))
                .map(one -> known.getOrDefault(keep(one).id(), one));
    }

    /** None for talk in private that answers nothing: its author holds it together. */
    private static Optional<MessageId> root(MessageEvent event, List<MessageId> lineage) {
        return lineage.size() == 1 && !isPublic(event)
                ? Optional.empty()
                : Optional.of(lineage.getLast());
    }

    private static boolean isPublic(MessageEvent event) {
        return event.visibility() == Visibility.PUBLIC;
    }

    private static Instant said(MessageEvent event) {
        return event.happenedAt().isBefore(event.receivedAt())
                ? event.happenedAt()
                : event.receivedAt();
    }

    private void begin(MessageEvent event, List<MessageId> lineage, Terms terms) {
        Instant said = said(event);
        var talk =
                new Conversation(
                        new ConversationId(ids.next()),
                        event.organisation(),
                        event.channel(),
                        event.message(),
                        root(event, lineage),
                        event.visibility(),
                        ConversationState.OPEN,
                        Optional.empty(),
                        Optional.empty(),
                        language(event),
                        said,
                        said,
                        Optional.of(said),
                        Optional.of(terms.promise().due(said, terms.zone())),
                        1);
        begun.add(new Begun(talk, Voice.of(event)));
        keep(talk);
        enter(talk, event, false);
    }

    private void hear(Conversation before, MessageEvent event, Terms terms) {
        Instant said = said(event);
        MessageId parent = event.parent();
        Entry above = parent == null ? null : entries.get(parent);
        boolean toUs = above != null && above.ours();
        boolean old = !said.isAfter(now.minus(OLD));
        boolean asks =
                switch (before.state()) {
                    case OPEN, WAITING -> false;
                    case ANSWERED, CLOSED -> !old;
                    case NOT_OURS -> toUs && !old;
                };
        Conversation after = Turns.heard(before, said, language(event), isPublic(event));
        if (asks) {
            after = Turns.asked(after, said, terms.promise().due(said, terms.zone()));
        } else if (before.state() == ConversationState.WAITING) {
            after = Turns.in(after, ConversationState.OPEN);
        }
        change(after);
        enter(after, event, false);
    }

    private void answer(Conversation before, MessageEvent event) {
        flush();
        Instant said = said(event);
        Conversation after = Turns.heard(before, said, before.language(), true);
        if (before.state().isUnderWay()) {
            after = Turns.in(after, ConversationState.ANSWERED);
            steps.add(before.id(), ConversationStep.happened(Kind.ANSWERED, said));
        }
        change(after);
        enter(after, event, true);
    }

    private void change(Conversation after) {
        known.put(after.id(), after);
        changed.add(after.id());
    }

    private void enter(Conversation home, MessageEvent event, boolean ours) {
        var entry = new Entry(event.message(), home.id(), ours, said(event));
        entries.put(event.message(), entry);
        fresh.add(entry);
    }

    private static String language(MessageEvent event) {
        return Screened.language(event).split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** The author or the network took it away: nobody has to answer what stands no more. */
    void takeAway(MessageEvent event) {
        Entry entry = entries.get(event.message());
        if (entry == null) {
            return;
        }
        flush();
        store.gone(event.message());
        Conversation home = known.get(entry.conversation());
        if (home != null
                && home.state().isUnderWay()
                && home.asked().isPresent()
                && !store.waits(home.id(), home.asked().get())) {
            change(Turns.in(home, ConversationState.CLOSED));
            steps.add(home.id(), ConversationStep.happened(Kind.TAKEN_AWAY, now));
        }
    }

    private void flush() {
        store.begin(begun);
        begun.clear();
        store.add(fresh);
        fresh.clear();
    }

    void write() {
        flush();
        changed.forEach(
                id -> {
                    Conversation after = known.get(id);
                    if (after != null) {
                        store.update(after);
                    }
                });
    }
}
