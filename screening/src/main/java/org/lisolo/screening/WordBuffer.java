package org.lisolo.screening;

import java.util.Arrays;

/**
 * The words of one text, read into arrays that are used again for the next text. A word is a run of
 * letters and digits after {@link Folding}. For one thread at a time.
 *
 * <p>What people write is nearly all letters that become one letter from a to z: then the {@link
 * Letters} are the words. Only a stretch with something else in it (a ligature, an accent of its
 * own, something invisible, another script, a letter three times in a row) is read by the {@link
 * CarefulReader}.
 */
final class WordBuffer {
    /** Longest run of one letter that is kept; longer ones are cut to it. */
    static final int LONGEST_RUN = 3;

    private static final int LEAST_ROOM = 1000;

    /** Room that is kept from text to text; what a longer one took is given back after it. */
    private static final int MOST_KEPT = 1 << 18;

    /** The text read last and a space; valid to {@link #length}. */
    char[] text = new char[0];

    int length;

    /** Number of words. */
    int count;

    private final Letters letters = new Letters();
    private final CarefulReader careful = new CarefulReader(this);

    /** Where word i begins in the text, at 2i, and where it ends, at 2i + 1. */
    private int[] edges = new int[0];

    /** The same in {@link #letters}, or in {@link #wide}. */
    private int[] foldedEdges = new int[0];

    // the same two of a text of which not each stretch of letters is a word as it stands
    private int[] ownEdges = new int[64];
    private int[] ownFoldedEdges = new int[64];

    /** Characters of words that no bytes can hold. */
    private char[] wide = new char[64];

    private int wideLength;

    /**
     * The words, in order, that are not to be found by their bytes alone: those of other letters,
     * and those with a letter three times in a row, which may be drawn out.
     */
    int[] odd = new int[8];

    int oddCount;
    private boolean[] isRun = new boolean[8];
    private boolean[] isWide = new boolean[8];

    /** Reads the words of a text, forgetting those of the last one. */
    void read(String written) {
        length = written.length();
        makeRoom();
        written.getChars(0, length, text, 0);
        Arrays.fill(text, length, length + Letters.BEHIND, ' ');
        letters.read(text, length);
        oddCount = 0;
        if (letters.isPlain()) {
            count = letters.edges >> 1;
            edges = letters.stretches;
            foldedEdges = letters.stretches;
        } else {
            readStretches();
            edges = ownEdges;
            foldedEdges = ownFoldedEdges;
        }
    }

    private void makeRoom() {
        boolean tooMuch =
                Math.max(letters.room(), wide.length) > MOST_KEPT && length < MOST_KEPT / 4;
        if (text.length < length + Letters.BEHIND || tooMuch) {
            int room = Math.max(LEAST_ROOM, length + (length >> 1));
            text = new char[room + Letters.BEHIND];
            letters.makeRoom(room);
            ownEdges = new int[64];
            ownFoldedEdges = new int[64];
            wide = new char[64];
        }
    }

    private void readStretches() {
        count = 0;
        wideLength = 0;
        for (int i = 0; i < letters.edges; i += 2) {
            int from = letters.stretches[i];
            int to = letters.stretches[i + 1];
            if (letters.isPlain(from, to)) {
                add(from, to, from, to);
            } else {
                careful.read(from, to);
            }
        }
    }

    /** Adds a word that was read with care. */
    void add(int start, int end, char[] folded, int foldedLength, boolean hasRun) {
        boolean isNarrow = true;
        for (int i = 0; i < foldedLength; i++) {
            isNarrow &= PackedWord.isNarrow(folded[i]);
        }
        if (hasRun || !isNarrow) {
            addOdd(hasRun, !isNarrow);
        }
        int from = isNarrow ? letters.add(folded, foldedLength) : addWide(folded, foldedLength);
        add(start, end, from, from + foldedLength);
    }

    private void addOdd(boolean hasRun, boolean isOfOtherLetters) {
        if (oddCount == odd.length) {
            odd = Arrays.copyOf(odd, oddCount * 2);
            isRun = Arrays.copyOf(isRun, oddCount * 2);
            isWide = Arrays.copyOf(isWide, oddCount * 2);
        }
        odd[oddCount] = count;
        isRun[oddCount] = hasRun;
        isWide[oddCount++] = isOfOtherLetters;
    }

    private int addWide(char[] folded, int foldedLength) {
        if (wide.length < wideLength + foldedLength) {
            wide = Arrays.copyOf(wide, (wideLength + foldedLength) * 2);
        }
        System.arraycopy(folded, 0, wide, wideLength, foldedLength);
        wideLength += foldedLength;
        return wideLength - foldedLength;
    }

    private void add(int start, int end, int foldedStart, int foldedEnd) {
        if (ownEdges.length < 2 * count + 2) {
            ownEdges = Arrays.copyOf(ownEdges, 4 * count + 4);
            ownFoldedEdges = Arrays.copyOf(ownFoldedEdges, 4 * count + 4);
        }
        ownEdges[2 * count] = start;
        ownEdges[2 * count + 1] = end;
        ownFoldedEdges[2 * count] = foldedStart;
        ownFoldedEdges[2 * count + 1] = foldedEnd;
        count++;
    }

    /** Where word i begins in the text. */
    int start(int i) {
        return edges[2 * i];
    }

    /** One past its last letter or accent there. */
    int end(int i) {
        return edges[2 * i + 1];
    }

    /** Its number of folded characters. */
    int foldedLength(int i) {
        return foldedEdges[2 * i + 1] - foldedEdges[2 * i];
    }

    /** Word i, which is not {@link #odd}, as {@link PackedWord} has it. */
    long packed(int i) {
        return letters.packed(foldedEdges[2 * i], foldedEdges[2 * i + 1]);
    }

    /** The same of its first letters. */
    long packed(int i, int count) {
        return letters.packed(foldedEdges[2 * i], foldedEdges[2 * i] + count);
    }

    /** Whether it has so many letters, the first and the last of them as {@link PackedWord}'s. */
    boolean is(int i, int count, long first, long last) {
        int from = foldedEdges[2 * i];
        int to = foldedEdges[2 * i + 1];
        return to - from == count
                && letters.beginning(from, to) == first
                && letters.last(from, to) == last;
    }

    /** Its entry in a table. */
    long find(KeyTable table, int i) {
        return letters.find(table, foldedEdges[2 * i], foldedEdges[2 * i + 1]);
    }

    /** Its first letters packed, and 0 behind its end. */
    long beginning(int i) {
        return letters.beginning(foldedEdges[2 * i], foldedEdges[2 * i + 1]);
    }

    /** Writes the folded characters of word i to the beginning of an array that has room. */
    void folded(int i, char[] into) {
        int from = foldedEdges[2 * i];
        int to = foldedEdges[2 * i + 1];
        int known = odd(i);
        if (known >= 0 && isWide[known]) {
            System.arraycopy(wide, from, into, 0, to - from);
        } else {
            letters.copy(from, to, into);
        }
    }

    /** Whether word i has a letter three times in a row, so that it may be drawn out. */
    boolean hasRun(int i) {
        int known = odd(i);
        return known >= 0 && isRun[known];
    }

    /** Whether word i is one of the {@link #odd}. */
    boolean isOdd(int i) {
        return odd(i) >= 0;
    }

    /** Which of the odd words word i is; less than 0 if none. */
    private int odd(int i) {
        return oddCount == 0 ? -1 : Arrays.binarySearch(odd, 0, oddCount, i);
    }

    /** The folded form of word i. */
    String foldedWord(int i) {
        char[] characters = new char[foldedLength(i)];
        folded(i, characters);
        return new String(characters);
    }
}
