package org.lisolo.server.evidence;

import org.lisolo.ledger.LeafKind;

import java.util.UUID;

/**
 * A place in the log.
 *
 * @param position counted from 1, without gaps; the leaf's index in the tree is one less
 * @param id of the event, or for an erasure of the event that was erased
 */
public record LogEntry(long position, LeafKind kind, UUID id) {}
