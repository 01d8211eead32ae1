package org.lisolo.server.message;

import java.util.List;
import java.util.Set;

/**
 * Reads the log in order. Each follower has a cursor that moves in the same transaction as what the
 * follower writes, so a crash repeats nothing and skips nothing; a new follower starts at the log's
 * first entry. One node at a time runs a follower.
 */
public interface Follower {
    /** The cursor's name; it never changes. */
    String name();

    /** The classes whose text this follower may read; it is handed no others. */
    Set<Visibility> visibilities();

    /**
     * Takes the next events, in the order of the log, inside the transaction that moves the cursor.
     * An exception rolls both back; the batch comes again, then event by event, and an event that
     * fails alone is set aside by its position and named on the operator's page.
     */
    void follow(List<LoggedEvent> events);
}
