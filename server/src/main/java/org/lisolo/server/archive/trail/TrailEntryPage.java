package org.lisolo.server.archive.trail;

import java.util.Optional;

/**
 * One record with its proof.
 *
 * @param place absent while it waits for its place in the log, a second at most
 * @param verifierKey with which the log's signatures are checked
 */
public record TrailEntryPage(TrailRow row, Optional<Place> place, String verifierKey) {
    /**
     * Where the record stands in the log.
     *
     * @param index counted from 0
     * @param size how many entries the checkpoint covers
     * @param holds whether the path leads to the signed root, computed anew for this page
     */
    public record Place(long index, long size, int steps, boolean holds, String commitment) {}
}
