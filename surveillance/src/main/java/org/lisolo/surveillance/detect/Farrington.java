package org.lisolo.surveillance.detect;

import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.fit.CountDistributions;
import org.lisolo.surveillance.fit.TrendDesign;
import org.lisolo.surveillance.fit.TrendModel;
import org.lisolo.surveillance.fit.TrendSeries;
import org.lisolo.surveillance.series.CountSeries;
import org.lisolo.surveillance.series.Epoch;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * The detector of Farrington, Andrews, Beale and Catchpole, "A statistical algorithm for the early
 * detection of outbreaks of infectious disease", Journal of the Royal Statistical Society A 159
 * (1996) 547–563, as {@code farrington} of R's {@code surveillance} 1.20 has it.
 *
 * <p>For each monitored period a quasi-Poisson model log μ = α (+ β t) is fitted to the {@code b}
 * windows of {@code 2w + 1} periods around the same time of the past years, twice if {@code
 * reweight}: the second time with past outbreaks weighted down. The trend stays only if {@code b ≥
 * 3}, it is significant at 5 % and the expected count is no higher than any in the windows. The
 * bound is that of a normal for y^(2/3) (or another {@code powertrans}): the 1 − {@code alpha}/2
 * quantile with variance φ μ plus that of the fit (section 3.6). There is an alarm where the score
 * (y − μ) / (bound − μ) is above 1 and {@code limit54} is met; where it is not, the bound is 0.
 *
 * <p>Reference periods before the series are left out without a word, as in R; none at all is a
 * problem. Columns: {@code pd1} (probability of a count up to the one observed) and {@code pd2}
 * (the median of the prediction).
 */
public record Farrington(Control control) implements Detector {
    /**
     * R's control, key for key.
     *
     * @param b years of history
     * @param w half width of the window, in periods
     * @param reweight whether past outbreaks weigh less
     * @param alpha two-sided: the bound is the 1 − alpha/2 quantile
     * @param trend whether to consider a trend
     * @param limit54 cases needed in the last periods
     * @param powertrans the scale of the bound
     * @param fitFun which of R's fits: they differ where a fit does not converge
     */
    public record Control(
            int b,
            int w,
            boolean reweight,
            double alpha,
            boolean trend,
            Limit54 limit54,
            PowerTransform powertrans,
            FitFunction fitFun) {
        public Control {
            Checks.atLeast("b", b, 1);
            Checks.atLeast("w", w, 0);
            Checks.probability("alpha", alpha);
        }
    }

    /** How the model is fitted. */
    public enum FitFunction {
        /** Goes on with a fit that did not converge. */
        FAST,
        /** Gives up on the series where a fit does not converge. */
        PLAIN,
        /**
         * As plain, and with the logarithm of the population as an offset; a trend given up because
         * the fit did not converge is tried again in the weighted fit.
         */
        POPULATION_OFFSET
    }

    @Override
    public int firstPosition(CountSeries series) {
        return Math.max(1, series.calendar().frequency() * control.b() - control.w());
    }

    @Override
    public Detection detect(CountSeries series, int from, int to) {
        Ranges.check(series, from, to);
        double[] positions = new double[series.length()];
        Arrays.setAll(positions, i -> i + 1);
        boolean offset = control.fitFun() == FitFunction.POPULATION_OFFSET;
        double[] population = series.population();
        TrendSeries counts = new TrendSeries(series.observed(), positions, population);
        TrendModel model = new TrendModel(counts, offset);
        TrendDesign design = new TrendDesign();
        Detection detection = new Detection(from, to);
        Detection.Column below = detection.column("pd1");
        Detection.Column median = detection.column("pd2");
        for (int k = from; k <= to; k++) {
            design(series, k, design);
            if (!fit(model, design, control.trend(), k)) {
                return new Detection(from, to);
            }
            if (model.hasTrend() && !keepsTrend(model, k, offset ? population[k - 1] : 1)) {
                fit(model, design, false, k);
            }
            judge(counts, k, model, offset ? population[k - 1] : 1, detection, below, median);
        }
        return detection;
    }

    private void judge(
            TrendSeries counts,
            int k,
            TrendModel model,
            double exposure,
            Detection detection,
            Detection.Column below,
            Detection.Column median) {
        double phi = phi(model);
        double mean = Math.max(Math.exp(model.predict(0, k)) * exposure, Math.ulp(1.0));
        double error = model.predictionError(0, k, phi) * mean;
        double deviation = control.powertrans().deviation(mean, phi + error * error / mean);
        double centre = control.powertrans().apply(mean);
        double upper =
                control.powertrans()
                        .invert(
                                centre
                                        + CountDistributions.normalUpperQuantile(
                                                        control.alpha() / 2)
                                                * deviation);
        boolean enough = control.limit54().enough(counts, k);
        double y = counts.observed(k - 1);
        double score = enough ? (y - mean) / (upper - mean) : 0;
        detection.set(k, mean, enough ? upper : 0, Alarm.above(score, 1));
        below.set(
                k,
                CountDistributions.normalLower(control.powertrans().apply(y), centre, deviation));
        median.set(k, control.powertrans().invert(centre));
    }

    private static double phi(TrendModel model) {
        return Math.max(model.dispersion(false), 1);
    }

    private boolean keepsTrend(TrendModel model, int k, double exposure) {
        double error = model.slopeError(model.dispersion(false));
        double p = CountDistributions.studentTwoSided(model.slope() / error, model.degrees());
        double expected = Math.exp(model.predict(0, k)) * exposure;
        return control.b() >= 3 && p < 0.05 && expected <= model.largestObserved();
    }

    /** False where the fit did not converge and the fit function gives up on that. */
    private boolean fit(TrendModel model, TrendDesign design, boolean trend, int k) {
        check(model.fit(design, trend), k);
        if (!model.converged() && trend) {
            check(model.fit(design, false), k);
        }
        if (!model.converged() && control.fitFun() != FitFunction.FAST) {
            return false;
        }
        if (control.reweight()) {
            boolean again =
                    control.fitFun() == FitFunction.POPULATION_OFFSET ? trend : model.hasTrend();
            check(model.downweight(phi(model), 1) && model.refit(again), k);
        }
        return true;
    }

    private static void check(boolean fitted, int position) {
        if (!fitted) {
            throw new Problem("no-fit", "no model can be fitted", "index " + position);
        }
    }

    private void design(CountSeries series, int k, TrendDesign design) {
        design.clear();
        if (series.calendar().dated()) {
            byDate(series, k, design);
        } else {
            for (int year = control.b(); year >= 1; year--) {
                int at = k - year * series.calendar().frequency();
                int first = Math.max(1, at - control.w());
                if (first <= at + control.w()) {
                    design.add(first - 1, at + control.w(), 0);
                }
            }
        }
        if (design.rows() == 0) {
            throw Ranges.tooShort(
                    series,
                    k,
                    k - series.calendar().frequency() - control.w(),
                    "use a later range");
        }
        needCounts(series, k, design);
    }

    private void byDate(CountSeries series, int k, TrendDesign design) {
        long[] days = series.epochDays();
        LocalDate now = LocalDate.ofEpochDay(days[k - 1]);
        Epoch epoch = Epoch.of(series.calendar().frequency());
        for (int year = 1; year <= control.b(); year++) {
            LocalDate reference = Epoch.yearsBefore(now, year);
            for (int step = -control.w(); step <= control.w(); step++) {
                LocalDate day = aligned(epoch.step(reference, step), now, epoch);
                int at = Arrays.binarySearch(days, day.toEpochDay());
                if (at >= 0) {
                    design.add(at, at + 1, 0);
                }
            }
        }
    }

    /** The closest day of the same weekday, or the same day of that month. */
    private static LocalDate aligned(LocalDate day, LocalDate now, Epoch epoch) {
        return switch (epoch) {
            case DAY -> day;
            case MONTH -> day.minusDays(day.getDayOfMonth() - now.getDayOfMonth());
            case WEEK -> {
                int forward =
                        Math.floorMod(
                                now.getDayOfWeek().getValue() - day.getDayOfWeek().getValue(), 7);
                yield forward < Math.floorMod(-forward, 7)
                        ? day.plusDays(forward)
                        : day.minusDays(Math.floorMod(-forward, 7));
            }
        };
    }

    private static void needCounts(CountSeries series, int k, TrendDesign design) {
        Ranges.needCounts(series, k, k, "farrington");
        design.forEachRow(at -> Ranges.needCounts(series, at + 1, at + 1, "farrington"));
    }
}
