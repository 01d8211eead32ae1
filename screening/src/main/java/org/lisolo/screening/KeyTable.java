package org.lisolo.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Folded words and the units each may be. A filter says no to most words of a text before the table
 * itself is read, and what most words lead to is one unit: its number stands beside the packed
 * word, so that a word costs one look at memory. Immutable.
 *
 * <p>What {@link #find} gives is an entry: a number for {@link #isOne}, {@link #unit} and the like.
 */
final class KeyTable {
    /** No key. */
    static final long NONE = 0;

    private static final long KNOWN = 1L << 32;

    /** The lower half is no unit, but where in {@link #units} there are some. */
    private static final long LISTED = 1L << 33;

    /**
     * From this bit on, the number of letters; 0 for a key that {@link PackedWord} has as a hash.
     */
    private static final int LENGTH = 40;

    private static final int STRIDE = 3;

    /** By the first eight letters, which most words have no more of. */
    private final HashFilter filter;

    /**
     * For each slot a key as {@link PackedWord} has it, the last letters of one that is longer than
     * eight, and its entry. This is all of a key of up to sixteen letters.
     */
    private final long[] slots;

    private final int lastSlot;

    /** For each slot the number of the key. */
    private final int[] keys;

    private final char[] keyCharacters;
    private final int[] keyStart;

    /** Lists of units, each after their number. */
    private final int[] units;

    private KeyTable(Builder builder) {
        int count = builder.keys.size();
        int size = HashFilter.powerOfTwo(Math.max(4, count * 2));
        filter = new HashFilter(count);
        slots = new long[size * STRIDE];
        lastSlot = size - 1;
        keys = new int[size];
        keyStart = new int[count + 1];
        StringBuilder characters = new StringBuilder();
        List<Integer> lists = new ArrayList<>();
        for (int key = 0; key < count; key++) {
            String text = builder.keys.get(key);
            characters.append(text);
            keyStart[key + 1] = characters.length();
            put(key, text, builder.entry(key, lists));
        }
        keyCharacters = characters.toString().toCharArray();
        units = lists.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Collects the keys of a table. */
    static final class Builder {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> keys = new ArrayList<>();
        private final List<List<Integer>> units = new ArrayList<>();
        private final List<Boolean> certain = new ArrayList<>();

        /** A key and one of its units; certain if a text with the key has the unit. */
        void add(String key, int unit, boolean isCertain) {
            Integer known = numbers.putIfAbsent(key, keys.size());
            if (known == null) {
                keys.add(key);
                units.add(new ArrayList<>(1));
                certain.add(true);
            }
            int number = known == null ? keys.size() - 1 : known;
            units.get(number).add(unit);
            certain.set(number, certain.get(number) && isCertain);
        }

        private long entry(int key, List<Integer> lists) {
            List<Integer> all = units.get(key);
            if (all.size() == 1 && certain.get(key)) {
                return KNOWN | all.getFirst();
            }
            long entry = KNOWN | LISTED | lists.size();
            lists.add(all.size());
            lists.addAll(all);
            return entry;
        }

        KeyTable build() {
            return new KeyTable(this);
        }
    }

    private void put(int key, String text, long entry) {
        long packed = PackedWord.of(text);
        long mixed = WordHash.mix(packed);
        int slot = (int) mixed & lastSlot;
        while (slots[STRIDE * slot + 2] != NONE) {
            slot = (slot + 1) & lastSlot;
        }
        boolean isNarrow = PackedWord.isNarrow(text);
        if (isNarrow) {
            filter.put(WordHash.mix(PackedWord.first(text)));
        }
        slots[STRIDE * slot] = packed;
        slots[STRIDE * slot + 1] = isNarrow ? PackedWord.last(text) : 0;
        slots[STRIDE * slot + 2] = entry | (isNarrow ? (long) text.length() << LENGTH : 0);
        keys[slot] = key;
    }

    boolean isEmpty() {
        return keyStart.length == 1;
    }

    /** Whether a key of letters from a to z and digits may begin with these: one bit, 0 or 1. */
    int mayHave(long firstEight) {
        return filter.mayHave(WordHash.mix(firstEight));
    }

    /** The entry of a word of letters from a to z and digits, or {@link #NONE}. */
    long find(byte[] letters, int from, int to) {
        long packed = PackedWord.of(letters, from, to);
        long last = PackedWord.last(letters, from, to);
        int slot = (int) WordHash.mix(packed) & lastSlot;
        while (true) {
            long entry = slots[STRIDE * slot + 2];
            if (entry == NONE) {
                return NONE;
            }
            if (slots[STRIDE * slot] == packed
                    && slots[STRIDE * slot + 1] == last
                    && entry >>> LENGTH == to - from
                    && (to - from <= 2 * PackedWord.LETTERS
                            || isMiddle(keys[slot], letters, from, to))) {
                return entry;
            }
            slot = (slot + 1) & lastSlot;
        }
    }

    /** Whether the letters between the first and the last eight are a key's. */
    private boolean isMiddle(int key, byte[] letters, int from, int to) {
        int before = keyStart[key] - from;
        for (int i = from + PackedWord.LETTERS; i < to - PackedWord.LETTERS; i++) {
            if (keyCharacters[before + i] != letters[i]) {
                return false;
            }
        }
        return true;
    }

    /** The entry of folded characters, or {@link #NONE}. */
    long find(char[] characters, int from, int to) {
        long packed = PackedWord.of(characters, from, to);
        int slot = (int) WordHash.mix(packed) & lastSlot;
        while (true) {
            long entry = slots[STRIDE * slot + 2];
            if (entry == NONE
                    || (slots[STRIDE * slot] == packed
                            && isKey(keys[slot], characters, from, to))) {
                return entry;
            }
            slot = (slot + 1) & lastSlot;
        }
    }

    private boolean isKey(int key, char[] characters, int from, int to) {
        return Arrays.equals(keyCharacters, keyStart[key], keyStart[key + 1], characters, from, to);
    }

    /** Whether an entry is one unit about which nothing is left to be checked. */
    static boolean isOne(long entry) {
        return (entry & LISTED) == 0;
    }

    /** That unit. */
    static int one(long entry) {
        return (int) entry;
    }

    /** How many units an entry has. */
    int count(long entry) {
        return isOne(entry) ? 1 : units[(int) entry];
    }

    /** The i-th unit of an entry. */
    int unit(long entry, int i) {
        return isOne(entry) ? (int) entry : units[(int) entry + 1 + i];
    }

    /** Bytes held. */
    long bytes() {
        return filter.bytes()
                + 8L * slots.length
                + 2L * keyCharacters.length
                + 4L * (keys.length + keyStart.length + units.length);
    }
}
