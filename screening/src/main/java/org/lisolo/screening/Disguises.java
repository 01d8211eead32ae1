package org.lisolo.screening;

import java.util.Arrays;

/**
 * The words of one text as they may be read where digits, signs and look-alike letters stand for
 * letters ({@code p@lu}, {@code vacc1n}, a Cyrillic {@code а}). A word here is a run of letters,
 * digits and such signs; signs at its ends are tried both as letters and as punctuation. For one
 * thread at a time.
 */
final class Disguises {
    /** What a folded character or a sign may stand for, the first being the most usual. */
    private static final String[] STANDS_FOR =
            table(
                    // digits and signs
                    "0o",
                    "1il",
                    "3e",
                    "4a",
                    "5s",
                    "7t",
                    "8b",
                    "9g",
                    "@a",
                    "$s",
                    "€e",
                    "!il",
                    "|il",
                    "+t",
                    // Cyrillic
                    "аa",
                    "вb",
                    "сc",
                    "еe",
                    "нh",
                    "іi",
                    "јj",
                    "кk",
                    "мm",
                    "оo",
                    "рp",
                    "ѕs",
                    "тt",
                    "уy",
                    "хx",
                    // Greek
                    "αa",
                    "βb",
                    "εe",
                    "ηn",
                    "ιi",
                    "κk",
                    "νv",
                    "οo",
                    "ρp",
                    "τt",
                    "υu",
                    "χx",
                    "ωw");

    private static final String SIGNS = "@$€!|+";

    int count;

    /** Where reading i lies in the text. */
    int[] start = new int[16];

    int[] end = new int[16];

    /** Where its characters lie in {@link #written}. */
    int[] writtenStart = new int[16];

    int[] writtenEnd = new int[16];

    /** Characters folded but still in disguise. */
    char[] written = new char[256];

    /** The same as far as disguises can be told apart; see {@link #skeleton}. */
    char[] skeletons = new char[256];

    private int length;
    private int runBegin;
    private int[] from = new int[256];
    private int[] to = new int[256];

    /** Reads a text, forgetting the last one. */
    void read(WordBuffer words) {
        count = 0;
        length = 0;
        runBegin = 0;
        int at = 0;
        while (at < words.length) {
            int codePoint = Character.codePointAt(words.text, at, words.length);
            int next = at + Character.charCount(codePoint);
            char value = Folding.of(codePoint);
            if (codePoint <= '€' && SIGNS.indexOf(codePoint) >= 0) {
                append((char) codePoint, at, next);
            } else if (value >= Folding.FIRST_LETTER) {
                append(value, at, next);
            } else if (value == Folding.SEVERAL) {
                several(Folding.expansion(codePoint), at, next);
            } else if (value == Folding.SEPARATOR || value == Folding.SIGN) {
                finish();
            }
            at = next;
        }
        finish();
    }

    private void several(String expansion, int start, int end) {
        for (int i = 0; i < expansion.length(); i++) {
            if (expansion.charAt(i) == ' ') {
                finish();
            } else {
                append(expansion.charAt(i), start, end);
            }
        }
    }

    private void append(char c, int start, int end) {
        if (length == written.length) {
            written = Arrays.copyOf(written, length * 2);
            skeletons = Arrays.copyOf(skeletons, length * 2);
            from = Arrays.copyOf(from, length * 2);
            to = Arrays.copyOf(to, length * 2);
        }
        from[length] = start;
        to[length] = end;
        skeletons[length] = usual(c);
        written[length++] = c;
    }

    private static boolean isSign(char c) {
        return SIGNS.indexOf(c) >= 0;
    }

    private void finish() {
        int first = runBegin;
        while (first < length && isSign(written[first])) {
            first++;
        }
        int last = length;
        while (last > first && isSign(written[last - 1])) {
            last--;
        }
        if (first < last) {
            reading(first, last);
            if (first > runBegin) {
                reading(runBegin, last);
            }
            if (last < length) {
                reading(first, length);
            }
            if (first > runBegin && last < length) {
                reading(runBegin, length);
            }
        }
        runBegin = length;
    }

    private void reading(int first, int last) {
        if (last - first > Query.MAX_WORD_LENGTH) {
            return;
        }
        if (count == start.length) {
            start = Arrays.copyOf(start, count * 2);
            end = Arrays.copyOf(end, count * 2);
            writtenStart = Arrays.copyOf(writtenStart, count * 2);
            writtenEnd = Arrays.copyOf(writtenEnd, count * 2);
        }
        start[count] = from[first];
        end[count] = to[last - 1];
        writtenStart[count] = first;
        writtenEnd[count] = last;
        count++;
    }

    /** Whether reading i may be the word. */
    boolean mayBe(int i, String word) {
        int first = writtenStart[i];
        if (writtenEnd[i] - first != word.length()) {
            return false;
        }
        for (int at = 0; at < word.length(); at++) {
            char shown = written[first + at];
            char wanted = word.charAt(at);
            if (shown != wanted && standsFor(shown).indexOf(wanted) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether reading i has a character that may stand for another. */
    boolean isDisguised(int i) {
        for (int at = writtenStart[i]; at < writtenEnd[i]; at++) {
            if (!standsFor(written[at]).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    String skeletonOf(int i) {
        return new String(skeletons, writtenStart[i], writtenEnd[i] - writtenStart[i]);
    }

    private static String standsFor(char shown) {
        return shown < STANDS_FOR.length ? STANDS_FOR[shown] : "";
    }

    /** What a character most likely is; i and l are not told apart. */
    private static char usual(char shown) {
        String letters = standsFor(shown);
        char usual = letters.isEmpty() ? shown : letters.charAt(0);
        return usual == 'l' ? 'i' : usual;
    }

    /** The same for all forms that may be read alike. */
    static String skeleton(String word) {
        StringBuilder skeleton = new StringBuilder(word.length());
        word.chars().forEach(c -> skeleton.append(usual((char) c)));
        return skeleton.toString();
    }

    private static String[] table(String... pairs) {
        String[] table = new String['€' + 1];
        Arrays.fill(table, "");
        for (String pair : pairs) {
            table[pair.charAt(0)] = pair.substring(1);
        }
        return table;
    }
}
