package org.lisolo.server.archive;

import org.jspecify.annotations.Nullable;
import org.lisolo.screening.Span;
import org.lisolo.server.archive.DocumentStore.Hit;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.springframework.stereotype.Service;

import java.time.Instant;
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
    private final QuerySearches queries;
    private final Messages messages;

    Searches(DocumentStore documents, QuerySearches queries, Messages messages) {
        this.documents = documents;
        this.queries = queries;
        this.messages = messages;
    }

    /** A cursor at the top of what is there now. */
    Cursor top() {
        return Cursor.from(documents.newest());
    }

    Results find(SearchQuery query, Cursor cursor, int limit) {
        return switch (query.wanted()) {
            case Wanted.Unread _ -> Results.NONE;
            case Wanted.Asked(var asked) -> queries.find(query, asked, cursor, limit);
            case Wanted.Nothing _, Wanted.Words _ -> indexed(query, cursor, limit);
        };
    }

    private Results indexed(SearchQuery query, Cursor cursor, int limit) {
        List<Hit> hits = documents.find(query, cursor, limit + 1);
        boolean more = hits.size() > limit;
        List<Hit> shown = more ? hits.subList(0, limit) : hits;
        Map<MessageId, Message> found =
                messages.find(shown.stream().map(Hit::message).toList(), query.sight());
        List<Found> results = new ArrayList<>();
        for (Hit hit : shown) {
            Message message = found.get(hit.message());
            if (message != null) {
                results.add(new Found(message, version(message, hit.event()), List.of()));
            }
        }
        long last = shown.isEmpty() ? 0 : shown.getLast().position();
        return new Results(results, more ? new Cursor(last, cursor.until()) : null, null);
    }

    /**
     * How many messages match, as far as was counted. The index knows no authors that somebody sees
     * nothing of: for them the messages are read.
     */
    Tally count(SearchQuery query, Cursor cursor) {
        return switch (query.wanted()) {
            case Wanted.Unread _ -> new Tally(0, true);
            case Wanted.Asked(var asked) -> queries.count(query, asked, cursor);
            case Wanted.Nothing _, Wanted.Words _ -> {
                int counted =
                        query.sight().apart().isEmpty()
                                ? documents.count(query, cursor, COUNTED + 1)
                                : indexed(query, cursor, COUNTED + 1).found().size();
                yield new Tally(Math.min(counted, COUNTED), counted <= COUNTED);
            }
        };
    }

    /** The version that matched; the standing one where the deletion itself did. */
    private static MessageEvent version(Message message, EventId event) {
        return message.versions().stream()
                .filter(version -> version.id().equals(event))
                .findFirst()
                .orElse(message.current());
    }

    /**
     * A message and the version of it that matched.
     *
     * @param marks the words that a query found; empty where words were looked for in all forms
     */
    record Found(Message message, MessageEvent version, List<Span> marks) {}

    /**
     * How many match.
     *
     * @param all whether these are all; else there are more
     */
    record Tally(int count, boolean all) {
        static final Tally NONE = new Tally(0, true);
    }

    /**
     * One page of results.
     *
     * @param next where the next page begins; null at the end
     * @param reached where the page is not full because looking so far back took enough time: the
     *     day down to which everything was looked at
     */
    record Results(List<Found> found, @Nullable Cursor next, @Nullable Instant reached) {
        static final Results NONE = new Results(List.of(), null, null);
    }
}
