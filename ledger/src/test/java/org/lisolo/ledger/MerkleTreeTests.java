package org.lisolo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class MerkleTreeTests {
    private final TreeHasher hasher = new TreeHasher();
    private final MerkleChecks checks = new MerkleChecks();

    @Test
    void hashesLeavesAndNodesAsPublished() {
        assertThat(hasher.leaf(ascii("L123456")))
                .isEqualTo(
                        PublishedTree.hash(
                                "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56"));
        assertThat(hasher.leaf(new byte[0])).isEqualTo(PublishedTree.ROOTS.get(1));
        assertThat(hasher.emptyRoot()).isEqualTo(PublishedTree.ROOTS.get(0));
        // golang.org/x/mod/sumdb/tlog, TestFormatTree
        assertThat(hasher.leaf(ascii("hello world")))
                .hasToString("TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=");
    }

    @Test
    void hashesLongLeavesLikeShortOnes() {
        byte[] data = new byte[5000];
        new Random(1).nextBytes(data);
        byte[] prefixed = new byte[5001];
        System.arraycopy(data, 0, prefixed, 1, 5000);
        assertThat(hasher.leaf(data)).isEqualTo(Hash.of(TreeHasher.sha256().digest(prefixed)));
    }

    @Test
    void growsThroughThePublishedRoots() {
        GrowingTree tree = new GrowingTree();
        assertThat(tree.root()).isEqualTo(PublishedTree.ROOTS.getFirst());
        for (int i = 0; i < 8; i++) {
            tree.append(PublishedTree.LEAVES.get(i));
            assertThat(tree.root()).isEqualTo(PublishedTree.ROOTS.get(i + 1));
        }
    }

    /**
     * Roots of leaves of two bytes, the counter's low and high: transparency-dev/merkle compact.
     */
    @ParameterizedTest
    @CsvSource({
        "10, VjWMPSYNtCuCNlF/RLnQy6HcwSk6CIipfxm+hettA+4=",
        "15, j4SulYmocFuxdeyp12xXCIgK6PekBcxzAIj4zbQzNEI=",
        "16, c+4Uc6BCMOZf/v3NZK1kqTUJe+bBoFtOhP+P3SayKRE=",
        "256, qFI0t/tZ1MdOYgyPpPzHFiZVw86koScXy9q3FU5casA=",
        "4095, cWRFdQhPcjn9WyBXE/r1f04ejxIm5lvg40DEpRBVS0w=",
        "4096, 6uU/phfHg1n/GksYT6TO9aN8EauMCCJRl3dIK0HDs2M=",
        "10000, VZcav65F9haHVRk3wre2axFoBXRNeUh/1d9d5FQfxIg=",
        "65535, iPuVYJhP6SEE4gUFp8qbafd2rYv9YTCDYqAxCj8HdLM="
    })
    void hasThePublishedRootsOfLargeTrees(int size, String root) {
        KeptTiles kept = new KeptTiles();
        GrowingTree tree = new GrowingTree();
        for (int i = 0; i < size; i++) {
            tree.append(new byte[] {(byte) i, (byte) (i >> 8)});
        }
        kept.keep(tree);
        assertThat(tree.root()).hasToString(root);
        assertThat(new MerkleProofs(new TileNodes(size, kept)).root(size)).hasToString(root);
    }

    @Test
    void checksThePublishedProofs() {
        List<Hash> path =
                hashes(
                        "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=",
                        "yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=",
                        "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=");
        Hash leaf = Hash.parse("QnGia+DYqE8L1UyMMC58s6O10fpngKQLzOKHNHfatlg=");
        assertThat(checks.included(leaf, 5, 8, path, PublishedTree.ROOTS.get(8))).isTrue();
        List<Hash> proof =
                hashes(
                        "DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=",
                        "sIaT7C5yFZcTBkHoIR5+7cy0wmQTlj7ubB4u0W/7Gl8=",
                        "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=");
        assertThat(
                        checks.consistent(
                                6,
                                PublishedTree.ROOTS.get(6),
                                7,
                                PublishedTree.ROOTS.get(7),
                                proof))
                .isTrue();
    }

    @Test
    void makesTheProofsOfTheNaiveTreeAndChecksThemAndNoOthers() {
        int size = 70;
        NaiveTree naive = new NaiveTree();
        GrowingTree tree = new GrowingTree();
        KeptTiles kept = new KeptTiles();
        for (int i = 0; i < size; i++) {
            naive.append(leaf(i));
            tree.append(leaf(i));
        }
        kept.keep(tree);
        MerkleProofs proofs = new MerkleProofs(new TileNodes(size, kept));
        for (int n = 1; n <= size; n++) {
            Hash root = naive.root(n);
            assertThat(proofs.root(n)).isEqualTo(root);
            for (int m = 0; m < n; m++) {
                List<Hash> path = proofs.inclusion(m, n);
                assertThat(path).isEqualTo(naive.path(m, n));
                refusesAllButThis(hasher.leaf(leaf(m)), m, n, path, root);
            }
            for (int m = 1; m <= n; m++) {
                List<Hash> proof = proofs.consistency(m, n);
                assertThat(proof).isEqualTo(naive.proof(m, n));
                refusesAllButThis(m, naive.root(m), n, root, proof);
            }
        }
    }

    private void refusesAllButThis(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        assertThat(checks.included(leaf, index, size, path, root)).isTrue();
        assertThat(checks.included(flipped(leaf), index, size, path, root)).isFalse();
        assertThat(checks.included(leaf, index, size, path, flipped(root))).isFalse();
        for (List<Hash> wrong : spoiled(path)) {
            assertThat(checks.included(leaf, index, size, wrong, root)).isFalse();
        }
        for (long other : new long[] {-1, index - 1, index + 1, size}) {
            assertThat(checks.included(leaf, other, size, path, root)).isFalse();
        }
    }

    private void refusesAllButThis(
            long oldSize, Hash oldRoot, long size, Hash root, List<Hash> proof) {
        assertThat(checks.consistent(oldSize, oldRoot, size, root, proof)).isTrue();
        assertThat(checks.consistent(oldSize, flipped(oldRoot), size, root, proof)).isFalse();
        assertThat(checks.consistent(oldSize, oldRoot, size, flipped(root), proof)).isFalse();
        assertThat(checks.consistent(size + 1, oldRoot, size, root, proof)).isFalse();
        assertThat(checks.consistent(-1, oldRoot, size, root, proof)).isFalse();
        for (List<Hash> wrong : spoiled(proof)) {
            assertThat(checks.consistent(oldSize, oldRoot, size, root, wrong)).isFalse();
        }
    }

    /** Each hash changed, one too few, one too many, two swapped. */
    private static List<List<Hash>> spoiled(List<Hash> proof) {
        List<List<Hash>> all = new ArrayList<>();
        for (int i = 0; i < proof.size(); i++) {
            List<Hash> changed = new ArrayList<>(proof);
            changed.set(i, flipped(proof.get(i)));
            all.add(changed);
            List<Hash> longer = new ArrayList<>(proof);
            longer.add(i, proof.get(i));
            all.add(longer);
        }
        if (!proof.isEmpty()) {
            all.add(proof.subList(1, proof.size()));
            all.add(proof.subList(0, proof.size() - 1));
            List<Hash> longer = new ArrayList<>(proof);
            longer.add(proof.getLast());
            all.add(longer);
        }
        return all;
    }

    @Test
    void everyOldTreeIsTheBeginningOfTheNewOne() {
        Random random = new Random(7);
        GrowingTree tree = new GrowingTree();
        KeptTiles kept = new KeptTiles();
        List<Hash> roots = new ArrayList<>();
        List<Long> sizes = new ArrayList<>();
        for (int batch = 0; batch < 40; batch++) {
            for (int n = random.nextInt(6000); n > 0; n--) {
                tree.append(leaf((int) tree.size()));
            }
            kept.keep(tree);
            roots.add(tree.root());
            sizes.add(tree.size());
            // another node goes on with the tree
            tree = new GrowingTree(tree.size(), kept);
            assertThat(tree.root()).isEqualTo(roots.getLast());
        }
        long size = tree.size();
        MerkleProofs proofs = new MerkleProofs(new TileNodes(size, kept));
        for (int i = 0; i < sizes.size(); i++) {
            List<Hash> proof = proofs.consistency(sizes.get(i), size);
            assertThat(checks.consistent(sizes.get(i), roots.get(i), size, tree.root(), proof))
                    .isTrue();
            assertThat(proofs.root(sizes.get(i))).isEqualTo(roots.get(i));
        }
        for (int i = 0; i < 200; i++) {
            int index = random.nextInt((int) size);
            List<Hash> path = proofs.inclusion(index, size);
            assertThat(checks.included(hasher.leaf(leaf(index)), index, size, path, tree.root()))
                    .isTrue();
        }
    }

    @Test
    void readsAllTilesOfAProofAtOnce() {
        GrowingTree tree = new GrowingTree();
        KeptTiles kept = new KeptTiles();
        for (int i = 0; i < 70_000; i++) {
            tree.append(leaf(i));
        }
        kept.keep(tree);
        new MerkleProofs(new TileNodes(70_000, kept)).inclusion(12_345, 70_000);
        assertThat(kept.reads).isEqualTo(1);
    }

    @Test
    void saysWhichTileIsMissing() {
        MerkleProofs proofs = new MerkleProofs(new TileNodes(300, tiles -> java.util.Map.of()));
        assertThatThrownBy(() -> proofs.inclusion(1, 300))
                .isInstanceOf(MalformedLedgerException.class)
                .hasMessageContaining("tile/0/");
    }

    private static Hash flipped(Hash hash) {
        return new Hash(hash.a(), hash.b() ^ 4, hash.c(), hash.d());
    }

    private static List<Hash> hashes(String... base64) {
        return java.util.Arrays.stream(base64).map(Hash::parse).toList();
    }

    private static byte[] leaf(int i) {
        return ascii("leaf " + i);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
