package org.lisolo.cli.surveillance;

/** Numbers as R reads and writes them: exact, NA where there is none, Inf. */
final class Figures {
    private static final double LARGEST_EXACT = 1L << 53;

    private Figures() {}

    static String text(double value) {
        if (Double.isNaN(value)) {
            return "NA";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Inf" : "-Inf";
        }
        return value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
