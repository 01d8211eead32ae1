package org.lisolo.surveillance.nowcast;

import java.time.LocalDate;

/**
 * What was expected of one week.
 *
 * @param made the week in which it was said: figures to the week before and signals of the week
 *     itself were known
 * @param week the week it is about
 * @param ahead 1 where that is {@code made} itself, 2 for the week after, and so on
 * @param observed the official figure, {@code NaN} where there is none; for judging only
 * @param predicted the median, in the units of the target; {@code NaN} where there was too little
 *     to learn from
 * @param zeroBelow what is smaller stands for 0: where figures of 0 have been, they are read on the
 *     log scale as half the smallest figure above 0; 0 where none has been
 * @param past sizes of past errors of just such forecasts on the log scale; none where they are too
 *     few for an interval
 */
public record WeekForecast(
        LocalDate made,
        LocalDate week,
        int ahead,
        double observed,
        double predicted,
        double zeroBelow,
        PastErrors past) {

    /** The median, in the units of the target; {@code NaN} where there was too little to learn. */
    @Override
    public double predicted() {
        return told(predicted);
    }

    private double told(double figure) {
        return figure < zeroBelow ? 0 : figure;
    }

    /** Sizes of errors on the log scale, in proportion to what is usual now. Immutable. */
    public static final class PastErrors {
        private static final int LEAST = 20;
        private final double[] proportions;
        private final double usual;

        PastErrors(double[] proportions, double usual) {
            this.proportions = proportions.length < LEAST ? new double[0] : proportions.clone();
            this.usual = usual;
            java.util.Arrays.sort(this.proportions);
        }

        /**
         * The size that a further error stays within with this probability (split conformal
         * prediction, Lei et al. 2018, JASA 113:1094, algorithm 2): the ⌈(n + 1) p⌉-th, the largest
         * where that is more than there are.
         */
        private double within(double probability) {
            int n = proportions.length;
            if (n == 0) {
                return Double.NaN;
            }
            int place = (int) Math.ceil((n + 1) * probability - 1e-9) - 1;
            return usual * proportions[Math.clamp(place, 0, n - 1)];
        }
    }

    /** The value that is not exceeded with this probability; errors are taken as symmetric. */
    public double quantile(double probability) {
        double size = Math.abs(2 * probability - 1);
        if (size < 1e-9) {
            return predicted();
        }
        return told(predicted * Math.exp(Math.signum(probability - 0.5) * past.within(size)));
    }
}
