package org.lisolo.ledger;

/**
 * A complete subtree: the root over the leaves {@code [index << level, (index + 1) << level)}.
 * Level 0 are the leaf hashes.
 */
public record Node(int level, long index) {}
