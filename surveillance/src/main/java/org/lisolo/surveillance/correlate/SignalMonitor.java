package org.lisolo.surveillance.correlate;

import org.lisolo.surveillance.linear.LeastSquares;

import java.util.ArrayList;
import java.util.List;

/**
 * Watches a signal's own error. Each week the signal is read as the official figure by a straight
 * line on the log scale, fitted on the 104 weeks before; once the official figure is there, the
 * error is divided by the deviation of that line's residuals, and summed up on either side less 1 a
 * week (two-sided CUSUM, Page 1954, Biometrika 41:100; reference value 1, decision limit 5). Beyond
 * the limit the signal has come loose from what it measured and must not be used until it has been
 * looked at. Stateless.
 */
public final class SignalMonitor {
    private static final int WINDOW = 104;
    private static final int LEAST_WEEKS = 30;
    private static final double ALLOWED = 1;
    private static final double LIMIT = 5;

    private SignalMonitor() {}

    /**
     * One week's check, possible as soon as the week's official figure is known.
     *
     * @param at the week's place in the series
     * @param estimate the official figure as the signal says it
     * @param error its log error in deviations; above 0 where the signal says too much
     * @param over the sum of overestimates
     * @param under the sum of underestimates
     */
    public record Check(int at, double estimate, double error, double over, double under) {
        /** Whether the signal is not to be trusted. */
        public boolean alarm() {
            return over > LIMIT || under > LIMIT;
        }
    }

    /**
     * Checks every week that can be checked.
     *
     * @param signal figures above 0; other weeks are left out, as are {@code NaN}
     * @param target as long, the same
     */
    public static List<Check> of(double[] signal, double[] target) {
        List<Check> checks = new ArrayList<>();
        double over = 0;
        double under = 0;
        for (int week = 0; week < target.length; week++) {
            List<Integer> past = new ArrayList<>();
            for (int i = Math.max(0, week - WINDOW); i < week; i++) {
                if (usable(signal, target, i)) {
                    past.add(i);
                }
            }
            if (past.size() >= LEAST_WEEKS && usable(signal, target, week)) {
                Check check = check(signal, target, past, week, over, under);
                over = check.over();
                under = check.under();
                checks.add(check);
            }
        }
        return checks;
    }

    private static boolean usable(double[] signal, double[] target, int week) {
        return signal[week] > 0 && target[week] > 0;
    }

    private static Check check(
            double[] signal,
            double[] target,
            List<Integer> past,
            int week,
            double over,
            double under) {
        double[][] rows =
                past.stream()
                        .map(i -> new double[] {1, Math.log(signal[i])})
                        .toArray(double[][]::new);
        double[] logs = past.stream().mapToDouble(i -> Math.log(target[i])).toArray();
        double[] line = LeastSquares.fit(rows, logs);
        double squares = 0;
        for (int k = 0; k < logs.length; k++) {
            double off = logs[k] - LeastSquares.dot(rows[k], line);
            squares += off * off;
        }
        double deviation = Math.max(1e-9, Math.sqrt(squares / (logs.length - 2)));
        double said = line[0] + line[1] * Math.log(signal[week]);
        double error = (said - Math.log(target[week])) / deviation;
        return new Check(
                week,
                Math.exp(said),
                error,
                Math.max(0, over + error - ALLOWED),
                Math.max(0, under - error - ALLOWED));
    }
}
