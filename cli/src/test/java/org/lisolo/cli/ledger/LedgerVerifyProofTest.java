package org.lisolo.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.cli.Lisolo;
import org.lisolo.ledger.Checkpoint;
import org.lisolo.ledger.GrowingTree;
import org.lisolo.ledger.Leaf;
import org.lisolo.ledger.NoteSigner;
import org.lisolo.ledger.ProofFile;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class LedgerVerifyProofTest {
    private static final NoteSigner SIGNER = SampleLog.SIGNER;
    private String out = "";

    private static ProofFile proof() {
        Leaf first = SampleLog.content(1).leaf(SampleLog.salt(1));
        Leaf second = SampleLog.content(2).leaf(SampleLog.salt(2));
        GrowingTree tree = new GrowingTree();
        tree.append(first.data());
        tree.append(second.data());
        return new ProofFile(
                first,
                Optional.empty(),
                0,
                List.of(second.hash()),
                new Checkpoint(SIGNER.name(), 2, tree.root()).sign(SIGNER));
    }

    @Test
    void holdsForWhatWasLogged() throws IOException {
        String key = SIGNER.verifier().toString();
        assertThat(verify(proof().toString(), "--key", key)).isZero();
        assertThat(out).contains("OK ").contains("entry     1, EVENT");
        ProofFile disclosing =
                proof().disclosing(SampleLog.salt(1), SampleLog.content(1).canonical());
        assertThat(verify(disclosing.toString(), "--key", key)).isZero();
        assertThat(out).contains("the content shown was logged");
    }

    @Test
    void doesNotHoldForAnythingElse() throws IOException {
        ProofFile other = proof().disclosing(SampleLog.salt(1), SampleLog.content(2).canonical());
        assertThat(verify(other.toString())).isEqualTo(1);
        assertThat(out).contains("the content shown is not");
        assertThat(verify(proof().toString().replace("index 0", "index 1"))).isEqualTo(1);
        assertThat(out).contains("not in the tree");
        NoteSigner impostor = NoteSigner.generate(SIGNER.name(), new Random(9));
        assertThat(verify(proof().toString(), "--key", impostor.verifier().toString()))
                .isEqualTo(1);
        assertThat(out).contains("not signed by this key");
    }

    @Test
    void saysWhyItCannotCheck() throws IOException {
        assertThat(verify("no proof")).isEqualTo(2);
        assertThat(verify(proof().toString(), "--key", "nonsense")).isEqualTo(2);
        assertThat(run("ledger", "verify-proof", "target/no such file")).isEqualTo(2);
    }

    private int verify(String file, String... options) throws IOException {
        Path path = Files.createTempFile(Path.of("target"), "proof", ".tlog-proof");
        Files.writeString(path, file);
        List<String> arguments = new java.util.ArrayList<>(List.of("ledger", "verify-proof"));
        arguments.add(path.toString());
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        StringWriter said = new StringWriter();
        int exit =
                new CommandLine(new Lisolo())
                        .setOut(new PrintWriter(said))
                        .setErr(new PrintWriter(new StringWriter()))
                        .execute(arguments);
        out = said.toString();
        return exit;
    }
}
