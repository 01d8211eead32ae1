package org.lisolo.screening.phi;

import java.util.Arrays;

/** Numbers the features as they come and counts them. */
final class FeatureTable {
    private int[] keys = new int[1 << 20];
    private int[] numbers = new int[1 << 20];
    private int[] features = new int[1 << 18];
    private int[] counts = new int[1 << 18];
    private int size;

    int size() {
        return size;
    }

    /** The number of a feature, which is counted. */
    int count(int feature) {
        if (size * 2 > keys.length) {
            grow();
        }
        int slot = slot(feature);
        if (numbers[slot] == 0) {
            if (size == features.length) {
                features = Arrays.copyOf(features, size * 2);
                counts = Arrays.copyOf(counts, size * 2);
            }
            keys[slot] = feature;
            features[size] = feature;
            numbers[slot] = ++size;
        }
        counts[numbers[slot] - 1]++;
        return numbers[slot] - 1;
    }

    private int slot(int feature) {
        int slot = ((feature * 0x9E37_79B1) >>> 3) & (keys.length - 1);
        while (numbers[slot] != 0 && keys[slot] != feature) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        keys = new int[keys.length * 2];
        numbers = new int[numbers.length * 2];
        for (int i = 0; i < size; i++) {
            int slot = slot(features[i]);
            keys[slot] = features[i];
            numbers[slot] = i + 1;
        }
    }

    /** Keeps what came so often; gives the new number of each, -1 for those that went. */
    int[] keep(int least) {
        int[] kept = new int[size];
        int n = 0;
        for (int i = 0; i < size; i++) {
            kept[i] = counts[i] >= least ? n : -1;
            if (kept[i] >= 0) {
                features[n] = features[i];
                counts[n++] = counts[i];
            }
        }
        size = n;
        return kept;
    }

    int[] features() {
        return Arrays.copyOf(features, size);
    }
}
