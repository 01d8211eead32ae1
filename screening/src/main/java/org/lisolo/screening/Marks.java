package org.lisolo.screening;

import java.util.Arrays;

/**
 * The hashtags and names of one text: {@code #} or {@code @}, not after a letter, a digit or {@code
 * _}, then letters, digits and {@code _} as far as they go. For one thread at a time.
 */
final class Marks {
    /** From here on lie the wide and small forms of characters. */
    private static final char FIRST_WIDE = 0xFE50;

    int count;

    /** Where mark i lies in the text, its sign included. */
    int[] start = new int[8];

    int[] end = new int[8];

    /** Its first and last word. */
    int[] firstWord = new int[8];

    int[] lastWord = new int[8];

    /** Where its sign and folded name lie in {@link #folded}. */
    int[] foldedStart = new int[8];

    int[] foldedEnd = new int[8];

    boolean[] hasRun = new boolean[8];
    char[] folded = new char[64];

    private int foldedLength;
    private boolean run;

    /** Reads the marks of the text in the buffer, forgetting those of the last one. */
    void read(WordBuffer words) {
        count = 0;
        foldedLength = 0;
        int word = 0;
        for (int at = 0; at < words.length; at++) {
            if (isSign(words.text[at])) {
                while (word < words.count && words.start(word) <= at) {
                    word++;
                }
                if (word < words.count && beginsMark(words.text, at)) {
                    mark(words, at, word);
                }
            }
        }
    }

    private static boolean isSign(char c) {
        return c == '#' || c == '@' || (c >= FIRST_WIDE && Folding.of(c) == Folding.SIGN);
    }

    private static boolean beginsMark(char[] text, int at) {
        if (at == 0) {
            return true;
        }
        int before = Character.codePointBefore(text, at);
        return before != '_' && Folding.of(before) < Folding.SEVERAL;
    }

    private void mark(WordBuffer words, int at, int word) {
        if (count == start.length) {
            grow();
        }
        foldedStart[count] = foldedLength;
        run = false;
        append(LongRuns.literal(Folding.SIGN, words.text[at]));
        int end = name(words, at + 1);
        if (words.start(word) >= end) {
            foldedLength = foldedStart[count];
            return;
        }
        int last = word;
        while (last + 1 < words.count && words.end(last + 1) <= end) {
            last++;
        }
        start[count] = at;
        this.end[count] = end;
        firstWord[count] = word;
        lastWord[count] = last;
        foldedEnd[count] = foldedLength;
        hasRun[count] = run;
        count++;
    }

    /** Reads the name; returns where it ends. */
    private int name(WordBuffer words, int from) {
        int at = from;
        int end = from;
        while (at < words.length) {
            int codePoint = Character.codePointAt(words.text, at, words.length);
            char value = codePoint == '_' ? '_' : Folding.of(codePoint);
            if (value == Folding.SEPARATOR || value == Folding.SIGN) {
                break;
            }
            at += Character.charCount(codePoint);
            if (value == Folding.SEVERAL) {
                String several = Folding.expansion(codePoint);
                if (several.indexOf(' ') >= 0) {
                    break;
                }
                several.chars().forEach(c -> append((char) c));
            } else if (value >= Folding.FIRST_LETTER) {
                append(value);
            }
            if (value != Folding.INVISIBLE) {
                end = at;
            }
        }
        return end;
    }

    private void append(char c) {
        int length = foldedLength - foldedStart[count];
        if (length >= 2
                && folded[foldedLength - 1] == c
                && folded[foldedLength - 2] == c
                && Character.isLetter(c)) {
            run = true;
            if (length >= WordBuffer.LONGEST_RUN
                    && folded[foldedLength - WordBuffer.LONGEST_RUN] == c) {
                return;
            }
        }
        if (foldedLength == folded.length) {
            folded = Arrays.copyOf(folded, foldedLength * 2);
        }
        folded[foldedLength++] = c;
    }

    private void grow() {
        int larger = count * 2;
        start = Arrays.copyOf(start, larger);
        end = Arrays.copyOf(end, larger);
        firstWord = Arrays.copyOf(firstWord, larger);
        lastWord = Arrays.copyOf(lastWord, larger);
        foldedStart = Arrays.copyOf(foldedStart, larger);
        foldedEnd = Arrays.copyOf(foldedEnd, larger);
        hasRun = Arrays.copyOf(hasRun, larger);
    }

    /** The sign and the folded name of mark i. */
    String foldedMark(int i) {
        return new String(folded, foldedStart[i], foldedEnd[i] - foldedStart[i]);
    }
}
