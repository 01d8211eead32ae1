package org.lisolo.server.archive;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.archive.DocumentStore.Hit;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds messages by their words, author, channel, time and fate. */
@Service
class Searches {
    static final int PAGE = 20;

    /** Beyond this the number of results is said as "more than". */
    static final int COUNTED = 1_000;

    private final DocumentStore documents;
    private final Messages messages;

    Searches(DocumentStore documents, Messages messages) {
        this.documents = documents;
        this.messages = messages;
    }

    /** A cursor at the top of what is there now. */
    Cursor top() {
        return Cursor.from(documents.newest());
    }

    Results find(SearchQuery query, Cursor cursor, int limit) {
        List<Hit> hits = documents.find(query, cursor, limit + 1);
        boolean more = hits.size() > limit;
        List<Hit> shown = more ? hits.subList(0, limit) : hits;
        Map<MessageId, Message> found =
                messages.find(shown.stream().map(Hit::message).toList(), query.sight());
        List<Found> results = new ArrayList<>();
        for (Hit hit : shown) {
            Message message = found.get(hit.message());
            if (message != null) {
                results.add(new Found(message, version(message, hit.event())));
            }
        }
        long last = shown.isEmpty() ? 0 : shown.getLast().position();
        return new Results(results, more ? new Cursor(last, cursor.until()) : null);
    }

    int count(SearchQuery query, Cursor cursor) {
        return documents.count(query, cursor, COUNTED + 1);
    }

    /** The version that matched; the standing one where the deletion itself did. */
    private static MessageEvent version(Message message, EventId event) {
        return message.versions().stream()
                .filter(version -> version.id().equals(event))
                .findFirst()
                .orElse(message.current());
    }

    /** A message and the version of it that matched. */
    record Found(Message message, MessageEvent version) {}

    /**
     * One page of results.
     *
     * @param next where the next page begins; null at the end
     */
    record Results(List<Found> found, @Nullable Cursor next) {
        static final Results NONE = new Results(List.of(), null);
    }
}
