package org.lisolo.ledger;

import java.util.List;

/**
 * A tree head as C2SP tlog-checkpoint writes it: which log, how many leaves, what root.
 *
 * @param origin the log's name
 * @param size how many leaves
 * @param root over all of them
 * @param extensions lines after these, which we don't write and don't read
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (origin.isEmpty() || origin.indexOf('\n') >= 0) {
            throw new MalformedLedgerException("a checkpoint's origin is one line");
        }
        if (size < 0) {
            throw new MalformedLedgerException("a checkpoint's size is not negative");
        }
        if (extensions.stream().anyMatch(line -> line.isEmpty() || line.indexOf('\n') >= 0)) {
            throw new MalformedLedgerException("a checkpoint's extension is one line");
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** Reads the text of a note. Believe it only once the note's signature was checked. */
    public static Checkpoint of(SignedNote note) {
        return parse(note.text());
    }

    /** Reads the lines of a checkpoint, without signatures. */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[lines.length - 1].isEmpty()) {
            throw new MalformedLedgerException("a checkpoint has three lines or more");
        }
        if (!lines[1].matches("0|[1-9][0-9]{0,18}")) {
            throw new MalformedLedgerException("a checkpoint's size is a decimal number");
        }
        return new Checkpoint(
                lines[0],
                sizeOf(lines[1]),
                Hash.parse(lines[2]),
                List.of(lines).subList(3, lines.length - 1));
    }

    private static long sizeOf(String decimal) {
        try {
            return Long.parseLong(decimal);
        } catch (NumberFormatException e) {
            throw new MalformedLedgerException("a checkpoint's size is too large", e);
        }
    }

    public SignedNote sign(NoteSigner signer) {
        return SignedNote.sign(text(), signer);
    }

    /** The text that is signed. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(origin).append('\n').append(size).append('\n').append(root).append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
