package org.lisolo.server.publishing.library;

import org.lisolo.server.publishing.PieceId;

/** Tells what came of what was said with a piece: campaigns, which count it, know. */
public interface PieceOutcomes {
    /**
     * What came of it, wherever it was said.
     *
     * @param replies messages of the public below it
     * @param clicks on short links in it
     */
    record Outcome(long replies, long clicks) {}

    Outcome of(PieceId piece);
}
