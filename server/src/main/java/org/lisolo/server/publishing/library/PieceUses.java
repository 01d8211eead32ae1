package org.lisolo.server.publishing.library;

import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.publishing.PieceId;
import org.lisolo.server.publishing.library.LibraryPages.Uses;

/** Tells where a piece was used and what became of it: the posts know. */
public interface PieceUses {
    Uses of(OrganisationId organisation, PieceId piece);
}
