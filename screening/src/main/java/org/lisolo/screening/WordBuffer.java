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

    /** Where each word begins in the text. */
    private int[] starts = new int[0];

    /** The same in {@link #letters}, or in {@link #wide}. */
    private int[] foldedStarts = new int[0];

    /** Whether each stretch of letters is a word as it stands, and so ends where it does. */
    private boolean isPlain;

    // of a text that is not, the same two and where words end
    private int[] ownStarts = new int[64];
    private int[] ownEnds = new int[64];
    private int[] ownFoldedStarts = new int[64];
    private int[] ownFoldedEnds = new int[64];

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
        isPlain = letters.isPlain();
        if (isPlain) {
            count = letters.count;
            starts = letters.starts;
            foldedStarts = letters.starts;
        } else {
            readStretches();
            starts = ownStarts;
            foldedStarts = ownFoldedStarts;
        }
    }

    private void makeRoom() {
        boolean tooMuch =
                Math.max(letters.room(), wide.length) > MOST_KEPT && length < MOST_KEPT / 4;
        if (text.length < length + Letters.BEHIND || tooMuch) {
            int room = Math.max(LEAST_ROOM, length + (length >> 1));
            text = new char[room + Letters.BEHIND];
            letters.makeRoom(room);
            ownStarts = new int[64];
            ownEnds = new int[64];
            ownFoldedStarts = new int[64];
            ownFoldedEnds = new int[64];
            wide = new char[64];
        }
    }

    private void readStretches() {
        count = 0;
        wideLength = 0;
        for (int i = 0; i < letters.count; i++) {
            int from = letters.starts[i];
            int to = letters.end(from);
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
        if (ownStarts.length == count) {
            ownStarts = Arrays.copyOf(ownStarts, 2 * count);
            ownEnds = Arrays.copyOf(ownEnds, 2 * count);
            ownFoldedStarts = Arrays.copyOf(ownFoldedStarts, 2 * count);
            ownFoldedEnds = Arrays.copyOf(ownFoldedEnds, 2 * count);
        }
        ownStarts[count] = start;
        ownEnds[count] = end;
        ownFoldedStarts[count] = foldedStart;
        ownFoldedEnds[count] = foldedEnd;
        count++;
    }

    /** Where word i begins in the text. */
    int start(int i) {
        return starts[i];
    }

    /** One past its last letter or accent there. */
    int end(int i) {
        return isPlain ? letters.end(starts[i]) : ownEnds[i];
    }

    /** Its number of folded characters. */
    int foldedLength(int i) {
        return foldedEnd(i) - foldedStarts[i];
    }

    private int foldedEnd(int i) {
        return isPlain ? letters.end(foldedStarts[i]) : ownFoldedEnds[i];
    }

    /** The first letters of word i, which is not {@link #odd}, as {@link PackedWord} has them. */
    long packed(int i, int count) {
        return letters.packed(foldedStarts[i], foldedStarts[i] + count);
    }

    /** Whether it has so many letters, the first and the last of them as {@link PackedWord}'s. */
    boolean is(int i, int count, long first, long last) {
        int from = foldedStarts[i];
        return letters.beginning(from) == first
                && letters.end(from) - from == count
                && letters.last(from, from + count) == last;
    }

    /** Its entry in a table. */
    long find(KeyTable table, int i) {
        return letters.find(table, foldedStarts[i], foldedEnd(i));
    }

    /** Its first letters, and behind its end whatever is there, but one 0 first. */
    long eight(int i) {
        return letters.eight(foldedStarts[i]);
    }

    /** Its first eight letters, and 0 behind its end. */
    long beginning(int i) {
        return letters.beginning(foldedStarts[i]);
    }

    /** Writes the folded characters of word i to the beginning of an array that has room. */
    void folded(int i, char[] into) {
        int from = foldedStarts[i];
        int to = foldedEnd(i);
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
