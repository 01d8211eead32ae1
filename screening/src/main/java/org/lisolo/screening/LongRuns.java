package org.lisolo.screening;

import java.util.Arrays;

/**
 * A word of a text as runs of the same folded letter, each with how short and how long it may be
 * read. One letter as written three times or more in a row is drawn out ({@code paluuuu}) and
 * stands for one, two, or three or more of it; {@code créée} has three times the folded letter e
 * and yet no letter three times, so it stands only for itself. For one thread at a time.
 */
final class LongRuns {
    private char[] letters = new char[16];
    private int[] shortest = new int[16];
    private int[] longest = new int[16];
    private int runs;
    private boolean anyDrawnOut;

    // the letter as written that is being read, and how often it has stood in a row
    private int unit;
    private int unitAccents;
    private int unitRepeats;
    private int previousUnit;
    private int previousAccents;

    /** Reads a stretch of a text; {@code #}, {@code @} and {@code _} are taken as letters. */
    void read(char[] text, int start, int end) {
        runs = 0;
        anyDrawnOut = false;
        unit = -1;
        unitRepeats = 0;
        previousUnit = -1;
        int at = start;
        while (at < end) {
            int codePoint = Character.codePointAt(text, at, end);
            at += Character.charCount(codePoint);
            character(codePoint);
        }
        closeUnit();
    }

    private void character(int codePoint) {
        char value = Folding.of(codePoint);
        switch (value) {
            case Folding.ACCENT -> unitAccents = unitAccents * 31 + codePoint;
            case Folding.INVISIBLE -> {}
            case Folding.SEVERAL -> {
                String several = Folding.expansion(codePoint);
                for (int i = 0; i < several.length(); i++) {
                    closeUnit();
                    unit = -1;
                    append(several.charAt(i));
                }
            }
            default -> {
                closeUnit();
                unit = Character.toLowerCase(codePoint);
                unitAccents = 0;
                append(literal(value, codePoint));
            }
        }
    }

    static char literal(char value, int codePoint) {
        return switch (value) {
            case Folding.SIGN -> codePoint == '#' || codePoint == 0xFF03 ? '#' : '@';
            case Folding.SEPARATOR -> '_';
            default -> value;
        };
    }

    /** Knows the accents of the letter read last, so it can be compared with the one before. */
    private void closeUnit() {
        boolean again = unit >= 0 && unit == previousUnit && unitAccents == previousAccents;
        unitRepeats = again ? unitRepeats + 1 : 1;
        if (unitRepeats >= WordBuffer.LONGEST_RUN && Character.isLetter(unit)) {
            anyDrawnOut = true;
            if (unitRepeats == WordBuffer.LONGEST_RUN) {
                shortest[runs - 1] -= WordBuffer.LONGEST_RUN - 1;
            } else {
                shortest[runs - 1]--;
                longest[runs - 1]--;
            }
        }
        previousUnit = unit;
        previousAccents = unitAccents;
    }

    private void append(char letter) {
        if (runs > 0 && letters[runs - 1] == letter && Character.isLetter(letter)) {
            shortest[runs - 1]++;
            longest[runs - 1]++;
            return;
        }
        if (runs == letters.length) {
            letters = Arrays.copyOf(letters, runs * 2);
            shortest = Arrays.copyOf(shortest, runs * 2);
            longest = Arrays.copyOf(longest, runs * 2);
        }
        letters[runs] = letter;
        shortest[runs] = 1;
        longest[runs] = 1;
        runs++;
    }

    boolean anyDrawnOut() {
        return anyDrawnOut;
    }

    /** Number of runs. */
    int count() {
        return runs;
    }

    /** The letter of run i. */
    char letter(int i) {
        return letters[i];
    }

    /**
     * Whether the word can be read as the pattern. Follows all readings at once, a bit for each
     * place of the pattern; a pattern has at most {@link Query#MAX_WORD_LENGTH} characters.
     */
    boolean matches(String pattern) {
        boolean open = pattern.endsWith("*");
        int length = open ? pattern.length() - 1 : pattern.length();
        long places = 1;
        for (int i = 0; i < runs && places != 0; i++) {
            places = through(pattern, length, open, places, i);
        }
        return ((places >> length) & 1) != 0;
    }

    private long through(String pattern, int length, boolean open, long places, int run) {
        int least = Math.min(shortest[run], WordBuffer.LONGEST_RUN);
        int most = Math.min(longest[run], WordBuffer.LONGEST_RUN);
        long now = places;
        long reached = 0;
        for (int times = 1; times <= most; times++) {
            now = step(pattern, length, open, now, letters[run]);
            if (times >= least) {
                reached |= now;
            }
        }
        return reached;
    }

    private static long step(String pattern, int length, boolean open, long places, char letter) {
        long next = open ? places & (1L << length) : 0;
        for (long left = places & ((1L << length) - 1); left != 0; left &= left - 1) {
            int place = Long.numberOfTrailingZeros(left);
            char wanted = pattern.charAt(place);
            if (wanted == letter || wanted == '?') {
                next |= 2L << place;
            }
        }
        return next;
    }

    /** Whether a folded word is one the pattern means. */
    static boolean matches(String pattern, String word) {
        return matches(pattern, word.toCharArray(), 0, word.length());
    }

    /** The same for a stretch of characters. */
    static boolean matches(String pattern, char[] characters, int from, int to) {
        boolean open = pattern.endsWith("*");
        int length = open ? pattern.length() - 1 : pattern.length();
        if (open ? to - from < length : to - from != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char wanted = pattern.charAt(i);
            if (wanted != '?' && wanted != characters[from + i]) {
                return false;
            }
        }
        return true;
    }
}
