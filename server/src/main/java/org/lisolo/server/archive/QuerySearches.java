package org.lisolo.server.archive;

import org.jspecify.annotations.Nullable;
import org.lisolo.screening.Query;
import org.lisolo.server.archive.DocumentStore.Hit;
import org.lisolo.server.archive.Searches.Found;
import org.lisolo.server.archive.Searches.Results;
import org.lisolo.server.archive.Searches.Tally;
import org.lisolo.server.channels.ChannelNames;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.springframework.stereotype.Service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Answers queries: the index finds the versions that may match, the engine that screens what comes
 * in decides. So a query means here what it means as a rule, whatever the index knows.
 */
@Service
class QuerySearches {
    private static final int BATCH = 500;

    /** Versions looked at for one page or one count: some seconds' work at the most. */
    static final int MOST_LOOKED_AT = 10_000;

    private final DocumentStore documents;
    private final Messages messages;
    private final ChannelNames channels;

    QuerySearches(DocumentStore documents, Messages messages, ChannelNames channels) {
        this.documents = documents;
        this.messages = messages;
        this.channels = channels;
    }

    Results find(SearchQuery query, Query asked, Cursor cursor, int limit) {
        Results results = walk(query, asked, cursor, limit);
        messages.shown(results.found().stream().map(Found::message).toList());
        return results;
    }

    private Results walk(SearchQuery query, Query asked, Cursor cursor, int limit) {
        Walk walk = new Walk(query, asked, cursor);
        List<Found> found = new ArrayList<>();
        while (walk.looked < MOST_LOOKED_AT && walk.goesOn()) {
            for (Hit hit : walk.next()) {
                Found one = walk.decide(hit);
                if (one != null) {
                    if (found.size() == limit) {
                        return new Results(found, new Cursor(walk.lastFound, cursor.until()), null);
                    }
                    found.add(one);
                    walk.lastFound = hit.position();
                }
            }
        }
        return walk.goesOn()
                ? new Results(found, new Cursor(walk.before, cursor.until()), walk.reached)
                : new Results(found, null, null);
    }

    Tally count(SearchQuery query, Query asked, Cursor cursor) {
        Walk walk = new Walk(query, asked, cursor);
        int count = 0;
        while (walk.looked < MOST_LOOKED_AT && walk.goesOn()) {
            for (Hit hit : walk.next()) {
                if (walk.decide(hit) != null) {
                    if (count == Searches.COUNTED) {
                        return new Tally(count, false);
                    }
                    count++;
                }
            }
        }
        return new Tally(count, !walk.goesOn());
    }

    /** The candidates from a cursor on, batch by batch. */
    private final class Walk {
        private final SearchQuery query;
        private final Decision decision;
        private final Cursor cursor;
        private long before;
        private long lastFound;
        private int looked;
        private boolean ended;
        private @Nullable Instant reached;
        private Map<MessageId, Message> known = Map.of();
        private Superseding superseding = Superseding.NONE;

        Walk(SearchQuery query, Query asked, Cursor cursor) {
            this.query = query;
            this.decision = new Decision(query, asked, channels);
            this.cursor = cursor;
            this.before = cursor.before();
        }

        boolean goesOn() {
            return !ended;
        }

        List<Hit> next() {
            List<Hit> batch =
                    documents.candidates(query, new Cursor(before, cursor.until()), BATCH);
            ended = batch.size() < BATCH;
            looked += batch.size();
            if (!batch.isEmpty()) {
                before = batch.getLast().position();
            }
            List<MessageId> ids = batch.stream().map(Hit::message).distinct().toList();
            known = messages.scan(ids, query.sight());
            List<MessageId> changed =
                    known.values().stream()
                            .filter(message -> message.versions().size() > 1)
                            .map(Message::id)
                            .toList();
            superseding =
                    changed.isEmpty()
                            ? Superseding.NONE
                            : new Superseding(documents.positions(changed), cursor.until());
            return batch;
        }

        /** What is shown of a candidate; null if the engine says no, or a later version does. */
        @Nullable Found decide(Hit hit) {
            Message message = known.get(hit.message());
            if (message == null) {
                return null;
            }
            for (MessageEvent version : message.versions()) {
                if (version.id().equals(hit.event())) {
                    reached = version.happenedAt();
                    return superseding.by(message, hit, decision)
                            ? null
                            : decision.on(message, version)
                                    .map(marks -> new Found(message, version, marks))
                                    .orElse(null);
                }
            }
            return null;
        }
    }
}
