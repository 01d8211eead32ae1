package org.lisolo.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A text cut where marks begin and end, so that a template can show it without building markup of
 * its own.
 *
 * @param cutBefore whether words before the first piece are left out
 */
public record Excerpt(List<Piece> pieces, boolean cutBefore, boolean cutAfter) {
    /** Enough to see why it matched, on a phone's screen. */
    private static final int SHORT = 280;

    private static final int LEAD = 80;

    public Excerpt {
        pieces = List.copyOf(pieces);
    }

    /** Some words, marked or not. */
    public record Piece(String text, boolean marked) {}

    /** The whole text with its marks; offsets beyond the text are passed over. */
    public static Excerpt whole(String text, List<Span> marks) {
        return cut(text, marks, 0, text.length());
    }

    /** At most some 280 characters around the first mark. */
    public static Excerpt brief(String text, List<Span> marks) {
        int first = marks.stream().mapToInt(Span::start).min().orElse(0);
        int from =
                first <= LEAD ? 0 : wordAfter(text, Math.min(first, text.length()) - LEAD, first);
        int to =
                text.length() - from <= SHORT
                        ? text.length()
                        : wordBefore(text, from + SHORT, from);
        return cut(text, marks, from, to);
    }

    public String plain() {
        StringBuilder plain = new StringBuilder();
        pieces.forEach(piece -> plain.append(piece.text));
        return plain.toString();
    }

    private static Excerpt cut(String text, List<Span> marks, int from, int to) {
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        for (Span mark : new TreeSet<>(marks)) {
            int start = Math.max(mark.start(), at);
            int end = Math.min(mark.end(), to);
            if (start >= end) {
                continue;
            }
            if (start > at) {
                pieces.add(new Piece(text.substring(at, start), false));
            }
            pieces.add(new Piece(text.substring(start, end), true));
            at = end;
        }
        if (at < to) {
            pieces.add(new Piece(text.substring(at, to), false));
        }
        return new Excerpt(pieces, from > 0, to < text.length());
    }

    private static int wordAfter(String text, int from, int limit) {
        for (int i = from; i < limit; i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i + 1;
            }
        }
        return whole(text, from);
    }

    private static int wordBefore(String text, int to, int limit) {
        for (int i = to; i > limit + SHORT / 2; i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return whole(text, to);
    }

    /** Never between the halves of a character. */
    private static int whole(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
