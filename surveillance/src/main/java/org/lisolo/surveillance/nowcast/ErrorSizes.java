package org.lisolo.surveillance.nowcast;

import java.util.Arrays;

/**
 * Sizes of the errors of past forecasts, week by week on the log scale, and what they say of the
 * next one. Errors come in spells: they are large while a season rises and falls and small between.
 * So each is read in proportion to the size that was usual just then, and the proportions of the
 * last 104 weeks make the interval (split conformal prediction with a local scale, Lei et al. 2018,
 * JASA 113:1094, section 5.2). Immutable.
 */
final class ErrorSizes {
    /** Weeks whose proportions make an interval, and whose mean a size leans on. */
    static final int JUDGED = 104;

    private static final int RECENT = 20;
    private static final double FADING = 4;
    private static final double LEAN = 0.3;
    private static final int LEAST = 10;

    /** One in a hundred: below it, sizes are all alike. */
    private static final double SMALLEST = 0.01;

    private final double[] sizes;
    private final int ahead;

    /**
     * @param predicted logs, one a week; {@code NaN} where there is none
     * @param came what came, as many
     * @param ahead how far ahead they are; an error is known so many weeks later
     */
    ErrorSizes(double[] predicted, double[] came, int ahead) {
        sizes = new double[predicted.length];
        Arrays.setAll(sizes, i -> Math.abs(predicted[i] - came[i]));
        this.ahead = ahead;
    }

    /** What the errors known at a week say of the one made then. */
    WeekForecast.PastErrors before(int week) {
        double[] proportions = new double[JUDGED];
        int known = 0;
        for (int i = Math.max(0, week - ahead - JUDGED + 1); i <= week - ahead; i++) {
            double proportion = sizes[i] / usual(i);
            if (!Double.isNaN(proportion)) {
                proportions[known++] = proportion;
            }
        }
        return new WeekForecast.PastErrors(Arrays.copyOf(proportions, known), usual(week));
    }

    /**
     * The size that is usual at a week, by the errors known then: seven tenths the latest, each
     * week back counting less, three tenths the mean of two years. {@code NaN} for want of errors.
     */
    private double usual(int week) {
        double recent = 0;
        double weights = 0;
        double sum = 0;
        int known = 0;
        for (int back = 0; back < JUDGED && week - ahead - back >= 0; back++) {
            double size = sizes[week - ahead - back];
            if (!Double.isNaN(size)) {
                double weight = back < RECENT ? Math.exp(-back / FADING) : 0;
                recent += weight * size;
                weights += weight;
                sum += size;
                known++;
            }
        }
        if (known < LEAST) {
            return Double.NaN;
        }
        double mean = sum / known;
        double usual = weights > 0 ? LEAN * mean + (1 - LEAN) * recent / weights : mean;
        return Math.max(usual, SMALLEST);
    }
}
