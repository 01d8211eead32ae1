package org.lisolo.server.archive;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an edit changed, word by word, with the spaces and signs between them as they stood. */
public final class WordDifferences {
    private static final Pattern PIECES = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|.");

    /** Beyond this many pieces a text is compared line by line: comparing costs their product. */
    private static final int MOST_PIECES = 5_000;

    private WordDifferences() {}

    public enum Change {
        KEPT,
        REMOVED,
        ADDED
    }

    public record Piece(Change change, String text) {}

    /** What became of one text, in the order of the new one. */
    public static List<Piece> between(String before, String after) {
        List<String> old = split(before);
        List<String> now = split(after);
        if (old.size() > MOST_PIECES || now.size() > MOST_PIECES) {
            old = before.lines().map(line -> line + "\n").toList();
            now = after.lines().map(line -> line + "\n").toList();
        }
        List<Piece> pieces = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now, true).getDeltas()) {
            String from = join(delta.getSource().getLines());
            String to = join(delta.getTarget().getLines());
            switch (delta.getType()) {
                case EQUAL -> add(pieces, Change.KEPT, to);
                case DELETE -> add(pieces, Change.REMOVED, from);
                case INSERT -> add(pieces, Change.ADDED, to);
                case CHANGE -> {
                    add(pieces, Change.REMOVED, from);
                    add(pieces, Change.ADDED, to);
                }
            }
        }
        return pieces;
    }

    private static List<String> split(String text) {
        return PIECES.matcher(text).results().map(found -> found.group()).toList();
    }

    private static String join(List<String> pieces) {
        return pieces.stream().collect(Collectors.joining());
    }

    private static void add(List<Piece> pieces, Change change, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(change, text));
        }
    }
}
