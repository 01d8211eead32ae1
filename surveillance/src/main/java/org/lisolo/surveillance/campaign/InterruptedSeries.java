package org.lisolo.surveillance.campaign;

import org.apache.commons.statistics.distribution.TDistribution;
import org.lisolo.surveillance.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An interrupted time series: what would have come without a campaign is predicted from the periods
 * before it (level, trend, yearly waves, control series; errors autocorrelated), and what came is
 * held against it (Bernal, Cummins and Gasparrini 2017, Int. J. Epidemiol. 46:348; the prediction
 * as in Ayers et al. 2016, JMIR 18:e49). The same is done at placebo dates before the campaign,
 * where there was none: if those effects are as large, the effect is not shown. Immutable.
 */
public final class InterruptedSeries {
    private static final double STEADY = 1e-6;
    private static final int LEAST_A_TERM = 3;

    private final double[] observed;
    private final List<double[]> controls;
    private final double year;
    private final int pairs;

    /**
     * Takes the series.
     *
     * @param observed one figure a period, complete
     * @param controls series that the campaign cannot have touched, each as long and complete
     * @param year periods to a year
     * @param pairs sine and cosine pairs of the yearly wave, 0 for none
     */
    public InterruptedSeries(double[] observed, List<double[]> controls, double year, int pairs) {
        this.observed = observed.clone();
        this.controls = controls.stream().map(double[]::clone).toList();
        this.year = year;
        this.pairs = pairs;
        for (double[] control : this.controls) {
            if (control.length != observed.length) {
                throw new IllegalArgumentException("control of another length");
            }
        }
    }

    /**
     * What a campaign changed.
     *
     * @param meanObserved mean of what came while it ran
     * @param meanExpected mean of what would have come
     * @param effect their difference, with 95 % limits
     * @param percent the same in percent of what would have come
     * @param total the same summed over the campaign
     * @param autocorrelation of one period's error with the next
     */
    public record Effect(
            double meanObserved,
            double meanExpected,
            Estimate effect,
            Estimate percent,
            Estimate total,
            double autocorrelation) {}

    /** A figure with its 95 % limits. */
    public record Estimate(double value, double lower, double upper) {
        Estimate times(double factor) {
            return new Estimate(value * factor, lower * factor, upper * factor);
        }
    }

    /**
     * The effects at dates without a campaign.
     *
     * @param effects one a placebo date, in order of time
     * @param pValue the part of dates, the campaign's own among them, with an effect at least as
     *     far from 0
     */
    public record Placebos(List<Double> effects, double pValue) {
        public Placebos {
            effects = List.copyOf(effects);
        }

        /**
         * Holds an effect against those at dates without a campaign.
         *
         * @param effects mean differences a period, one a placebo date
         */
        public static Placebos of(Effect own, List<Double> effects) {
            double size = Math.abs(own.effect().value());
            long asFar = 1 + effects.stream().filter(other -> Math.abs(other) >= size).count();
            return new Placebos(effects, (double) asFar / (effects.size() + 1));
        }
    }

    /**
     * A campaign from one period to another.
     *
     * @param from place of the first period of the campaign
     * @param to place of the last
     * @throws Problem if too few periods come before it
     */
    public Effect effect(int from, int to) {
        if (from > to || to >= observed.length) {
            throw new Problem("range", "the campaign must lie within the series", "start, end");
        }
        if (from < least()) {
            throw new Problem(
                    "short-history",
                    "there must be "
                            + least()
                            + " periods before the campaign for this model, not "
                            + from,
                    "start");
        }
        double[][] before = new double[from][];
        double[] came = new double[from];
        for (int i = 0; i < from; i++) {
            before[i] = row(i);
            came[i] = observed[i];
        }
        int length = to - from + 1;
        double[][] during = new double[length][];
        double sum = 0;
        for (int i = 0; i < length; i++) {
            during[i] = row(from + i);
            sum += observed[from + i];
        }
        Autocorrelated model = Autocorrelated.fit(before, came);
        double expected = 0;
        for (double one : model.expected(during)) {
            expected += one;
        }
        double t = TDistribution.of(from - before[0].length).inverseSurvivalProbability(0.025);
        double off = t * Math.sqrt(model.varianceOfSum(during));
        Estimate total = new Estimate(sum - expected, sum - expected - off, sum - expected + off);
        double asPercent = Math.abs(expected) > STEADY ? 100 / Math.abs(expected) : Double.NaN;
        return new Effect(
                sum / length,
                expected / length,
                total.times(1.0 / length),
                total.times(asPercent),
                total,
                model.autocorrelation());
    }

    /**
     * The mean effects at every earlier date at which a campaign as long would have ended before
     * this one began.
     */
    public Placebos placebos(int from, int to) {
        return Placebos.of(
                effect(from, to),
                placeboStarts(from, to)
                        .mapToObj(start -> effect(start, start + to - from).effect().value())
                        .toList());
    }

    /**
     * The places at which a campaign as long could have begun and would have ended before this one
     * began, in order of time; each can be worked on by itself.
     */
    public IntStream placeboStarts(int from, int to) {
        int length = to - from + 1;
        return IntStream.rangeClosed(least(), from - length);
    }

    /**
     * The classic two changes, at the start and for good: of the level, and of the slope a period,
     * fitted over all periods.
     */
    public List<Estimate> changes(int from) {
        int terms = terms();
        if (from < least() || observed.length - from < LEAST_A_TERM * 2) {
            throw new Problem("short-history", "too few periods on one side", "start");
        }
        double[][] rows = new double[observed.length][];
        for (int i = 0; i < rows.length; i++) {
            double[] row = java.util.Arrays.copyOf(row(i), terms + 2);
            row[terms] = i >= from ? 1 : 0;
            row[terms + 1] = Math.max(0, i - from);
            rows[i] = row;
        }
        Autocorrelated model = Autocorrelated.fit(rows, observed);
        double t = TDistribution.of(observed.length - terms - 2).inverseSurvivalProbability(0.025);
        List<Estimate> changes = new ArrayList<>();
        for (int j = terms; j < terms + 2; j++) {
            double value = model.coefficient(j);
            double off = t * model.deviation(j);
            changes.add(new Estimate(value, value - off, value + off));
        }
        return changes;
    }

    private int terms() {
        return 2 + 2 * pairs + controls.size();
    }

    /** Periods that must come before a campaign. */
    public int least() {
        return Math.max(LEAST_A_TERM * terms(), pairs > 0 ? (int) Math.ceil(year) : 0);
    }

    private double[] row(int i) {
        double[] row = new double[terms()];
        row[0] = 1;
        row[1] = i / year;
        int at = 2;
        for (int k = 1; k <= pairs; k++) {
            row[at++] = Math.sin(2 * Math.PI * k * i / year);
            row[at++] = Math.cos(2 * Math.PI * k * i / year);
        }
        for (double[] control : controls) {
            row[at++] = control[i];
        }
        return row;
    }
}
