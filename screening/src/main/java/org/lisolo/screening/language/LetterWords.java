package org.lisolo.screening.language;

import java.util.Arrays;

/**
 * The words of a text that say something of its language: runs of letters, in lower case, without
 * addresses and names of accounts. A letter written more than twice counts twice, and of a word
 * only the first {@value #LONGEST} letters count. For one thread, used again text after text.
 */
final class LetterWords {
    static final int LONGEST = 40;

    private static final char APOSTROPHE = '\'';

    /** The letters of all words one after the other, each word between two {@code 0}. */
    char[] letters = new char[512];

    /** Where a word's first {@code 0} is in {@link #letters}; its second is at the next start. */
    int[] from = new int[64];

    /** Where a word begins in the text, and where it ends. */
    int[] start = new int[64];

    int[] end = new int[64];

    /** Whether a word has a letter of another script than Latin. */
    boolean[] foreign = new boolean[64];

    int count;

    private int filled;

    void read(CharSequence text) {
        count = 0;
        filled = 0;
        int at = 0;
        int length = text.length();
        while (at < length) {
            char c = text.charAt(at);
            if (c == '@' || isAddress(text, at)) {
                at = skip(text, at);
            } else if (isLetter(text, at)) {
                at = word(text, at);
            } else {
                at++;
            }
        }
        room(filled + 1);
        letters[filled] = 0;
        from[count] = filled;
    }

    private static boolean isAddress(CharSequence text, int at) {
        char c = text.charAt(at);
        if ((c != 'h' && c != 'H' && c != 'w' && c != 'W') || at + 4 > text.length()) {
            return false;
        }
        String head = text.subSequence(at, Math.min(at + 8, text.length())).toString();
        return head.regionMatches(true, 0, "http://", 0, 7)
                || head.regionMatches(true, 0, "https://", 0, 8)
                || head.regionMatches(true, 0, "www.", 0, 4);
    }

    private static int skip(CharSequence text, int at) {
        int i = at + 1;
        while (i < text.length() && !Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isLetter(CharSequence text, int at) {
        char c = text.charAt(at);
        if (c < 0x80) {
            return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
        }
        return Character.isHighSurrogate(c)
                ? Character.isLetter(Character.codePointAt(text, at))
                : Character.isLetter(c);
    }

    private int word(CharSequence text, int first) {
        begin(first);
        int i = first;
        int written = filled;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (isLetter(text, i)) {
                foreign[count] |= !isLatin(c);
            } else if (c == APOSTROPHE || c == '\u2019' || c == '\u02BC') {
                c = APOSTROPHE;
                if (i + 1 >= text.length() || !isLetter(text, i + 1)) {
                    break;
                }
            } else if (!Character.isLowSurrogate(c)
                    && Character.getType(c) != Character.NON_SPACING_MARK) {
                break;
            }
            if (filled - written < LONGEST) {
                letter(Character.toLowerCase(c), written);
            }
            i++;
        }
        end[count++] = i;
        return i;
    }

    private void begin(int first) {
        if (count + 1 >= start.length) {
            start = Arrays.copyOf(start, count * 2 + 2);
            end = Arrays.copyOf(end, count * 2 + 2);
            from = Arrays.copyOf(from, count * 2 + 2);
            foreign = Arrays.copyOf(foreign, count * 2 + 2);
        }
        room(filled + LONGEST + 2);
        from[count] = filled;
        start[count] = first;
        foreign[count] = false;
        letters[filled++] = 0;
    }

    private void letter(char c, int written) {
        boolean third =
                filled - written >= 2 && letters[filled - 1] == c && letters[filled - 2] == c;
        if (!third) {
            letters[filled++] = c;
        }
    }

    private void room(int needed) {
        if (needed > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(needed, letters.length * 2));
        }
    }

    /** Latin letters with marks, and the open vowels that Lingala is written with. */
    private static boolean isLatin(char c) {
        return c < 0x2B0 || (c >= 0x1E00 && c < 0x1F00);
    }
}
