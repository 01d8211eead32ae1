package org.lisolo.screening;

import java.util.Arrays;

/**
 * The words of one text, read in one pass into arrays that are used again for the next text. A word
 * is a run of letters and digits after {@link Folding}. For one thread at a time.
 */
final class WordBuffer {
    /** Longest run of one letter that is kept; longer ones are cut to it. */
    static final int LONGEST_RUN = 3;

    /** The text read last; valid to {@link #length}. */
    char[] text = new char[512];

    int length;

    /** Number of words. */
    int count;

    /** Where word i lies in {@link #text}. */
    int[] start = new int[64];

    int[] end = new int[64];

    /** Where its folded characters lie in {@link #folded}. */
    int[] foldedStart = new int[64];

    int[] foldedEnd = new int[64];

    long[] hash = new long[64];

    /** Whether its folded form has a letter three times in a row, so that it may be drawn out. */
    boolean[] hasRun = new boolean[64];

    char[] folded = new char[512];

    /** Where {@code #} and {@code @} stand in the text. */
    int[] signs = new int[16];

    int signCount;

    private final char[] directly = Folding.directly();
    private int foldedLength;
    private boolean inWord;
    private long rolling;
    private boolean run;

    /** Reads the words of a text, forgetting those of the last one. */
    void read(String written) {
        length = written.length();
        if (text.length < length + 1) {
            text = new char[Math.max(length + 1, text.length * 2)];
        }
        written.getChars(0, length, text, 0);
        text[length] = ' ';
        count = 0;
        foldedLength = 0;
        signCount = 0;
        inWord = false;
        readWords();
    }

    private void readWords() {
        int at = 0;
        while (at < length) {
            char c = text[at];
            if (c < Folding.DIRECT) {
                char value = directly[c];
                if (value >= Folding.FIRST_LETTER) {
                    at = letters(at);
                } else if (value == Folding.SEPARATOR && !inWord) {
                    at++;
                } else {
                    special(value, c, at, at + 1);
                    at++;
                }
            } else {
                at = beyond(at);
            }
        }
        finish();
    }

    /** Reads a character from U+0300 on; returns where the next begins. */
    private int beyond(int at) {
        int codePoint = codePointAt(at);
        int next = at + Character.charCount(codePoint);
        char value = Folding.of(codePoint);
        if (value >= Folding.FIRST_LETTER) {
            letter(value, at, next);
        } else {
            special(value, codePoint, at, next);
        }
        return next;
    }

    /**
     * Reads letters below U+0300, of which {@code from} is one, as far as they go; returns where
     * they end. What all texts are made of: kept in local variables.
     */
    private int letters(int from) {
        if (!inWord) {
            begin(from);
        }
        if (foldedLength + length - from > folded.length) {
            folded = Arrays.copyOf(folded, (foldedLength + length - from) * 2);
        }
        char[] text = this.text;
        char[] directly = this.directly;
        char[] folded = this.folded;
        int to = foldedLength;
        long hash = rolling;
        char last = to > foldedStart[count] ? folded[to - 1] : 0;
        char lastButOne = to > foldedStart[count] + 1 ? folded[to - 2] : 0;
        int at = from;
        while (true) { // the text ends in a space
            char c = text[at];
            if (c >= Folding.DIRECT) {
                break;
            }
            char value = directly[c];
            if (value < Folding.FIRST_LETTER || (value == last && value == lastButOne)) {
                break;
            }
            folded[to++] = value;
            hash = WordHash.add(hash, value);
            lastButOne = last;
            last = value;
            at++;
        }
        foldedLength = to;
        rolling = hash;
        end[count] = at;
        char after = text[at];
        if (after < Folding.DIRECT) {
            char value = directly[after];
            if (value == Folding.SEPARATOR) {
                finish();
                return at + 1;
            }
            if (value >= Folding.FIRST_LETTER) {
                letter(value, at, at + 1); // the third in a row
                return at + 1;
            }
        }
        return at;
    }

    private int codePointAt(int at) {
        char first = text[at];
        return Character.isHighSurrogate(first) && Character.isLowSurrogate(text[at + 1])
                ? Character.toCodePoint(first, text[at + 1])
                : first;
    }

    private void special(char value, int codePoint, int from, int to) {
        switch (value) {
            case Folding.ACCENT -> {
                if (inWord) {
                    end[count] = to;
                }
            }
            case Folding.INVISIBLE -> {}
            case Folding.SEVERAL -> expand(Folding.expansion(codePoint), from, to);
            case Folding.SIGN -> {
                finish();
                if (signCount == signs.length) {
                    signs = Arrays.copyOf(signs, signCount * 2);
                }
                signs[signCount++] = from;
            }
            default -> finish();
        }
    }

    private void expand(String several, int from, int to) {
        for (int i = 0; i < several.length(); i++) {
            char c = several.charAt(i);
            if (c == ' ' || c == '#' || c == '@') {
                finish();
            } else {
                letter(c, from, to);
            }
        }
    }

    private void letter(char value, int from, int to) {
        if (!inWord) {
            begin(from);
        }
        if (foldedLength + 1 >= folded.length) {
            folded = Arrays.copyOf(folded, folded.length * 2);
        }
        end[count] = to;
        int length = foldedLength - foldedStart[count];
        if (length >= 2
                && folded[foldedLength - 1] == value
                && folded[foldedLength - 2] == value
                && Character.isLetter(value)) {
            run = true;
            if (length >= LONGEST_RUN && folded[foldedLength - LONGEST_RUN] == value) {
                return;
            }
        }
        folded[foldedLength++] = value;
        rolling = WordHash.add(rolling, value);
    }

    private void begin(int from) {
        if (count + 1 >= start.length) {
            grow();
        }
        inWord = true;
        start[count] = from;
        foldedStart[count] = foldedLength;
        rolling = WordHash.EMPTY;
        run = false;
    }

    private void finish() {
        if (inWord) {
            foldedEnd[count] = foldedLength;
            hash[count] = rolling;
            hasRun[count] = run;
            count++;
            inWord = false;
        }
    }

    private void grow() {
        int larger = start.length * 2;
        start = Arrays.copyOf(start, larger);
        end = Arrays.copyOf(end, larger);
        foldedStart = Arrays.copyOf(foldedStart, larger);
        foldedEnd = Arrays.copyOf(foldedEnd, larger);
        hash = Arrays.copyOf(hash, larger);
        hasRun = Arrays.copyOf(hasRun, larger);
    }

    /** The folded form of word i. */
    String foldedWord(int i) {
        return new String(folded, foldedStart[i], foldedEnd[i] - foldedStart[i]);
    }
}
