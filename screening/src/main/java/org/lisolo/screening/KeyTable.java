package org.lisolo.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Folded words and the units each may be. A filter of one bit for each hash says no to most words
 * of a text before the table itself is read. Immutable.
 */
final class KeyTable {
    private final HashFilter filter;

    /** For each slot the upper half of the mixed hash and, below it, the key's number plus 1. */
    private final long[] slots;

    private final char[] keyCharacters;
    private final int[] keyStart;
    private final int[] unitStart;
    private final int[] units;

    private KeyTable(Builder builder) {
        int keys = builder.keys.size();
        this.filter = new HashFilter(keys);
        this.slots = new long[HashFilter.powerOfTwo(Math.max(4, keys * 2))];
        this.keyStart = new int[keys + 1];
        this.unitStart = new int[keys + 1];
        StringBuilder characters = new StringBuilder();
        List<Integer> allUnits = new ArrayList<>();
        for (int key = 0; key < keys; key++) {
            String text = builder.keys.get(key);
            characters.append(text);
            keyStart[key + 1] = characters.length();
            allUnits.addAll(builder.units.get(key));
            unitStart[key + 1] = allUnits.size();
            put(WordHash.mix(WordHash.of(text)), key);
        }
        this.keyCharacters = characters.toString().toCharArray();
        this.units = allUnits.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Collects the keys of a table. */
    static final class Builder {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> keys = new ArrayList<>();
        private final List<List<Integer>> units = new ArrayList<>();

        void add(String key, int unit) {
            Integer known = numbers.putIfAbsent(key, keys.size());
            if (known == null) {
                keys.add(key);
                units.add(new ArrayList<>(1));
            }
            units.get(known == null ? keys.size() - 1 : known).add(unit);
        }

        KeyTable build() {
            return new KeyTable(this);
        }
    }

    private void put(long mixed, int key) {
        filter.put(mixed);
        int slot = (int) mixed & (slots.length - 1);
        while (slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = (mixed & 0xFFFFFFFF00000000L) | (key + 1);
    }

    boolean isEmpty() {
        return keyStart.length == 1;
    }

    /** Whether a key with this mixed hash may be there: one bit, 0 or 1. */
    int mayHave(long mixed) {
        return filter.mayHave(mixed);
    }

    /** The number of the key that lies in {@code characters}, or -1. */
    int find(long mixed, char[] characters, int from, int to) {
        int slot = (int) mixed & (slots.length - 1);
        while (slots[slot] != 0) {
            long found = slots[slot];
            if ((found ^ mixed) >>> 32 == 0) {
                int key = (int) found - 1;
                if (isKey(key, characters, from, to)) {
                    return key;
                }
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1;
    }

    private boolean isKey(int key, char[] characters, int from, int to) {
        int start = keyStart[key];
        int length = to - from;
        if (keyStart[key + 1] - start != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (keyCharacters[start + i] != characters[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** Where the units of a key begin; they end where those of the next begin. */
    int unitStart(int key) {
        return unitStart[key];
    }

    int unit(int index) {
        return units[index];
    }

    /** Bytes held. */
    long bytes() {
        return filter.bytes()
                + 8L * slots.length
                + 2L * keyCharacters.length
                + 4L * (keyStart.length + unitStart.length + units.length);
    }
}
