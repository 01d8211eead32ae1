package org.lisolo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lisolo.ledger.ProofFile.Verdict;

import java.util.Optional;
import java.util.Random;
import java.util.UUID;

class ProofFileTests {
    private static final byte[] SALT = Commitment.salt(new Random(3));
    private static final byte[] CONTENT = new CanonicalBytes("s").text("text", "Mbote").toBytes();
    private static final NoteSigner SIGNER =
            NoteSigner.generate("hopital.example/log", new Random(4));

    private final ProofFile proof = proof();

    private static ProofFile proof() {
        GrowingTree tree = new GrowingTree();
        KeptTiles kept = new KeptTiles();
        Leaf leaf = new Leaf(LeafKind.EVENT, new UUID(1, 2), Commitment.of(SALT, CONTENT));
        for (int i = 0; i < 300; i++) {
            tree.append(i == 123 ? leaf.data() : new byte[] {1});
        }
        kept.keep(tree);
        return new ProofFile(
                leaf,
                Optional.empty(),
                123,
                new MerkleProofs(new TileNodes(300, kept)).inclusion(123, 300),
                new Checkpoint(SIGNER.name(), 300, tree.root()).sign(SIGNER));
    }

    @Test
    void isReadAsItWasWrittenAndHolds() {
        ProofFile read = ProofFile.parse(proof.toString());
        assertThat(read).hasToString(proof.toString());
        assertThat(read.leaf()).isEqualTo(proof.leaf());
        assertThat(read.check(SIGNER.verifier())).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void holdsForTheDisclosedContentAndNoOther() {
        ProofFile read = ProofFile.parse(proof.disclosing(SALT, CONTENT).toString());
        assertThat(read.check(SIGNER.verifier())).isEqualTo(Verdict.HOLDS);
        assertThat(read.opening().orElseThrow().canonical()).isEqualTo(CONTENT);
        byte[] other = new CanonicalBytes("s").text("text", "Mbote!").toBytes();
        assertThat(proof.disclosing(SALT, other).check(SIGNER.verifier()))
                .isEqualTo(Verdict.OTHER_CONTENT);
    }

    @Test
    void doesNotHoldForAnotherPlaceOrLeafOrSigner() {
        assertThat(ProofFile.parse(proof.toString().replace("index 123", "index 122")).checkPath())
                .isEqualTo(Verdict.OTHER_PATH);
        Leaf other = new Leaf(LeafKind.EVENT, new UUID(1, 3), proof.leaf().commitment());
        assertThat(
                        new ProofFile(other, proof.opening(), 123, proof.path(), proof.checkpoint())
                                .checkPath())
                .isEqualTo(Verdict.OTHER_PATH);
        NoteSigner impostor = NoteSigner.generate("hopital.example/log", new Random(5));
        assertThat(proof.check(impostor.verifier())).isEqualTo(Verdict.OTHER_SIGNER);
    }

    @Test
    void doesNotHoldUnderAnotherLogsName() {
        NoteSigner elsewhere = NoteSigner.generate("elsewhere.example/log", new Random(6));
        SignedNote signed = SignedNote.sign(proof.checkpoint().text(), elsewhere);
        ProofFile moved = new ProofFile(proof.leaf(), proof.opening(), 123, proof.path(), signed);
        assertThat(moved.check(elsewhere.verifier())).isEqualTo(Verdict.OTHER_SIGNER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2sp.org/tlog-proof@v1\n",
                "c2sp.org/tlog-proof@v1\nextra \nindex 0\n\nx\n",
                "c2sp.org/tlog-proof@v1\nindex 0\n\ncheckpoint\n",
                "c2sp.org/tlog-proof@v2\nextra AA==\nindex 0\n\nx\n"
            })
    void refusesWhatIsNoProof(String file) {
        assertThatThrownBy(() -> ProofFile.parse(file))
                .isInstanceOf(MalformedLedgerException.class);
    }

    @Test
    void survivesEveryTruncation() {
        String file = proof.disclosing(SALT, CONTENT).toString();
        for (int end = 0; end < file.length(); end++) {
            String cut = file.substring(0, end);
            assertThatThrownBy(() -> ProofFile.parse(cut))
                    .isInstanceOf(MalformedLedgerException.class);
        }
    }
}
