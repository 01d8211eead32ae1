package org.lisolo.surveillance.fit;

import java.util.Arrays;

/**
 * Quasi-Poisson regression with log link: log μ = season + β · time (+ log exposure), the model of
 * the Farrington detectors.
 *
 * <p>Iteratively reweighted least squares as R's {@code glm.fit} runs it: start at y + 0.1, stop
 * when the deviance changes by less than 1e-8 of itself plus 0.1, at most 25 steps, halving a step
 * whose deviance is not finite. Because a season is a factor, the weighted normal equations have an
 * arrow shape: centring time within each season leaves one equation for β. So a step is one pass
 * over the periods with neither matrix nor QR, and the hat values and the error of a prediction
 * have closed forms: h = w (1/W_s + (t − t̄_s)² / S), var η = φ (1/W_s + (t − t̄_s)² / S), where
 * W_s is the weight and t̄_s the weighted mean time of season s and S the weighted square of
 * centred time. The mean of a period is e^season · e^(β t), so exponentials are taken once a season
 * and once for the step of β.
 *
 * <p>Like R, the fit keeps the weights of its last least squares step, which belong to the means
 * before the last update; dispersion, hat values and errors are computed from those.
 *
 * <p>A workspace: fitting again overwrites the last fit. One thread at a time.
 */
public final class TrendModel {
    private static final int STEPS = 25;
    private static final double TOLERANCE = 1e-8;
    private static final double LEAST_MEAN = Math.ulp(1.0);

    /** Exponents beyond which e^x is not multiplied with another. */
    private static final double STEEP = 300;

    private final TrendSeries series;
    private final double[] power;
    private final double[] sixthPower;
    private final boolean offset;
    private double[] mean;
    private double[] meanBefore;
    private double[] priorWeight;
    private double priorScale = 1;
    private boolean weighted;

    private TrendDesign design = new TrendDesign();
    private boolean trend;
    private double centre;
    private int first;
    private int end;
    private double[] sumWeight = new double[16];
    private double[] sumTime = new double[16];
    private double[] sumWorking = new double[16];
    private double[] seasonLog = new double[16];
    private double[] seasonLogBefore = new double[16];
    private double slope;
    private double slopeBefore;
    private double squaredTime;
    private boolean converged;

    /**
     * A workspace for fits to one series.
     *
     * @param offset whether the model is of rates, its offset the logarithm of the exposure
     */
    public TrendModel(TrendSeries series, boolean offset) {
        this.series = series;
        this.offset = offset;
        int n = series.length();
        power = new double[n];
        sixthPower = new double[n];
        mean = new double[n];
        meanBefore = new double[n];
        priorWeight = new double[n];
    }

    /**
     * Fits without weights.
     *
     * @param of the periods to fit to; each must have a count
     * @return false where no set of coefficients has a finite deviance
     */
    public boolean fit(TrendDesign of, boolean withTrend) {
        design = of;
        weighted = false;
        return iterate(withTrend);
    }

    /** Fits again to the same periods with the weights set by {@link #downweight}. */
    public boolean refit() {
        return refit(trend);
    }

    /** The same, with or without a trend whatever the last fit had. */
    public boolean refit(boolean withTrend) {
        weighted = true;
        return iterate(withTrend);
    }

    private boolean iterate(boolean withTrend) {
        trend = withTrend;
        converged = false;
        prepare();
        double before = start();
        for (int step = 1; step <= STEPS; step++) {
            solve(step == 1);
            double deviance = update();
            if (!Double.isFinite(deviance)) {
                deviance = step == 1 ? Double.NaN : halved();
                if (Double.isNaN(deviance)) {
                    return false;
                }
            }
            if (Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < TOLERANCE) {
                converged = true;
                return true;
            }
            before = deviance;
            System.arraycopy(seasonLog, 0, seasonLogBefore, 0, design.seasons());
            slopeBefore = slope;
        }
        return true;
    }

    private void prepare() {
        int seasons = design.seasons();
        if (seasons > sumWeight.length) {
            sumWeight = new double[seasons];
            sumTime = new double[seasons];
            sumWorking = new double[seasons];
            seasonLog = new double[seasons];
            seasonLogBefore = new double[seasons];
        }
        int middle = design.stretches() / 2;
        centre = series.time[design.from(middle)];
        first = Integer.MAX_VALUE;
        end = 0;
        for (int s = 0; s < design.stretches(); s++) {
            first = Math.min(first, design.from(s));
            end = Math.max(end, design.to(s));
        }
    }

    /** Means of y + 0.1, and their deviance. */
    private double start() {
        double deviance = 0;
        for (int s = 0; s < design.stretches(); s++) {
            for (int i = design.from(s); i < design.to(s); i++) {
                double y = series.observed[i];
                double mu = y + 0.1;
                mean[i] = mu;
                deviance += unit(i, y, mu, series.logStart[i]);
            }
        }
        return 2 * deviance;
    }

    private double unit(int i, double y, double mu, double logMu) {
        double part = y * (series.logObserved[i] - logMu) - (y - mu);
        return weighted ? priorWeight[i] * priorScale * part : part;
    }

    /** One weighted least squares step, from the means to the coefficients. */
    private void solve(boolean fromCounts) {
        double[] swap = meanBefore;
        meanBefore = mean;
        mean = swap;
        double squares = 0;
        double products = 0;
        int seasons = design.seasons();
        Arrays.fill(sumWeight, 0, seasons, 0);
        Arrays.fill(sumTime, 0, seasons, 0);
        Arrays.fill(sumWorking, 0, seasons, 0);
        double[] time = series.time;
        for (int s = 0; s < design.stretches(); s++) {
            int season = design.season(s);
            double w0 = 0;
            double w1 = 0;
            double w2 = 0;
            double z0 = 0;
            double z1 = 0;
            for (int i = design.from(s); i < design.to(s); i++) {
                double mu = meanBefore[i];
                double t = time[i] - centre;
                double y = series.observed[i];
                double eta = fromCounts ? startLog(i) : linear(season, t);
                double w = mu;
                double wz = mu * eta + (y - mu);
                if (weighted) {
                    double prior = priorWeight[i] * priorScale;
                    w *= prior;
                    wz *= prior;
                }
                double wt = w * t;
                w0 += w;
                w1 += wt;
                w2 += wt * t;
                z0 += wz;
                z1 += wz * t;
            }
            sumWeight[season] += w0;
            sumTime[season] += w1;
            sumWorking[season] += z0;
            squares += w2;
            products += z1;
        }
        coefficients(squares, products);
    }

    private double startLog(int i) {
        return offset ? series.logStart[i] - series.logExposure[i] : series.logStart[i];
    }

    private double linear(int season, double centred) {
        return seasonLog[season] + slope * centred;
    }

    private void coefficients(double squares, double products) {
        int seasons = design.seasons();
        double newSlope = 0;
        squaredTime = Double.POSITIVE_INFINITY;
        if (trend) {
            double s = squares;
            double p = products;
            for (int g = 0; g < seasons; g++) {
                double meanTime = sumTime[g] / sumWeight[g];
                s -= sumTime[g] * meanTime;
                p -= sumWorking[g] * meanTime;
            }
            squaredTime = s;
            newSlope = p / s;
        }
        for (int g = 0; g < seasons; g++) {
            seasonLog[g] = (sumWorking[g] - newSlope * sumTime[g]) / sumWeight[g];
        }
        slope = newSlope;
    }

    /** Means of the new coefficients, and their deviance. */
    private double update() {
        boolean steep = trend && isSteep();
        if (trend && !steep) {
            fillPowers(power, slope);
        }
        double deviance = 0;
        for (int s = 0; s < design.stretches(); s++) {
            int season = design.season(s);
            double level = Math.exp(seasonLog[season]);
            for (int i = design.from(s); i < design.to(s); i++) {
                double eta = trend ? linear(season, series.time[i] - centre) : seasonLog[season];
                double mu = steep ? Math.exp(eta) : trend ? level * power[i] : level;
                if (offset) {
                    mu *= series.exposure[i];
                    eta += series.logExposure[i];
                }
                if (mu < LEAST_MEAN) {
                    mu = LEAST_MEAN;
                    eta = Math.log(LEAST_MEAN);
                }
                mean[i] = mu;
                deviance += unit(i, series.observed[i], mu, eta);
            }
        }
        return 2 * deviance;
    }

    /**
     * Whether season and trend alone may leave the range of numbers though their product does not,
     * as where all cases lie at one end and β grows with each step.
     */
    private boolean isSteep() {
        double early = Math.abs(series.time[first] - centre);
        double late = Math.abs(series.time[end - 1] - centre);
        return Math.abs(slope) * Math.max(early, late) > STEEP;
    }

    /** e^(rate · (time − centre)) for every period from the first to the last of the design. */
    private void fillPowers(double[] into, double rate) {
        double factor = Math.exp(rate * series.timeStep);
        for (int i = first; i < end; i++) {
            boolean anew = (i - first) % 32 == 0 || Double.isNaN(factor);
            into[i] = anew ? Math.exp(rate * (series.time[i] - centre)) : into[i - 1] * factor;
        }
    }

    private double halved() {
        for (int half = 1; half <= STEPS; half++) {
            for (int g = 0; g < design.seasons(); g++) {
                seasonLog[g] = (seasonLog[g] + seasonLogBefore[g]) / 2;
            }
            slope = (slope + slopeBefore) / 2;
            double deviance = update();
            if (Double.isFinite(deviance)) {
                return deviance;
            }
        }
        return Double.NaN;
    }

    /** Whether the last fit met its tolerance within 25 steps. */
    public boolean converged() {
        return converged;
    }

    /** Whether the last fit has a trend. */
    public boolean hasTrend() {
        return trend;
    }

    /** The coefficient of time. */
    public double slope() {
        return slope;
    }

    /**
     * Pearson dispersion: Σ w r² over the degrees of freedom, r the working residual; {@code NaN}
     * where none is left.
     *
     * @param byPrior whether w is the prior weight alone instead of the weight of the last step
     */
    public double dispersion(boolean byPrior) {
        double sum = 0;
        int weightless = 0;
        for (int s = 0; s < design.stretches(); s++) {
            for (int i = design.from(s); i < design.to(s); i++) {
                double prior = weighted ? priorWeight[i] * priorScale : 1;
                if (prior == 0) {
                    weightless++;
                    continue;
                }
                double r = (series.observed[i] - mean[i]) / mean[i];
                sum += (byPrior ? prior : prior * meanBefore[i]) * r * r;
            }
        }
        int free = degrees() - weightless;
        return free > 0 ? sum / free : Double.NaN;
    }

    /** Residual degrees of freedom. */
    public int degrees() {
        return design.rows() - design.seasons() - (trend ? 1 : 0);
    }

    /** The standard error of the slope at this dispersion. */
    public double slopeError(double dispersion) {
        return Math.sqrt(dispersion / squaredTime);
    }

    /** The linear predictor of a period in a season, without offset. */
    public double predict(int season, double time) {
        return linear(season, time - centre);
    }

    /** The standard error of {@link #predict} at this dispersion. */
    public double predictionError(int season, double time, double dispersion) {
        return Math.sqrt(dispersion * leverage(season, time - centre));
    }

    private double leverage(int season, double centred) {
        double apart = centred - sumTime[season] / sumWeight[season];
        return 1 / sumWeight[season] + (trend ? apart * apart / squaredTime : 0);
    }

    /**
     * Sets the weights of the next {@link #refit}: standardised Anscombe residuals above the
     * threshold weigh by their inverse square, and all weights are scaled so that they sum to the
     * number of periods (Farrington and others 1996, section 3.3).
     *
     * @return false where a residual is not a number, so that no weights exist
     */
    public boolean downweight(double dispersion, double threshold) {
        boolean steep = trend && isSteep();
        if (trend && !steep) {
            fillPowers(sixthPower, slope / 6);
        }
        double total = 0;
        for (int s = 0; s < design.stretches(); s++) {
            int season = design.season(s);
            double sixthLevel = Math.exp(seasonLog[season] / 6);
            for (int i = design.from(s); i < design.to(s); i++) {
                double mu = mean[i];
                double sixth = sixthLevel * (trend ? sixthPower[i] : 1);
                if (offset || steep || mu <= LEAST_MEAN) {
                    sixth = Math.pow(mu, 1.0 / 6);
                }
                double hat = meanBefore[i] * leverage(season, series.time[i] - centre);
                if (hat > 1 - 10 * LEAST_MEAN) {
                    hat = 1;
                }
                double raw = 1.5 * (series.twoThirds[i] / sixth - sixth * sixth * sixth);
                double residual = raw / Math.sqrt(dispersion * (1 - hat));
                if (Double.isNaN(residual)) {
                    return false;
                }
                double weight = residual > threshold ? 1 / (residual * residual) : 1;
                priorWeight[i] = weight;
                total += weight;
            }
        }
        priorScale = design.rows() / total;
        return true;
    }

    /** The largest count among the periods of the design. */
    public double largestObserved() {
        double largest = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < design.stretches(); s++) {
            for (int i = design.from(s); i < design.to(s); i++) {
                largest = Math.max(largest, series.observed[i]);
            }
        }
        return largest;
    }
}
