package org.lisolo.server.publishing.library;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.publishing.PieceId;

import java.time.Instant;
import java.util.Optional;

/**
 * A piece as it stands.
 *
 * @param shipped the name under which it came with the product; empty for the organisation's own
 * @param owner who answers for it
 * @param review of this version, whether it still counts or not
 */
public record Piece(
        PieceId id,
        OrganisationId organisation,
        String shipped,
        Optional<AccountId> owner,
        int version,
        PieceContent content,
        Instant changed,
        Optional<Review> review,
        boolean retired) {

    public PieceState state(Instant now) {
        if (retired) {
            return PieceState.RETIRED;
        }
        if (review.isEmpty()) {
            return PieceState.NOT_REVIEWED;
        }
        return review.get().until().isAfter(now) ? PieceState.REVIEWED : PieceState.EXPIRED;
    }

    public String path() {
        return Library.PATH + "/" + id;
    }
}
