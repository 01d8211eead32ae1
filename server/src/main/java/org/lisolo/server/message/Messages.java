package org.lisolo.server.message;

import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.people.OrganisationId;
import org.springframework.stereotype.Service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The current state of messages, made of their events each time it is asked for: it is right as
 * soon as {@link Inbox#accept} has returned. Other modules keep ids and fetch a page's texts by one
 * call.
 */
@Service
public class Messages {
    /** A conversation longer than this is shown from its beginning only. */
    public static final int LONGEST_CONVERSATION = 1_000;

    private final MessageStore store;
    private final AuditTrail trail;

    Messages(MessageStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    /** Those of the messages that the reader may see. */
    public Map<MessageId, Message> find(Collection<MessageId> ids, Sight sight) {
        Map<MessageId, Message> found = scan(ids, sight);
        shown(found.values());
        return found;
    }

    /** Enters in the audit record of the request under way those that not everyone may see. */
    public void shown(Collection<Message> messages) {
        messages.stream()
                .filter(m -> m.current().visibility() != Visibility.PUBLIC || m.deleted())
                .forEach(m -> trail.about("messages", m.id()));
    }

    /** As {@link #find}, for a search that reads many and says by {@link #shown} what it shows. */
    public Map<MessageId, Message> scan(Collection<MessageId> ids, Sight sight) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<MessageId, List<MessageEvent>> events =
                store.ofMessages(ids, sight).stream()
                        .collect(Collectors.groupingBy(MessageEvent::message));
        Map<MessageId, Message> messages = HashMap.newHashMap(events.size());
        events.forEach((id, happened) -> messages.put(id, new Message(id, happened)));
        return messages;
    }

    public Optional<Message> find(MessageId id, Sight sight) {
        return Optional.ofNullable(find(List.of(id), sight).get(id));
    }

    public Map<EventId, MessageEvent> events(Collection<EventId> ids, Sight sight) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<MessageEvent> found = store.events(ids, sight);
        found.stream()
                .filter(event -> event.visibility() != Visibility.PUBLIC)
                .forEach(event -> trail.about("messages", event.message()));
        return found.stream().collect(Collectors.toMap(MessageEvent::id, event -> event));
    }

    public Optional<MessageEvent> event(EventId id, Sight sight) {
        return Optional.ofNullable(events(List.of(id), sight).get(id));
    }

    /**
     * What an author wrote through an organisation's channels, so far as it was not erased: the
     * messages and their events, ids only.
     *
     * @param most at most so many events, the newest
     */
    public Map<MessageId, List<EventId>> ofAuthor(
            OrganisationId organisation, String authorId, int most) {
        return store.ofAuthor(organisation, authorId, most);
    }

    /** The raw bytes of an event, as the network sent them. */
    public Optional<Payload> payload(EventId id, Sight sight) {
        return store.payload(id, sight);
    }

    /** What opens the event's leaf in the log. */
    public Optional<Opening> opening(EventId id, Sight sight) {
        return store.opening(id, sight);
    }

    /** Events received since then, the newest first. */
    public List<MessageEvent> recent(Sight sight, Instant since, int limit) {
        return store.recent(sight, since, limit);
    }

    /**
     * Events received before one of them and since a time, the newest first: page by page through
     * the past.
     *
     * @param before {@link EventId#LAST} to begin
     */
    public List<MessageEvent> before(Sight sight, EventId before, Instant since, int limit) {
        return store.before(sight, before, since, limit);
    }

    /** How many events were received since then, also those whose content was erased. */
    public long count(Sight sight, Instant since) {
        return store.count(sight, since);
    }

    /** The newest messages that were not deleted. */
    public List<Message> latest(Sight sight, int limit) {
        return inOrder(store.latestCreated(sight, limit), sight);
    }

    /** The newest public messages on an organisation's channels that were not deleted. */
    public List<Message> latestPublicOf(OrganisationId organisation, int limit) {
        return inOrder(store.latestPublicOf(organisation, limit), Sight.ofPublic());
    }

    private List<Message> inOrder(List<MessageId> ids, Sight sight) {
        Map<MessageId, Message> found = find(ids, sight);
        List<Message> latest = new ArrayList<>();
        for (MessageId id : ids) {
            Message message = found.get(id);
            if (message != null) {
                latest.add(message);
            }
        }
        return latest;
    }

    /**
     * The message, what it answers and so on, up to the conversation's first message that is known
     * or was named; itself first. Ids only, whoever may see them.
     */
    public List<MessageId> ancestors(MessageId id) {
        return store.ancestors(id);
    }

    /** The whole conversation that the message stands in, as far as the reader may see it. */
    public List<Message> conversation(MessageId id, Sight sight) {
        MessageId top = store.ancestors(id).getLast();
        return find(store.descendants(top, LONGEST_CONVERSATION), sight).values().stream()
                .sorted(
                        Comparator.comparing((Message m) -> m.first().happenedAt())
                                .thenComparing(m -> m.first().id().value()))
                .toList();
    }
}
