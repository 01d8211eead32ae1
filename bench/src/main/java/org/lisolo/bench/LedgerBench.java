package org.lisolo.bench;

import org.lisolo.ledger.Commitment;
import org.lisolo.ledger.GrowingTree;
import org.lisolo.ledger.Hash;
import org.lisolo.ledger.Leaf;
import org.lisolo.ledger.LeafKind;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/**
 * Leaves hashed and appended a second on one core, beside bare loops of SHA-256 in the same run,
 * turn by turn. A tree of n leaves must hash n leaves of 51 bytes and n - 1 pairs of 65; the first
 * loop hashes just these bytes, the second the leaves alone, which no tree can reach.
 *
 * <p>Arguments: leaves a turn (default 1,000,000), turns (default 9).
 */
public final class LedgerBench {
    private static final int LEAF_INPUT = 1 + Leaf.BYTES;
    private static final int PAIR_INPUT = 1 + 2 * Hash.BYTES;

    private final byte[] data;
    private final int leaves;
    private long sink;

    private LedgerBench(int leaves) {
        this.leaves = leaves;
        this.data = new byte[leaves * Leaf.BYTES];
        Random random = new Random(1);
        for (int i = 0; i < leaves; i++) {
            Hash commitment = Commitment.of(Commitment.salt(random), new byte[0]);
            byte[] leaf = new Leaf(LeafKind.EVENT, new UUID(i, i), commitment).data();
            System.arraycopy(leaf, 0, data, i * Leaf.BYTES, Leaf.BYTES);
        }
    }

    public static void main(String[] args) {
        int leaves = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int turns = args.length > 1 ? Integer.parseInt(args[1]) : 9;
        LedgerBench bench = new LedgerBench(leaves);
        double[] tree = new double[turns];
        double[] bytes = new double[turns];
        double[] alone = new double[turns];
        for (int turn = -2; turn < turns; turn++) { // two turns to warm up
            double t = bench.rate(bench::appendAll);
            double b = bench.rate(() -> bench.hashAll(true));
            double a = bench.rate(() -> bench.hashAll(false));
            if (turn >= 0) {
                tree[turn] = t;
                bytes[turn] = b;
                alone[turn] = a;
            }
        }
        System.out.printf(
                Locale.ROOT,
                """
                leaves appended a second               %,12.0f
                bare SHA-256 over the same bytes       %,12.0f leaves a second; ratio %.2f
                bare SHA-256 over the leaves alone     %,12.0f leaves a second; ratio %.2f
                (medians of %d turns of %,d leaves; %d)
                """,
                median(tree),
                median(bytes),
                median(ratios(tree, bytes)),
                median(alone),
                median(ratios(tree, alone)),
                turns,
                leaves,
                bench.sink & 1);
    }

    private double rate(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return leaves * 1e9 / (System.nanoTime() - start);
    }

    private void appendAll() {
        GrowingTree tree = new GrowingTree();
        for (int i = 0; i < leaves; i++) {
            tree.append(data, i * Leaf.BYTES, Leaf.BYTES);
            if (i % 10_000 == 0) {
                sink += tree.takeGrown().size();
            }
        }
        sink += tree.root().a();
    }

    private void hashAll(boolean pairs) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] input = new byte[PAIR_INPUT];
            byte[] hash = new byte[Hash.BYTES];
            for (int i = 0; i < leaves; i++) {
                System.arraycopy(data, i * Leaf.BYTES, input, 1, Leaf.BYTES);
                sha256.update(input, 0, LEAF_INPUT);
                sha256.digest(hash, 0, Hash.BYTES);
                if (pairs) {
                    sha256.update(input, 0, PAIR_INPUT);
                    sha256.digest(hash, 0, Hash.BYTES);
                }
                sink += hash[0];
            }
        } catch (NoSuchAlgorithmException | DigestException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static double[] ratios(double[] ours, double[] theirs) {
        double[] ratios = new double[ours.length];
        Arrays.setAll(ratios, i -> ours[i] / theirs[i]);
        return ratios;
    }

    private static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
