package org.lisolo.ledger;

import java.util.ArrayList;
import java.util.List;

/** RFC 6962 section 2.1 word for word, recursive and slow: what the real thing is held against. */
final class NaiveTree {
    private final TreeHasher hasher = new TreeHasher();
    private final List<byte[]> leaves = new ArrayList<>();

    void append(byte[] data) {
        leaves.add(data);
    }

    Hash root(int size) {
        return size == 0 ? hasher.emptyRoot() : mth(0, size);
    }

    private Hash mth(int from, int to) {
        if (to - from == 1) {
            return hasher.leaf(leaves.get(from));
        }
        int k = split(to - from);
        return hasher.node(mth(from, from + k), mth(from + k, to));
    }

    /** PATH(m, D[n]), section 2.1.1. */
    List<Hash> path(int m, int size) {
        return path(m, 0, size);
    }

    private List<Hash> path(int m, int from, int to) {
        if (to - from == 1) {
            return new ArrayList<>();
        }
        int k = split(to - from);
        List<Hash> path;
        if (m < k) {
            path = path(m, from, from + k);
            path.add(mth(from + k, to));
        } else {
            path = path(m - k, from + k, to);
            path.add(mth(from, from + k));
        }
        return path;
    }

    /** PROOF(m, D[n]), section 2.1.2. */
    List<Hash> proof(int m, int size) {
        return subproof(m, 0, size, true);
    }

    private List<Hash> subproof(int m, int from, int to, boolean whole) {
        int n = to - from;
        if (m == n) {
            return whole ? new ArrayList<>() : new ArrayList<>(List.of(mth(from, to)));
        }
        int k = split(n);
        List<Hash> proof;
        if (m <= k) {
            proof = subproof(m, from, from + k, whole);
            proof.add(mth(from + k, to));
        } else {
            proof = subproof(m - k, from + k, to, false);
            proof.add(mth(from, from + k));
        }
        return proof;
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }
}
