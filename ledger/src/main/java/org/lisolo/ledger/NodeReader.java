package org.lisolo.ledger;

import java.util.List;

/** Where the hashes of complete subtrees are read from, many at once. */
@FunctionalInterface
public interface NodeReader {
    /** The hash of each node, in the same order. */
    List<Hash> read(List<Node> nodes);
}
