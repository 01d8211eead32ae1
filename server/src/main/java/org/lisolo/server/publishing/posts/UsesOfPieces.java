package org.lisolo.server.publishing.posts;

import org.lisolo.server.publishing.PieceId;
import org.lisolo.server.publishing.library.LibraryPages.Uses;
import org.lisolo.server.publishing.library.PieceUses;
import org.springframework.stereotype.Component;

/** What posts know of the pieces that they were begun from. */
@Component
class UsesOfPieces implements PieceUses {
    private final PostStore store;

    UsesOfPieces(PostStore store) {
        this.store = store;
    }

    @Override
    public Uses of(PieceId piece) {
        var uses = store.uses(piece);
        return new Uses(uses.getKey(), uses.getValue());
    }
}
