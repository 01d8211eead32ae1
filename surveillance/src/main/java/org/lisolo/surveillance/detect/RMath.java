package org.lisolo.surveillance.detect;

/** The two maxima that R's results rest on. */
final class RMath {
    private RMath() {}

    /** R's {@code pmax}: not a number where either is not. */
    static double max(double one, double other) {
        return Math.max(one, other);
    }

    /** C's {@code fmax}: a number where either is one. */
    static double largest(double one, double other) {
        if (Double.isNaN(one)) {
            return other;
        }
        return Double.isNaN(other) ? one : Math.max(one, other);
    }
}
