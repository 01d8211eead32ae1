package org.lisolo.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Makes the proofs of RFC 6962 section 2.1 from the hashes of complete subtrees, which are read in
 * one go. Sizes and positions count leaves from 0. Serves one thread at a time.
 */
public final class MerkleProofs {
    private final TreeHasher hasher = new TreeHasher();
    private final NodeReader nodes;

    public MerkleProofs(NodeReader nodes) {
        this.nodes = nodes;
    }

    /** The root of the tree's first {@code size} leaves. */
    public Hash root(long size) {
        return size == 0 ? hasher.emptyRoot() : hashesOf(List.of(new Range(0, size))).getFirst();
    }

    /**
     * The audit path (section 2.1.1) of the leaf at {@code index} in the tree of the first {@code
     * size} leaves, from the leaf's sibling up to the root's child.
     */
    public List<Hash> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " among " + size);
        }
        List<Range> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + leftSize(to - from);
            if (index < middle) {
                path.add(new Range(middle, to));
                to = middle;
            } else {
                path.add(new Range(from, middle));
                from = middle;
            }
        }
        Collections.reverse(path);
        return hashesOf(path);
    }

    /**
     * The proof (section 2.1.2) that the tree of the first {@code size} leaves begins with the tree
     * of the first {@code oldSize}; empty if both are the same, or the old one is empty.
     */
    public List<Hash> consistency(long oldSize, long size) {
        if (oldSize < 0 || oldSize > size) {
            throw new IllegalArgumentException("no tree of " + oldSize + " within " + size);
        }
        List<Range> path = new ArrayList<>();
        if (oldSize != 0 && oldSize != size) {
            collectConsistency(oldSize, size, path);
        }
        return hashesOf(path);
    }

    private static void collectConsistency(long oldSize, long size, List<Range> path) {
        long from = 0;
        long to = size;
        while (to != oldSize) {
            long middle = from + leftSize(to - from);
            if (oldSize <= middle) {
                path.add(new Range(middle, to));
                to = middle;
            } else {
                path.add(new Range(from, middle));
                from = middle;
            }
        }
        if (from != 0) { // else the old tree is a complete subtree, whose root the reader has
            path.add(new Range(from, to));
        }
        Collections.reverse(path);
    }

    /** The largest power of two smaller than {@code size}, which is 2 or more. */
    private static long leftSize(long size) {
        return Long.highestOneBit(size - 1);
    }

    private List<Hash> hashesOf(List<Range> ranges) {
        List<Node> wanted = new ArrayList<>();
        ranges.forEach(range -> wanted.addAll(range.nodes()));
        List<Hash> read = wanted.isEmpty() ? List.of() : nodes.read(wanted);
        List<Hash> hashes = new ArrayList<>(ranges.size());
        int next = 0;
        for (Range range : ranges) {
            int end = next + range.nodes().size();
            hashes.add(folded(read.subList(next, end)));
            next = end;
        }
        return hashes;
    }

    private Hash folded(List<Hash> subtrees) {
        Hash root = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = hasher.node(subtrees.get(i), root);
        }
        return root;
    }

    /**
     * Leaves {@code [from, to)} that are a subtree: {@code from} is a multiple of its left half.
     */
    private record Range(long from, long to) {
        /** The complete subtrees it consists of, the largest first. */
        List<Node> nodes() {
            List<Node> nodes = new ArrayList<>();
            for (long start = from; start < to; ) {
                int level = 63 - Long.numberOfLeadingZeros(to - start);
                nodes.add(new Node(level, start >>> level));
                start += 1L << level;
            }
            return nodes;
        }
    }
}
