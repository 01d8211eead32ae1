package org.lisolo.surveillance.detect;

import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.fit.CountDistributions;
import org.lisolo.surveillance.fit.TrendDesign;
import org.lisolo.surveillance.fit.TrendModel;
import org.lisolo.surveillance.fit.TrendSeries;
import org.lisolo.surveillance.series.CountSeries;

/**
 * Farrington flexible: the improved Farrington detector of Noufaily, Enki, Farrington, Garthwaite,
 * Andrews and Charlett, "An improved algorithm for outbreak detection in multiple surveillance
 * systems", Statistics in Medicine 32 (2013) 1206–1222, as {@code farringtonFlexible} of R's {@code
 * surveillance} 1.20 has it.
 *
 * <p>For each monitored period a quasi-Poisson model log μ = season (+ β t) (+ log population) is
 * fitted to the past {@code b} years: the {@code 2w + 1} periods around the same time of each year
 * are one season, the rest of each year is cut into {@code noPeriods − 1} more, and the last {@code
 * pastWeeksNotIncluded} periods are left out so that an outbreak that is growing does not hide
 * itself. Past outbreaks weigh less: standardised Anscombe residuals above {@code weightsThreshold}
 * by their inverse square (section 3.3). The trend stays only if {@code b ≥ 3}, its p value is
 * below {@code pThresholdTrend} and the expected count is no higher than any count of the past
 * (section 3.1).
 *
 * <p>The bound is the 1 − {@code alpha} quantile of, for {@code nbPlugin}, a negative binomial with
 * the expected mean μ and variance φ μ; for {@code muan}, one whose mean is the upper limit of μ;
 * for {@code delta}, a normal on the scale of {@code powertrans} (Farrington and others 1996).
 * There is an alarm where the exceedance score (y − μ) / (bound − μ) is above 1 and at least {@code
 * limit54.cases} cases were seen in the last {@code limit54.periods} periods.
 *
 * <p>A few of R's ways are kept because its results are the reference: the score of {@code
 * nbPlugin} and {@code muan} has log μ in place of μ; {@code mu0Vector} of {@code delta} and {@code
 * muan} is the exponential of an upper limit.
 *
 * <p>Columns: {@code mu0Vector} (mean of the negative binomial), {@code phiVector} (dispersion φ,
 * at least 1), {@code trendVector} (β), {@code trend} (1 where kept), {@code pvalue} (probability
 * of a count this high or higher), {@code score}. Expected and bound are NaN where {@code limit54}
 * stops the alarm. Periods without a report are left out of the fit.
 */
public record FarringtonFlexible(Control control) implements Detector {
    /**
     * R's control, key for key.
     *
     * @param b years of history
     * @param w half width of the window around the same time of each year, in periods
     * @param noPeriods seasons a year; 1: the windows only
     * @param pastWeeksNotIncluded latest periods left out
     * @param trend whether to consider a trend
     * @param pThresholdTrend the p value below which a trend is kept; 1 keeps it
     * @param reweight whether past outbreaks weigh less
     * @param weightsThreshold the residual above which they do
     * @param populationOffset whether the model is of rates by population
     * @param alpha one-sided probability of a false alarm
     * @param thresholdMethod how the bound is taken
     * @param powertrans the scale of {@code delta}
     * @param limit54 cases needed in the last periods
     */
    public record Control(
            int b,
            int w,
            int noPeriods,
            int pastWeeksNotIncluded,
            boolean trend,
            double pThresholdTrend,
            boolean reweight,
            double weightsThreshold,
            boolean populationOffset,
            double alpha,
            ThresholdMethod thresholdMethod,
            PowerTransform powertrans,
            Limit54 limit54) {
        public Control {
            Checks.atLeast("b", b, 1);
            Checks.atLeast("w", w, 0);
            Checks.atLeast("noPeriods", noPeriods, 1);
            Checks.atLeast("pastWeeksNotIncluded", pastWeeksNotIncluded, 0);
            Checks.probability("alpha", alpha);
        }

        /**
         * Noufaily's settings, which R's documentation recommends, at the given false-alarm rate.
         */
        public static Control noufaily(double alpha) {
            return new Control(
                    5,
                    3,
                    10,
                    26,
                    true,
                    1,
                    true,
                    2.58,
                    false,
                    alpha,
                    ThresholdMethod.NB_PLUGIN,
                    PowerTransform.TWO_THIRDS,
                    new Limit54(5, 4));
        }
    }

    /** How the bound is taken from the expected count. */
    public enum ThresholdMethod {
        DELTA,
        NB_PLUGIN,
        MUAN
    }

    @Override
    public int firstPosition(CountSeries series) {
        return series.calendar().frequency() * control.b() + control.w() + 1;
    }

    @Override
    public Detection detect(CountSeries series, int from, int to) {
        Ranges.check(series, from, to);
        double[] time = ReferencePeriods.times(series);
        TrendSeries counts = new TrendSeries(series.observed(), time, series.population());
        TrendModel model = new TrendModel(counts, control.populationOffset());
        SeasonBlocks blocks = new SeasonBlocks(series, control);
        TrendDesign design = new TrendDesign();
        Columns columns = new Columns(new Detection(from, to));
        for (int k = from; k <= to; k++) {
            int season = blocks.design(k, design);
            Fit fit = new Fit(model, design, season, k, time[k - 1], series);
            if (fit.run(control)) {
                judge(series, counts, k, fit, columns);
            }
        }
        return columns.detection;
    }

    private void judge(CountSeries series, TrendSeries counts, int k, Fit fit, Columns columns) {
        double y = series.observed(k);
        double eta = fit.predictor;
        double error = fit.predictorError;
        Threshold threshold;
        double mean = Math.exp(eta);
        double mu0;
        if (control.thresholdMethod() == ThresholdMethod.DELTA) {
            error = error * Math.max(mean, Math.ulp(1.0));
            mean = Math.max(mean, Math.ulp(1.0));
            threshold =
                    Threshold.delta(mean, error, fit.phi, control.powertrans(), control.alpha(), y);
            mu0 = Math.exp(mean + CountDistributions.normalUpperQuantile(control.alpha()) * error);
        } else {
            mu0 =
                    control.thresholdMethod() == ThresholdMethod.NB_PLUGIN
                            ? mean
                            : Math.exp(
                                    eta
                                            + CountDistributions.normalUpperQuantile(
                                                            control.alpha())
                                                    * error);
            threshold = Threshold.negativeBinomial(eta, mu0, fit.phi, control.alpha(), y);
        }
        boolean enough = control.limit54().enough(counts, k);
        boolean raised = enough && threshold.score() > 1 && y != 0;
        boolean bounded = enough && !Double.isNaN(threshold.upper());
        columns.detection.set(
                k,
                bounded ? mean : Double.NaN,
                enough ? threshold.upper() : Double.NaN,
                Alarm.of(raised));
        columns.mu0.set(k, mu0);
        columns.phi.set(k, fit.phi);
        columns.slope.set(k, fit.trend ? fit.slope : Double.NaN);
        columns.trend.set(k, fit.trend ? 1 : 0);
        columns.pvalue.set(k, threshold.probability());
        columns.score.set(k, threshold.score());
    }

    private static final class Columns {
        final Detection detection;
        final Detection.Column mu0;
        final Detection.Column phi;
        final Detection.Column slope;
        final Detection.Column trend;
        final Detection.Column pvalue;
        final Detection.Column score;

        Columns(Detection detection) {
            this.detection = detection;
            mu0 = detection.column("mu0Vector");
            phi = detection.column("phiVector");
            slope = detection.column("trendVector");
            trend = detection.column("trend");
            pvalue = detection.column("pvalue");
            score = detection.column("score");
        }
    }

    /** The fit for one period: with a trend first, without where the trend may not stay. */
    private static final class Fit {
        private final TrendModel model;
        private final TrendDesign design;
        private final int season;
        private final int position;
        private final double time;
        private final double logExposure;
        double predictor;
        double predictorError;
        double phi;
        double slope;
        boolean trend;

        Fit(
                TrendModel model,
                TrendDesign design,
                int season,
                int position,
                double time,
                CountSeries series) {
            this.model = model;
            this.design = design;
            this.season = season;
            this.position = position;
            this.time = time;
            this.logExposure = Math.log(series.population()[position - 1]);
        }

        boolean run(Control control) {
            if (!fit(control, control.trend())) {
                return false;
            }
            trend = model.hasTrend() && keeps(control);
            if (model.hasTrend() && !trend && !fit(control, false)) {
                return false;
            }
            double dispersion = model.dispersion(control.reweight());
            predictor =
                    model.predict(season, time) + (control.populationOffset() ? logExposure : 0);
            predictorError = model.predictionError(season, time, dispersion);
            slope = model.slope();
            return true;
        }

        private boolean keeps(Control control) {
            double error = model.slopeError(model.dispersion(control.reweight()));
            double p = CountDistributions.studentTwoSided(model.slope() / error, model.degrees());
            double expected =
                    Math.exp(
                            model.predict(season, time)
                                    + (control.populationOffset() ? logExposure : 0));
            // at 1 every trend stays, also one of 0, whose p R's rounding puts just below 1
            boolean clear = p < control.pThresholdTrend() || control.pThresholdTrend() >= 1;
            return control.b() >= 3
                    && clear
                    && !Double.isNaN(p)
                    && expected <= model.largestObserved();
        }

        private boolean fit(Control control, boolean withTrend) {
            check(model.fit(design, withTrend));
            if (!model.converged() && withTrend) {
                check(model.fit(design, false));
            }
            if (!model.converged()) {
                return false;
            }
            phi = Math.max(model.dispersion(false), 1);
            if (control.reweight()) {
                check(model.downweight(phi, control.weightsThreshold()) && model.refit());
                phi = Math.max(model.dispersion(false), 1);
            }
            return true;
        }

        private void check(boolean fitted) {
            if (!fitted) {
                throw new Problem("no-fit", "no model can be fitted", "index " + position);
            }
        }
    }
}
