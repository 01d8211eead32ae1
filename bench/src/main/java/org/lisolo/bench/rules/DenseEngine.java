package org.lisolo.bench.rules;

import org.lisolo.screening.Post;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * A bare Aho-Corasick automaton over bytes, its transitions in one dense table of 32 columns:
 * counts where words end, and knows neither accents nor the bounds of words.
 */
final class DenseEngine implements Engine {
    private static final int COLUMNS = 32;

    private final int[] next;
    private final int[] ending;
    private final byte[] column = new byte[256];

    DenseEngine(List<String> words) {
        for (int c = 0; c < 26; c++) {
            column['a' + c] = (byte) (c + 1);
            column['A' + c] = (byte) (c + 1);
        }
        List<int[]> states = new ArrayList<>();
        states.add(new int[COLUMNS]);
        List<Integer> endings = new ArrayList<>(List.of(0));
        for (String word : words) {
            int state = 0;
            for (int i = 0; i < word.length(); i++) {
                int c = column[word.charAt(i)];
                if (states.get(state)[c] == 0) {
                    states.get(state)[c] = states.size();
                    states.add(new int[COLUMNS]);
                    endings.add(0);
                }
                state = states.get(state)[c];
            }
            endings.set(state, 1);
        }
        next = new int[states.size() * COLUMNS];
        ending = endings.stream().mapToInt(Integer::intValue).toArray();
        fail(states);
    }

    private void fail(List<int[]> states) {
        int[] failure = new int[states.size()];
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(0));
        while (!queue.isEmpty()) {
            int state = queue.remove();
            ending[state] += state == 0 ? 0 : ending[failure[state]];
            for (int c = 0; c < COLUMNS; c++) {
                int child = states.get(state)[c];
                int otherwise = state == 0 ? 0 : next[failure[state] * COLUMNS + c];
                if (child != 0) {
                    failure[child] = otherwise;
                    queue.add(child);
                }
                next[state * COLUMNS + c] = child != 0 ? child : otherwise;
            }
        }
    }

    @Override
    public String name() {
        return "(c) dense automaton over bytes";
    }

    @Override
    public long screen(List<Post> posts, List<byte[]> bytes) {
        long hits = 0;
        for (byte[] text : bytes) {
            int state = 0;
            for (byte b : text) {
                state = next[state * COLUMNS + column[b & 0xFF]];
                hits += ending[state];
            }
        }
        return hits;
    }
}
