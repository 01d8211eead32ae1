package org.lisolo.screening.phi;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What is known of words beforehand: which are written small in plain prose, and are therefore
 * hardly names, and which are names somewhere in the world. Holds hashes only. Immutable.
 */
final class Vocabulary {
    static final Vocabulary EMPTY = new Vocabulary(new int[0], new byte[0]);

    /** A word that is never seen, one seen now and then, one seen often. */
    static final int UNKNOWN = 0;

    static final int KNOWN = 1;
    static final int COMMON = 2;

    /** What a name may be; a word may be several. */
    static final int GIVEN = 1 << 2;

    static final int FAMILY = 1 << 3;
    static final int TOWN = 1 << 4;
    static final int STREET = 1 << 5;

    private static final int OFTEN = 20;
    private static final int SHORTEST = 2;

    private final int[] keys;
    private final byte[] known;
    private final int size;

    /**
     * @param hashes of {@link Tokens#hash}, each once
     * @param known what is known of each, not 0
     */
    Vocabulary(int[] hashes, byte[] known) {
        size = hashes.length;
        keys = new int[Integer.highestOneBit(Math.max(size, 8) * 3 / 2) * 2];
        this.known = new byte[keys.length];
        for (int i = 0; i < size; i++) {
            int slot = slot(hashes[i]);
            keys[slot] = hashes[i];
            this.known[slot] = known[i];
        }
    }

    /**
     * Reads prose and lists.
     *
     * @param prose texts; a word that stands small in them twice is known
     * @param dictionary words that are known though the prose has them not
     * @param names of the world
     */
    static Vocabulary of(Iterable<String> prose, Iterable<String> dictionary, WorldNames names) {
        Map<Integer, Integer> counts = new HashMap<>();
        prose.forEach(text -> count(text, counts));
        Map<Integer, Integer> words = new HashMap<>();
        counts.forEach(
                (hash, often) -> {
                    if (often >= 2) {
                        words.put(hash, often >= OFTEN ? COMMON : KNOWN);
                    }
                });
        for (String word : dictionary) {
            Tokens tokens = new Tokens(word);
            if (tokens.count == 1 && Character.isLowerCase(word.charAt(0))) {
                words.putIfAbsent(tokens.hash[0], KNOWN);
            }
        }
        add(names.given(), GIVEN, words);
        add(names.family(), FAMILY, words);
        add(names.towns(), TOWN, words);
        add(names.streets(), STREET, words);
        int[] hashes = words.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        byte[] known = new byte[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            known[i] = words.getOrDefault(hashes[i], 0).byteValue();
        }
        return new Vocabulary(hashes, known);
    }

    private static void count(String text, Map<Integer, Integer> counts) {
        Tokens tokens = new Tokens(text);
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.kind[i] == Tokens.LETTERS
                    && Character.isLowerCase(text.charAt(tokens.start[i]))) {
                counts.merge(tokens.hash[i], 1, Integer::sum);
            }
        }
    }

    private static void add(Collection<String> names, int bit, Map<Integer, Integer> words) {
        for (String name : names) {
            Tokens tokens = new Tokens(name);
            for (int i = 0; i < tokens.count; i++) {
                boolean isName =
                        tokens.kind[i] == Tokens.LETTERS
                                && tokens.length(i) > SHORTEST
                                && !Character.isLowerCase(name.charAt(tokens.start[i]));
                if (isName) {
                    words.merge(tokens.hash[i], bit, (one, other) -> one | other);
                }
            }
        }
    }

    private int slot(int hash) {
        int slot = (hash ^ (hash >>> 15)) & (keys.length - 1);
        while (known[slot] != 0 && keys[slot] != hash) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    /** What is known of a word: how well in the two lowest bits, the names it may be above. */
    int of(int hash) {
        return known[slot(hash)];
    }

    /** Every hash that something is known of, in order. */
    int[] hashes() {
        int[] hashes = new int[size];
        int n = 0;
        for (int i = 0; i < keys.length; i++) {
            if (known[i] != 0) {
                hashes[n++] = keys[i];
            }
        }
        Arrays.sort(hashes);
        return hashes;
    }
}
