package org.lisolo.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text and the signatures of some keys over it (C2SP signed-note). Nothing of the text is to be
 * believed before {@link #isSignedBy} was asked.
 *
 * @param text ends in a newline
 * @param signatures in the order of their lines
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    private static final int MAX_SIGNATURES = 100;
    private static final String DASH = "\u2014 ";

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new MalformedLedgerException("a note's text is lines without control characters");
        }
    }

    /**
     * A signature line.
     *
     * @param name of the key
     * @param keyId of the key, 4 bytes
     * @param signature what the key made of the text
     */
    @SuppressWarnings("ArrayRecordComponent") // signatures are verified, never compared
    public record NoteSignature(String name, int keyId, byte[] signature) {
        private String line() {
            byte[] bytes =
                    ByteBuffer.allocate(4 + signature.length).putInt(keyId).put(signature).array();
            return DASH + name + " " + StrictBase64.encode(bytes) + "\n";
        }
    }

    /** Signs a text, which ends in a newline. */
    public static SignedNote sign(String text, NoteSigner signer) {
        NoteVerifier verifier = signer.verifier();
        return new SignedNote(
                text,
                List.of(new NoteSignature(verifier.name(), verifier.id(), signer.sign(text))));
    }

    /** Reads a note as it is written by {@link #toString}, with one signature at least. */
    public static SignedNote parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || blank + 2 == note.length() || !note.endsWith("\n")) {
            throw new MalformedLedgerException("not a signed note");
        }
        String[] lines = note.substring(blank + 2, note.length() - 1).split("\n", -1);
        if (lines.length > MAX_SIGNATURES) {
            throw new MalformedLedgerException("a note with too many signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines) {
            signatures.add(signature(line));
        }
        return new SignedNote(note.substring(0, blank + 1), signatures);
    }

    private static NoteSignature signature(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            throw new MalformedLedgerException("not a signature line");
        }
        String name = line.substring(DASH.length(), space);
        NoteVerifier.checkName(name);
        byte[] bytes = StrictBase64.decode(line.substring(space + 1));
        if (bytes.length < 5) {
            throw new MalformedLedgerException("a signature without bytes");
        }
        return new NoteSignature(
                name, ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, 4, bytes.length));
    }

    /**
     * Whether this key signed the text. Signatures of other keys are ignored; one that bears this
     * key's name and id but doesn't verify spoils the note.
     */
    public boolean isSignedBy(NoteVerifier verifier) {
        List<NoteSignature> own =
                signatures.stream()
                        .filter(s -> s.keyId() == verifier.id() && s.name().equals(verifier.name()))
                        .toList();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return !own.isEmpty()
                && own.stream().allMatch(s -> verifier.verifies(bytes, s.signature()));
    }

    /** The note as it is sent and kept. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(s -> note.append(s.line()));
        return note.toString();
    }
}
