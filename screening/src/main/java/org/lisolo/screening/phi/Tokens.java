package org.lisolo.screening.phi;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text cut into runs of letters, runs of digits and single signs; blanks belong to none. Offsets
 * are UTF-16 units. Immutable once made.
 */
final class Tokens {
    static final byte LETTERS = 0;
    static final byte DIGITS = 1;
    static final byte SIGN = 2;

    /** Nothing, a blank or the end of a line before a token. */
    static final byte JOINED = 0;

    static final byte BLANK = 1;
    static final byte NEW_LINE = 2;

    private static final char[] PLAIN = plainLetters();

    final CharSequence text;
    int[] start = new int[64];
    int[] end = new int[64];
    byte[] kind = new byte[64];
    byte[] before = new byte[64];

    /** A hash of the token in lower case without accents. */
    int[] hash = new int[64];

    int count;

    Tokens(CharSequence text) {
        this.text = text;
        int at = 0;
        byte gap = NEW_LINE;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c <= ' ' || c == '\u00A0' || Character.isWhitespace(c) || c == '\uFEFF') {
                gap = c == '\n' || c == '\r' ? NEW_LINE : (byte) Math.max(gap, BLANK);
                at++;
                continue;
            }
            at = token(at, gap);
            gap = JOINED;
        }
    }

    private int token(int first, byte gap) {
        room();
        int at = first;
        int hashed = 0x811C_9DC5;
        byte kindOf = kindAt(first);
        do {
            char c = text.charAt(at);
            hashed = (hashed ^ plain(c)) * 0x0100_0193;
            at += Character.isSurrogatePair(c, next(at)) ? 2 : 1;
        } while (at < text.length() && kindOf != SIGN && continues(kindOf, at));
        start[count] = first;
        end[count] = at;
        kind[count] = kindOf;
        before[count] = gap;
        hash[count] = hashed;
        count++;
        return at;
    }

    private char next(int at) {
        return at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    }

    private boolean continues(byte kindOf, int at) {
        return kindAt(at) == kindOf
                || (kindOf == LETTERS && Character.getType(text.charAt(at)) == 6); // a mark
    }

    private byte kindAt(int at) {
        char c = text.charAt(at);
        if (c < 0x80) {
            if (c >= '0' && c <= '9') {
                return DIGITS;
            }
            return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? LETTERS : SIGN;
        }
        int point = Character.isHighSurrogate(c) ? Character.codePointAt(text, at) : c;
        if (Character.isLetter(point)) {
            return LETTERS;
        }
        return Character.isDigit(point) ? DIGITS : SIGN;
    }

    private void room() {
        if (count == start.length) {
            start = Arrays.copyOf(start, count * 2);
            end = Arrays.copyOf(end, count * 2);
            kind = Arrays.copyOf(kind, count * 2);
            before = Arrays.copyOf(before, count * 2);
            hash = Arrays.copyOf(hash, count * 2);
        }
    }

    /** The token that holds a place of the text, or the first after it; {@code count} if none. */
    int at(int place) {
        int i = Arrays.binarySearch(end, 0, count, place + 1);
        return i >= 0 ? i : -i - 1;
    }

    int length(int i) {
        return end[i] - start[i];
    }

    String string(int i) {
        return text.subSequence(start[i], end[i]).toString();
    }

    /** A letter in lower case and without its accent. */
    static char plain(char c) {
        if (c < PLAIN.length) {
            return PLAIN[c];
        }
        return c == '\u2019' ? '\'' : Character.toLowerCase(c);
    }

    /** The hash that a token of these letters has. */
    static int hash(String word) {
        int hashed = 0x811C_9DC5;
        for (int i = 0; i < word.length(); i++) {
            hashed = (hashed ^ plain(word.charAt(i))) * 0x0100_0193;
        }
        return hashed;
    }

    private static char[] plainLetters() {
        char[] plain = new char[0x250];
        for (char c = 0; c < plain.length; c++) {
            String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            plain[c] = parts.toLowerCase(Locale.ROOT).charAt(0);
        }
        return plain;
    }
}
