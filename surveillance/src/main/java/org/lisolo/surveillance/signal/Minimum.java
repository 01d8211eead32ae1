package org.lisolo.surveillance.signal;

import java.util.function.UnaryOperator;

/**
 * Where a smooth function is least, by BFGS with backtracking (Nocedal and Wright 2006, algorithms
 * 6.1 and 3.1). The function gives its value and then its slopes.
 */
final class Minimum {
    private static final int STEPS = 1000;
    private static final double FLAT = 1e-9;

    private double[] at;
    private double[] here;

    Minimum(UnaryOperator<double[]> function, double[] start) {
        int n = start.length;
        at = start.clone();
        here = function.apply(at);
        double[][] inverse = identity(n, 1e-3);
        for (int step = 0; step < STEPS && steepest(here) > FLAT * Math.abs(here[0]); step++) {
            double[] direction = new double[n];
            double fall = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    direction[i] -= inverse[i][j] * here[j + 1];
                }
                direction[i] = Math.clamp(direction[i], -2, 2);
                fall += direction[i] * here[i + 1];
            }
            if (fall >= 0) {
                inverse = identity(n, 1e-3);
                continue;
            }
            double length = 1;
            double[] next = moved(direction, length);
            double[] there = function.apply(next);
            while (!(there[0] <= here[0] + 1e-4 * length * fall) && length > 1e-12) {
                length /= 2;
                next = moved(direction, length);
                there = function.apply(next);
            }
            if (!(there[0] < here[0])) {
                return;
            }
            update(inverse, next, there);
            at = next;
            here = there;
        }
    }

    double value() {
        return here[0];
    }

    double[] at() {
        return at.clone();
    }

    private double[] moved(double[] direction, double length) {
        double[] next = at.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += length * direction[i];
        }
        return next;
    }

    private static double steepest(double[] values) {
        double steepest = 0;
        for (int i = 1; i < values.length; i++) {
            steepest = Math.max(steepest, Math.abs(values[i]));
        }
        return steepest;
    }

    private static double[][] identity(int n, double scale) {
        double[][] identity = new double[n][n];
        for (int i = 0; i < n; i++) {
            identity[i][i] = scale;
        }
        return identity;
    }

    private void update(double[][] inverse, double[] next, double[] there) {
        int n = next.length;
        double[] s = new double[n];
        double[] y = new double[n];
        double sy = 0;
        for (int i = 0; i < n; i++) {
            s[i] = next[i] - at[i];
            y[i] = there[i + 1] - here[i + 1];
            sy += s[i] * y[i];
        }
        if (sy <= 0) {
            return;
        }
        double[] hy = new double[n];
        double yhy = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                hy[i] += inverse[i][j] * y[j];
            }
            yhy += hy[i] * y[i];
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] +=
                        (1 + yhy / sy) * s[i] * s[j] / sy - (hy[i] * s[j] + s[i] * hy[j]) / sy;
            }
        }
    }
}
