package org.lisolo.screening;

import java.util.Arrays;

/**
 * A text as bytes, one for each character: the letter from a to z or the digit that it becomes, 0
 * where it parts words, less than 0 where it takes more than a look. Behind them the letters of
 * words that were read otherwise. For one thread at a time.
 *
 * <p>Both loops that read a text do not branch on where words end, for a processor that guesses
 * wrong at the end of every word loses more time than all the rest takes.
 */
final class Letters {
    /** Bytes before the first, so that eight can be read up to wherever a word ends. */
    private static final int LEAD = PackedWord.LETTERS;

    /** Bytes that are looked at together, one a bit. */
    private static final int BLOCK = Long.SIZE;

    private static final long HIGHEST = 0x8080808080808080L;

    private byte[] bytes = new byte[0];
    private int length;

    /** Where stretches of letters, and of what needs care, begin, at even places, and end. */
    int[] stretches = new int[0];

    int edges;
    private boolean needsCare;
    private boolean hasRuns;

    void makeRoom(int characters) {
        bytes = new byte[LEAD + characters + BLOCK + LEAD];
        stretches = new int[characters + 2];
    }

    /** Reads a text for which there is room. */
    void read(char[] text, int length) {
        readBytes(text, length);
        if (needsCare) {
            learn(text);
        }
        findStretches(length);
        this.length = LEAD + length + BLOCK;
    }

    private void readBytes(char[] text, int length) {
        byte[] values = Folding.BYTES;
        byte[] bytes = this.bytes;
        int any = 0;
        for (int at = 0; at < length; at++) {
            byte value = values[text[at]];
            any |= value;
            bytes[LEAD + at] = value;
        }
        // what is looked at beyond the text parts words
        Arrays.fill(bytes, LEAD + length, LEAD + length + BLOCK + LEAD, Folding.PARTS);
        this.length = length;
        needsCare = any < 0;
    }

    /** Looks again where a character needed care, since some were only never met before. */
    private void learn(char[] text) {
        needsCare = false;
        for (int at = 0; at < length; at++) {
            if (bytes[LEAD + at] < 0) {
                bytes[LEAD + at] = Folding.learn(text[at]);
                needsCare |= bytes[LEAD + at] < 0;
            }
        }
    }

    private void findStretches(int length) {
        byte[] bytes = this.bytes;
        int[] stretches = this.stretches;
        int edge = 0;
        long last = 0;
        long runs = 0;
        for (int block = LEAD; block <= LEAD + length; block += BLOCK) {
            long isLetter = 0;
            for (int part = block; part < block + BLOCK; part += Long.BYTES) {
                long eight = PackedWord.eight(bytes, part);
                isLetter |= bits(notZero(eight)) << (part - block);
                long others =
                        (eight ^ PackedWord.eight(bytes, part - 1))
                                | (eight ^ PackedWord.eight(bytes, part - 2));
                runs |= ~notZero(others) & (eight << 1); // of bytes, only letters have bit 6
            }
            long steps = isLetter ^ ((isLetter << 1) | last);
            last = isLetter >>> (BLOCK - 1);
            while (steps != 0) {
                stretches[edge++] = block - LEAD + Long.numberOfTrailingZeros(steps);
                steps &= steps - 1;
            }
        }
        edges = edge;
        hasRuns = (runs & HIGHEST) != 0;
    }

    /** The highest bit of each byte that is not 0. */
    private static long notZero(long bytes) {
        return (((bytes & ~HIGHEST) + ~HIGHEST) | bytes) & HIGHEST;
    }

    /** The highest bits of eight bytes, side by side. */
    private static long bits(long highest) {
        return ((highest >>> 7) * 0x0102040810204080L) >>> 56;
    }

    /** Whether each stretch is a word as it stands. */
    boolean isPlain() {
        return !needsCare && !hasRuns;
    }

    /** The same of one stretch: no care is needed and no letter stands three times in a row. */
    boolean isPlain(int from, int to) {
        for (int at = LEAD + from; at < LEAD + to; at++) {
            byte letter = bytes[at];
            boolean isThird = letter == bytes[at - 1] && letter == bytes[at - 2];
            if (letter < 0 || (isThird && letter >= 'a')) {
                return false;
            }
        }
        return true;
    }

    /** Adds the letters of a word behind the text; returns where they begin. */
    int add(char[] folded, int count) {
        if (bytes.length < length + count + LEAD) {
            bytes = Arrays.copyOf(bytes, 2 * (length + count + LEAD));
        }
        for (int i = 0; i < count; i++) {
            bytes[length++] = (byte) folded[i];
        }
        return length - count - LEAD;
    }

    /** A word as {@link PackedWord} has it. */
    long packed(int from, int to) {
        return PackedWord.of(bytes, LEAD + from, LEAD + to);
    }

    /** The first letters of a word, and 0 behind its end. */
    long beginning(int from, int to) {
        return PackedWord.eight(bytes, LEAD + from) & PackedWord.mask(to - from);
    }

    void copy(int from, int to, char[] into) {
        for (int at = from; at < to; at++) {
            into[at - from] = (char) bytes[LEAD + at];
        }
    }

    /** How many bytes there is room for. */
    int room() {
        return bytes.length;
    }
}
