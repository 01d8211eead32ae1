package org.lisolo.screening;

import java.util.Arrays;

/**
 * Reads stretches of a text character by character, whatever they are made of. For one thread at a
 * time.
 */
final class CarefulReader {
    private final WordBuffer words;

    // the word that is being read
    private char[] folded = new char[64];
    private int length;
    private int start;
    private int end;
    private boolean run;

    CarefulReader(WordBuffer words) {
        this.words = words;
    }

    /** Adds the words of a stretch that words neither reach into nor out of. */
    void read(int from, int to) {
        int at = from;
        while (at < to) {
            int codePoint = Character.codePointAt(words.text, at, to);
            int next = at + Character.charCount(codePoint);
            character(codePoint, at, next);
            at = next;
        }
        finish();
    }

    private void character(int codePoint, int from, int to) {
        char value = Folding.of(codePoint);
        switch (value) {
            case Folding.ACCENT -> end = to;
            case Folding.INVISIBLE -> {}
            case Folding.SEVERAL -> expand(Folding.expansion(codePoint), from, to);
            case Folding.SEPARATOR, Folding.SIGN -> finish();
            default -> letter(value, from, to);
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
        if (length == 0) {
            start = from;
            run = false;
        }
        end = to;
        if (length >= 2
                && folded[length - 1] == value
                && folded[length - 2] == value
                && Character.isLetter(value)) {
            run = true;
            if (length >= WordBuffer.LONGEST_RUN
                    && folded[length - WordBuffer.LONGEST_RUN] == value) {
                return;
            }
        }
        if (length == folded.length) {
            folded = Arrays.copyOf(folded, length * 2);
        }
        folded[length++] = value;
    }

    private void finish() {
        if (length > 0) {
            words.add(start, end, folded, length, run);
            length = 0;
        }
    }
}
