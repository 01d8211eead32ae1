package org.lisolo.cli.screening;

import java.util.Locale;

/**
 * How many of how many, with Wilson's interval (JASA 22, 1927) for the share at 95 of 100.
 *
 * @param hits at most {@code of}
 */
record Share(long hits, long of) {
    private static final double Z = 1.959964;

    double value() {
        return of == 0 ? Double.NaN : (double) hits / of;
    }

    double low() {
        return bound(-1);
    }

    double high() {
        return bound(1);
    }

    private double bound(int side) {
        double n = of;
        double p = value();
        double spread = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return (p + Z * Z / (2 * n) + side * spread) / (1 + Z * Z / n);
    }

    /** For example {@code 0.970 (0.960–0.978)}, or a dash where there was nothing. */
    @Override
    public String toString() {
        return of == 0
                ? "–"
                : String.format(Locale.ROOT, "%.4f (%.3f–%.3f)", value(), low(), high());
    }
}
