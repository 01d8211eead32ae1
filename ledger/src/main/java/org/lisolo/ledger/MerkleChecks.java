package org.lisolo.ledger;

import java.util.List;

/**
 * Checks proofs as RFC 9162 sections 2.1.3.2 and 2.1.4.2 tell it (the trees are those of RFC 6962).
 * What doesn't check is {@code false}, however it is malformed. Serves one thread at a time.
 */
public final class MerkleChecks {
    private final TreeHasher hasher = new TreeHasher();

    /** Whether {@code leaf} is at {@code index} of the tree with this size and root. */
    public boolean included(Hash leaf, long index, long size, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = hasher.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = hasher.node(hash, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the tree with this size and root begins with the old tree. */
    public boolean consistent(long oldSize, Hash oldRoot, long size, Hash root, List<Hash> proof) {
        if (oldSize < 0 || oldSize > size) {
            return false;
        }
        if (oldSize == size) {
            return proof.isEmpty() && oldRoot.equals(root);
        }
        if (oldSize == 0) {
            return proof.isEmpty() && oldRoot.equals(hasher.emptyRoot());
        }
        boolean complete = Long.bitCount(oldSize) == 1;
        if (proof.isEmpty() && !complete) {
            return false;
        }
        Hash start = complete ? oldRoot : proof.getFirst();
        return climbs(
                oldSize, oldRoot, size, root, start, proof.subList(complete ? 0 : 1, proof.size()));
    }

    private boolean climbs(
            long oldSize, Hash oldRoot, long size, Hash root, Hash start, List<Hash> proof) {
        int complete = Long.numberOfTrailingZeros(oldSize);
        long node = (oldSize - 1) >>> complete;
        long last = (size - 1) >>> complete;
        Hash oldHash = start;
        Hash hash = start;
        for (Hash sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                oldHash = hasher.node(sibling, oldHash);
                hash = hasher.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = hasher.node(hash, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && oldHash.equals(oldRoot) && hash.equals(root);
    }
}
