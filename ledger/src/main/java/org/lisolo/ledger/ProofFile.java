package org.lisolo.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A proof that a leaf is in the log, which a stranger checks without asking us: a C2SP tlog-proof.
 * Its {@code extra} line holds the leaf's data ({@link Leaf}), and after it, if the content is
 * disclosed, the 16 bytes of the salt and the canonical bytes of the content.
 *
 * <pre>
 * c2sp.org/tlog-proof@v1
 * extra (base64: leaf data, or leaf data | salt | canonical bytes)
 * index 73894
 * (base64: a hash of the audit path, from the leaf's sibling up; a line each)
 *
 * (the checkpoint, a signed note)
 * </pre>
 *
 * @param leaf what was logged
 * @param opening the content it commits to, if it is disclosed
 * @param index the leaf's place, counted from 0
 * @param path the audit path at the checkpoint's size
 * @param checkpoint signed by the log
 */
public record ProofFile(
        Leaf leaf, Optional<Opening> opening, long index, List<Hash> path, SignedNote checkpoint) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";

    public ProofFile {
        path = List.copyOf(path);
    }

    /**
     * What opens a commitment.
     *
     * @param salt 16 bytes
     * @param canonical as {@link CanonicalBytes} wrote them
     */
    @SuppressWarnings("ArrayRecordComponent") // openings are hashed, never compared
    public record Opening(byte[] salt, byte[] canonical) {}

    /** What became of a check. */
    public enum Verdict {
        /** All of it holds. */
        HOLDS,
        /** The disclosed content is not what the leaf commits to. */
        OTHER_CONTENT,
        /** The path doesn't lead from the leaf to the checkpoint's root. */
        OTHER_PATH,
        /** The key at hand didn't sign the checkpoint. */
        OTHER_SIGNER
    }

    /** Checks the content, if disclosed, and the path; who signed the checkpoint is not checked. */
    public Verdict checkPath() {
        if (!opening.map(o -> Commitment.of(o.salt(), o.canonical()))
                .map(leaf.commitment()::equals)
                .orElse(true)) {
            return Verdict.OTHER_CONTENT;
        }
        Checkpoint head = Checkpoint.of(checkpoint);
        boolean included =
                new MerkleChecks().included(leaf.hash(), index, head.size(), path, head.root());
        return included ? Verdict.HOLDS : Verdict.OTHER_PATH;
    }

    /**
     * Checks all: the content, the path, and that this key signed the checkpoint under its name.
     */
    public Verdict check(NoteVerifier key) {
        Verdict verdict = checkPath();
        if (verdict != Verdict.HOLDS) {
            return verdict;
        }
        boolean ours = Checkpoint.of(checkpoint).origin().equals(key.name());
        return ours && checkpoint.isSignedBy(key) ? Verdict.HOLDS : Verdict.OTHER_SIGNER;
    }

    /** The same proof with the content disclosed. */
    public ProofFile disclosing(byte[] salt, byte[] canonical) {
        Opening disclosed = new Opening(salt.clone(), canonical.clone());
        return new ProofFile(leaf, Optional.of(disclosed), index, path, checkpoint);
    }

    /** Reads the text of a proof file; throws {@link MalformedLedgerException} if it is none. */
    public static ProofFile parse(String file) {
        int blank = file.indexOf("\n\n");
        if (blank < 0) {
            throw new MalformedLedgerException("a proof without a checkpoint");
        }
        String[] lines = file.substring(0, blank).split("\n", -1);
        if (lines.length < 3 || !lines[0].equals(HEADER)) {
            throw new MalformedLedgerException("not a proof of the form " + HEADER);
        }
        byte[] extra = StrictBase64.decode(after("extra ", lines[1]));
        List<Hash> path = new ArrayList<>();
        for (int i = 3; i < lines.length; i++) {
            path.add(Hash.parse(lines[i]));
        }
        return new ProofFile(
                Leaf.parse(Arrays.copyOf(extra, Leaf.BYTES)),
                openingIn(extra),
                indexIn(after("index ", lines[2])),
                path,
                SignedNote.parse(file.substring(blank + 2)));
    }

    private static String after(String word, String line) {
        if (!line.startsWith(word)) {
            throw new MalformedLedgerException("a proof without the line: " + word.strip());
        }
        return line.substring(word.length());
    }

    private static long indexIn(String decimal) {
        if (!decimal.matches("0|[1-9][0-9]{0,17}")) {
            throw new MalformedLedgerException("a proof's index is a decimal number");
        }
        return Long.parseLong(decimal);
    }

    private static Optional<Opening> openingIn(byte[] extra) {
        int salt = Leaf.BYTES;
        int content = salt + Commitment.SALT_BYTES;
        if (extra.length == Leaf.BYTES) {
            return Optional.empty();
        }
        if (extra.length < content) {
            throw new MalformedLedgerException("a proof whose extra line is cut off");
        }
        return Optional.of(
                new Opening(
                        Arrays.copyOfRange(extra, salt, content),
                        Arrays.copyOfRange(extra, content, extra.length)));
    }

    /** The text of the file; its name should end in {@code .tlog-proof}. */
    @Override
    public String toString() {
        StringBuilder file = new StringBuilder(HEADER);
        file.append("\nextra ").append(StrictBase64.encode(extra()));
        file.append("\nindex ").append(index).append('\n');
        path.forEach(hash -> file.append(hash).append('\n'));
        return file.append('\n').append(checkpoint).toString();
    }

    private byte[] extra() {
        byte[] data = leaf.data();
        if (opening.isEmpty()) {
            return data;
        }
        byte[] canonical = opening.get().canonical();
        int content = Leaf.BYTES + Commitment.SALT_BYTES;
        byte[] extra = Arrays.copyOf(data, content + canonical.length);
        System.arraycopy(opening.get().salt(), 0, extra, Leaf.BYTES, Commitment.SALT_BYTES);
        System.arraycopy(canonical, 0, extra, content, canonical.length);
        return extra;
    }
}
