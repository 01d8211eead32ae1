package org.lisolo.server.archive;

import org.lisolo.server.message.EventId;
import org.lisolo.server.message.MessageId;

import java.time.Instant;
import java.util.Optional;

/**
 * The proof of one event, explained.
 *
 * @param place absent while the event waits for its place in the log, a second at most
 * @param verifierKey with which the log's signatures are checked
 */
public record ProofPage(
        MessageId message,
        EventId event,
        Instant receivedAt,
        Optional<Place> place,
        String verifierKey) {

    /**
     * Where the event stands, and the way from there to the signed root.
     *
     * @param index the entry's place, counted from 0
     * @param size how many entries the checkpoint covers
     * @param steps how many hashes lead from the leaf to the root
     * @param holds whether the path leads to the signed root, computed anew for this page
     * @param checkpoint the signed note, as it is
     */
    public record Place(
            long index,
            long size,
            String commitment,
            String leafHash,
            String root,
            int steps,
            boolean holds,
            String checkpoint) {}
}
