package org.lisolo.surveillance.detect;

import org.lisolo.surveillance.Problem;

/** Checks of a detector's control; a problem names the key. */
final class Checks {
    private Checks() {}

    static void atLeast(String key, double value, double least) {
        if (!(value >= least)) {
            throw bad(key, "must be at least " + plain(least) + ", not " + plain(value));
        }
    }

    static void above(String key, double value, double bound) {
        if (!(value > bound)) {
            throw bad(key, "must be above " + plain(bound) + ", not " + plain(value));
        }
    }

    static void probability(String key, double value) {
        if (!(value > 0 && value < 1)) {
            throw bad(key, "must be between 0 and 1, not " + plain(value));
        }
    }

    static Problem bad(String key, String sentence) {
        return new Problem("control", sentence, "control " + key);
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
