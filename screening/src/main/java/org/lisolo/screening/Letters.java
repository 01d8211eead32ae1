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

    /** Characters that are looked at behind the last of a text. */
    static final int BEHIND = BLOCK;

    /** Steps from parting characters to letters or back that are noted together. */
    private static final int STEPS = 8;

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
        stretches = new int[characters + 2 + STEPS];
    }

    /**
     * Reads a text for which there is room.
     *
     * @param text with {@link #BEHIND} characters behind it that part words
     */
    void read(char[] text, int length) {
        scan(text, length);
        if (needsCare && learns(text, length)) {
            scan(text, length);
        }
    }

    /** Whether some of what needed care was only never met before. */
    private boolean learns(char[] text, int length) {
        boolean any = false;
        for (int at = 0; at < length; at++) {
            byte before = bytes[LEAD + at];
            any |= before < 0 && before != Folding.learn(text[at]);
        }
        return any;
    }

    private void scan(char[] text, int length) {
        byte[] bytes = this.bytes;
        int[] stretches = this.stretches;
        int edge = 0;
        long before = 0;
        long last = 0;
        long care = 0;
        long runs = 0;
        for (int block = 0; block <= length; block += BLOCK) {
            long isLetter = 0;
            for (int part = 0; part < BLOCK; part += Long.BYTES) {
                long eight = eight(text, block + part);
                PackedWord.set(bytes, LEAD + block + part, eight);
                isLetter |= bits(notZero(eight)) << part;
                runs |= runs(eight, before);
                care |= eight;
                before = eight;
            }
            long steps = isLetter ^ ((isLetter << 1) | last);
            last = isLetter >>> (BLOCK - 1);
            int end = edge + Long.bitCount(steps);
            for (int at = edge; at < end; at += STEPS) {
                for (int i = 0; i < STEPS; i++) { // those beyond the end are written over
                    stretches[at + i] = block + Long.numberOfTrailingZeros(steps);
                    steps &= steps - 1;
                }
            }
            edge = end;
        }
        edges = edge;
        needsCare = (care & HIGHEST) != 0;
        hasRuns = runs != 0;
        this.length = LEAD + length + BLOCK;
    }

    /** What eight characters become, the first in the lowest bits. */
    private static long eight(char[] text, int at) {
        byte[] values = Folding.BYTES;
        int low =
                (values[text[at]] & 0xFF)
                        | ((values[text[at + 1]] & 0xFF) << 8)
                        | ((values[text[at + 2]] & 0xFF) << 16)
                        | (values[text[at + 3]] << 24);
        int high =
                (values[text[at + 4]] & 0xFF)
                        | ((values[text[at + 5]] & 0xFF) << 8)
                        | ((values[text[at + 6]] & 0xFF) << 16)
                        | (values[text[at + 7]] << 24);
        return ((long) high << 32) | (low & 0xFFFFFFFFL);
    }

    /**
     * The highest bit of each letter that stands for the third time in a row.
     *
     * @param before the eight characters before
     */
    private static long runs(long eight, long before) {
        long others =
                (eight ^ ((eight << 8) | (before >>> 56)))
                        | (eight ^ ((eight << 16) | (before >>> 48)));
        return ~notZero(others) & (eight << 1) & HIGHEST; // of bytes, only letters have bit 6
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
        long before = 0;
        for (int at = from; at < to; at += Long.BYTES) {
            long eight = beginning(at, to);
            if ((eight & HIGHEST) != 0 || runs(eight, before) != 0) {
                return false;
            }
            before = eight;
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

    /** The entry of a word in a table. */
    long find(KeyTable table, int from, int to) {
        return table.find(bytes, LEAD + from, LEAD + to);
    }

    /** The first letters of a word, and 0 behind its end. */
    long beginning(int from, int to) {
        return PackedWord.eight(bytes, LEAD + from) & PackedWord.mask(to - from);
    }

    /** The last eight letters of a word that has more, else 0. */
    long last(int from, int to) {
        return PackedWord.last(bytes, LEAD + from, LEAD + to);
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
