package org.lisolo.cli.ledger;

import org.jspecify.annotations.Nullable;
import org.lisolo.ledger.Checkpoint;
import org.lisolo.ledger.MalformedLedgerException;
import org.lisolo.ledger.NoteVerifier;
import org.lisolo.ledger.ProofFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code lisolo ledger verify-proof}: checks a proof file without asking anyone. */
@Command(
        name = "verify-proof",
        description = {
            "Checks offline that what a proof file shows was logged.",
            "Exit status: 0 it holds, 1 it does not, 2 the check could not be made."
        },
        mixinStandardHelpOptions = true)
final class LedgerVerifyProof implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "A .tlog-proof file")
    private Path file = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            description = "The log's public key; without it nobody says who signed")
    private @Nullable String key;

    @Override
    public Integer call() {
        try {
            return verify(ProofFile.parse(Files.readString(file)));
        } catch (IOException e) {
            return cannot("the file can't be read: " + e.getMessage());
        } catch (MalformedLedgerException e) {
            return cannot(e.getMessage());
        }
    }

    private int verify(ProofFile proof) {
        PrintWriter out = spec.commandLine().getOut();
        Checkpoint head = Checkpoint.of(proof.checkpoint());
        out.println("log       " + head.origin());
        out.println("head      " + head.size() + " entries, " + head.root());
        out.println("entry     " + (proof.index() + 1) + ", " + proof.leaf().kind());
        out.println("id        " + proof.leaf().id());
        ProofFile.Verdict verdict =
                key == null ? proof.checkPath() : proof.check(NoteVerifier.parse(key));
        out.println(
                switch (verdict) {
                    case HOLDS -> "OK        " + whatHolds(proof);
                    case OTHER_CONTENT ->
                            "WRONG     the content shown is not what the entry commits to";
                    case OTHER_PATH -> "WRONG     the entry is not in the tree that was signed";
                    case OTHER_SIGNER -> "WRONG     the checkpoint was not signed by this key";
                });
        if (key == null) {
            spec.commandLine()
                    .getErr()
                    .println("Who signed was not checked: give the log's public key with --key.");
        }
        return verdict == ProofFile.Verdict.HOLDS ? 0 : 1;
    }

    private static String whatHolds(ProofFile proof) {
        return proof.opening().isPresent()
                ? "the content shown was logged"
                : "the entry was logged; the file shows no content";
    }

    private int cannot(@Nullable String sentence) {
        spec.commandLine().getErr().println("lisolo: " + sentence);
        return 2;
    }
}
