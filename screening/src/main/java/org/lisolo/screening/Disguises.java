package org.lisolo.screening;

import java.util.Arrays;
import java.util.Map;

/**
 * The words of one text as they may be read where digits, signs and look-alike letters stand for
 * letters ({@code p@lu}, {@code vacc1n}, a Cyrillic {@code а}). A word here is a run of letters,
 * digits and such signs; signs at its ends are tried both as letters and as punctuation. For one
 * thread at a time.
 */
final class Disguises {
    /** What a folded character or a sign may stand for, the first being the most usual. */
    private static final Map<Character, String> STANDS_FOR =
            Map.ofEntries(
                    Map.entry('0', "o"),
                    Map.entry('1', "il"),
                    Map.entry('3', "e"),
                    Map.entry('4', "a"),
                    Map.entry('5', "s"),
                    Map.entry('7', "t"),
                    Map.entry('8', "b"),
                    Map.entry('9', "g"),
                    Map.entry('@', "a"),
                    Map.entry('$', "s"),
                    Map.entry('€', "e"),
                    Map.entry('!', "il"),
                    Map.entry('|', "il"),
                    Map.entry('+', "t"),
                    Map.entry('а', "a"),
                    Map.entry('в', "b"),
                    Map.entry('с', "c"),
                    Map.entry('е', "e"),
                    Map.entry('н', "h"),
                    Map.entry('і', "i"),
                    Map.entry('ј', "j"),
                    Map.entry('к', "k"),
                    Map.entry('м', "m"),
                    Map.entry('о', "o"),
                    Map.entry('р', "p"),
                    Map.entry('ѕ', "s"),
                    Map.entry('т', "t"),
                    Map.entry('у', "y"),
                    Map.entry('х', "x"),
                    Map.entry('α', "a"),
                    Map.entry('β', "b"),
                    Map.entry('ε', "e"),
                    Map.entry('η', "n"),
                    Map.entry('ι', "i"),
                    Map.entry('κ', "k"),
                    Map.entry('ν', "v"),
                    Map.entry('ο', "o"),
                    Map.entry('ρ', "p"),
                    Map.entry('τ', "t"),
                    Map.entry('υ', "u"),
                    Map.entry('χ', "x"),
                    Map.entry('ω', "w"));

    private static final String SIGNS = "@$€!|+";

    int count;

    /** Where reading i lies in the text. */
    int[] start = new int[16];

    int[] end = new int[16];

    /** Its characters, folded but still in disguise. */
    String[] written = new String[16];

    private final StringBuilder run = new StringBuilder();
    private int[] runStart = new int[64];
    private int[] runEnd = new int[64];

    /** Reads a text, forgetting the last one. */
    void read(WordBuffer words) {
        count = 0;
        run.setLength(0);
        int at = 0;
        while (at < words.length) {
            int codePoint = Character.codePointAt(words.text, at, words.length);
            int next = at + Character.charCount(codePoint);
            char value = Folding.of(codePoint);
            if (codePoint < 0x3000 && SIGNS.indexOf(codePoint) >= 0) {
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

    private void several(String expansion, int from, int to) {
        for (int i = 0; i < expansion.length(); i++) {
            if (expansion.charAt(i) == ' ') {
                finish();
            } else {
                append(expansion.charAt(i), from, to);
            }
        }
    }

    private void append(char c, int from, int to) {
        int length = run.length();
        if (length == runStart.length) {
            runStart = Arrays.copyOf(runStart, length * 2);
            runEnd = Arrays.copyOf(runEnd, length * 2);
        }
        runStart[length] = from;
        runEnd[length] = to;
        run.append(c);
    }

    private void finish() {
        int length = run.length();
        int first = 0;
        while (first < length && SIGNS.indexOf(run.charAt(first)) >= 0) {
            first++;
        }
        int last = length;
        while (last > first && SIGNS.indexOf(run.charAt(last - 1)) >= 0) {
            last--;
        }
        if (first < last) {
            reading(first, last);
            if (first > 0) {
                reading(0, last);
            }
            if (last < length) {
                reading(first, length);
            }
            if (first > 0 && last < length) {
                reading(0, length);
            }
        }
        run.setLength(0);
    }

    private void reading(int from, int to) {
        if (to - from > Query.MAX_WORD_LENGTH) {
            return;
        }
        if (count == start.length) {
            start = Arrays.copyOf(start, count * 2);
            end = Arrays.copyOf(end, count * 2);
            written = Arrays.copyOf(written, count * 2);
        }
        start[count] = runStart[from];
        end[count] = runEnd[to - 1];
        written[count] = run.substring(from, to);
        count++;
    }

    /** Whether a disguised form may be read as the word. */
    static boolean reads(String disguised, String word) {
        if (disguised.length() != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char shown = disguised.charAt(i);
            char wanted = word.charAt(i);
            if (shown != wanted && STANDS_FOR.getOrDefault(shown, "").indexOf(wanted) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The same for all forms that may be read alike; i and l are not told apart. */
    static String skeleton(String disguised) {
        StringBuilder skeleton = new StringBuilder(disguised.length());
        for (int i = 0; i < disguised.length(); i++) {
            char shown = disguised.charAt(i);
            char usual = STANDS_FOR.getOrDefault(shown, Character.toString(shown)).charAt(0);
            skeleton.append(usual == 'l' ? 'i' : usual);
        }
        return skeleton.toString();
    }
}
