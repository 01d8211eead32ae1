package org.lisolo.server.publishing.library;

import org.lisolo.server.publishing.PieceId;
import org.lisolo.server.publishing.library.LibraryPages.Uses;

/** Tells where a piece was used: the posts know. */
public interface PieceUses {
    Uses of(PieceId piece);
}
