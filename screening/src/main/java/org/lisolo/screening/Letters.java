package org.lisolo.screening;

import java.util.Arrays;

/**
 * A text as bytes, one for each character: the letter from a to z or the digit that it becomes, 0
 * where it parts words, {@link Folding#UNKNOWN} or more where it takes more than a look. Behind
 * them the letters of words that were read otherwise, each word with a 0 behind it. For one thread
 * at a time.
 *
 * <p>No loop that reads a text branches on where words end, for a processor that guesses wrong at
 * the end of every word loses more time than all the rest takes. The first makes bytes of
 * characters and the second looks at the bytes: together they would need more registers than there
 * are. Only beginnings are noted; a word ends at the next 0, which is looked for once a rule's word
 * may be there.
 */
final class Letters {
    /** Bytes before the first, so that eight can be read up to wherever a word ends. */
    private static final int LEAD = PackedWord.LETTERS;

    /** Bytes that are looked at together, one a bit. */
    private static final int BLOCK = Long.SIZE;

    /** Characters that are looked at behind the last of a text. */
    static final int BEHIND = Long.BYTES;

    /** Beginnings that are noted together: as many as a block seldom has more of. */
    private static final int TOGETHER = 12;

    private static final long HIGHEST = 0x8080808080808080L;
    private static final long LOWEST = HIGHEST >>> 7;

    /** Added to what needs care it gives the highest bit. */
    private static final long UP_TO_HIGHEST = (0x80 - Folding.UNKNOWN) * LOWEST;

    /** Of bytes, only letters have it. */
    private static final long IS_LETTER = HIGHEST >>> 1;

    private byte[] bytes = new byte[0];
    private int length;

    /** Where stretches of letters, and of what needs care, begin. */
    int[] starts = new int[0];

    int count;
    private boolean needsCare;
    private boolean hasRuns;

    void makeRoom(int characters) {
        bytes = new byte[LEAD + characters + BLOCK + LEAD];
        starts = new int[characters + 2 + TOGETHER];
    }

    /**
     * Reads a text for which there is room.
     *
     * @param text with {@link #BEHIND} characters behind it that part words
     */
    void read(char[] text, int length) {
        needsCare = map(text, length);
        if (needsCare && learns(text, length)) {
            needsCare = map(text, length);
        }
        Arrays.fill(bytes, LEAD + length, LEAD + length + BLOCK, (byte) 0);
        this.length = LEAD + length + BLOCK;
        find(length);
    }

    /** Whether some of what needed care was only never met before. */
    private boolean learns(char[] text, int length) {
        boolean any = false;
        for (int at = 0; at < length; at++) {
            byte before = bytes[LEAD + at];
            any |= before >= Folding.UNKNOWN && before != Folding.learn(text[at]);
        }
        return any;
    }

    /** Makes bytes of characters; whether some need care. */
    private boolean map(char[] text, int length) {
        byte[] bytes = this.bytes;
        long care = 0;
        for (int at = 0; at < length; at += Long.BYTES) {
            long eight = eight(text, at);
            PackedWord.set(bytes, LEAD + at, eight);
            care |= eight + UP_TO_HIGHEST;
        }
        return (care & HIGHEST) != 0;
    }

    /** Finds where stretches begin, and whether a letter stands three times in a row. */
    private void find(int length) {
        byte[] bytes = this.bytes;
        int[] starts = this.starts;
        int count = 0;
        long runs = 0;
        for (int block = 0; block < length; block += BLOCK) {
            long begins = 0;
            for (int part = 0; part < BLOCK; part += Long.BYTES) {
                int at = LEAD + block + part;
                long eight = PackedWord.eight(bytes, at);
                long before = PackedWord.eight(bytes, at - 1);
                begins |= bits(notZero(eight) & ~notZero(before)) << part;
                runs |= zeros(others(eight, before, PackedWord.eight(bytes, at - 2)));
            }
            int end = count + Long.bitCount(begins);
            for (int at = count; at < end; at += TOGETHER) {
                for (int i = 0; i < TOGETHER; i++) { // those beyond the end are written over
                    starts[at + i] = block + Long.numberOfTrailingZeros(begins);
                    begins &= begins - 1;
                }
            }
            count = end;
        }
        this.count = count;
        hasRuns = (runs & HIGHEST) != 0;
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
     * A zero byte for each letter that stands for the third time in a row, and for no other.
     *
     * @param before the eight characters that begin one before
     * @param first the eight that begin two before
     */
    private static long others(long eight, long before, long first) {
        return (eight ^ before) | (eight ^ first) | (~eight & IS_LETTER);
    }

    /**
     * Has the highest bit of a byte that is 0, the first one certainly and those behind it perhaps
     * wrongly; no highest bit where no byte is 0.
     */
    private static long zeros(long bytes) {
        return (bytes - LOWEST) & ~bytes;
    }

    /** Has the highest bit of each byte that is not 0, when none has it itself. */
    private static long notZero(long bytes) {
        return bytes + ~HIGHEST;
    }

    /** The highest bits of eight bytes, side by side. */
    private static long bits(long bytes) {
        return ((bytes & HIGHEST) * 0x0002040810204081L) >>> 56;
    }

    /** Whether each stretch is a word as it stands. */
    boolean isPlain() {
        return !needsCare && !hasRuns;
    }

    /** The same of one stretch: no care is needed and no letter stands three times in a row. */
    boolean isPlain(int from, int to) {
        for (int at = from; at < to; at += Long.BYTES) {
            long mask = PackedWord.mask(to - at);
            long eight = PackedWord.eight(bytes, LEAD + at) & mask;
            long before = PackedWord.eight(bytes, LEAD + at - 1) & mask;
            long others = others(eight, before, PackedWord.eight(bytes, LEAD + at - 2) & mask);
            if ((((eight + UP_TO_HIGHEST) | zeros(others)) & HIGHEST) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Adds the letters of a word behind the text; returns where they begin. */
    int add(char[] folded, int count) {
        if (bytes.length < length + count + 1 + LEAD) {
            bytes = Arrays.copyOf(bytes, 2 * (length + count + 1 + LEAD));
        }
        int from = length;
        for (int i = 0; i < count; i++) {
            bytes[length++] = (byte) folded[i];
        }
        bytes[length++] = 0;
        return from - LEAD;
    }

    /** A word as {@link PackedWord} has it. */
    long packed(int from, int to) {
        return PackedWord.of(bytes, LEAD + from, LEAD + to);
    }

    /** The entry of a word in a table. */
    long find(KeyTable table, int from, int to) {
        return table.find(bytes, LEAD + from, LEAD + to);
    }

    /** Where the stretch that begins there ends. */
    int end(int from) {
        int at = from;
        while (true) {
            long zeros = zeros(PackedWord.eight(bytes, LEAD + at)) & HIGHEST;
            if (zeros != 0) {
                return at + (Long.numberOfTrailingZeros(zeros) >> 3);
            }
            at += Long.BYTES;
        }
    }

    /** Eight bytes from there on. */
    long eight(int from) {
        return PackedWord.eight(bytes, LEAD + from);
    }

    /** The first letters of a word that is plain, and 0 behind its end. */
    long beginning(int from) {
        long eight = PackedWord.eight(bytes, LEAD + from);
        long zeros = ~notZero(eight) & HIGHEST;
        return eight & (zeros ^ (zeros - 1)); // up to the first zero
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
