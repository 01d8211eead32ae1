package org.lisolo.surveillance.fit;

/**
 * A series made ready for many fits: what every fit to it needs of each period, computed once.
 * Positions are from 0. Immutable.
 */
public final class TrendSeries {
    final double[] observed;
    final double[] logStart;
    final double[] logObserved;
    final double[] twoThirds;
    final double[] time;
    final double[] exposure;
    final double[] logExposure;

    /** Time's constant step from one period to the next, or NaN where steps differ. */
    final double timeStep;

    /**
     * Makes a series ready.
     *
     * @param observed counts, NaN where there was no report (such periods may not be in a design)
     * @param time what the trend runs over, a number a period
     * @param exposure people a period, for a model of rates, or all 1
     */
    public TrendSeries(double[] observed, double[] time, double[] exposure) {
        int n = observed.length;
        this.observed = observed.clone();
        this.time = time.clone();
        this.exposure = exposure.clone();
        this.logStart = new double[n];
        this.logObserved = new double[n];
        this.twoThirds = new double[n];
        this.logExposure = new double[n];
        for (int i = 0; i < n; i++) {
            double y = observed[i];
            logStart[i] = Math.log(y + 0.1);
            logObserved[i] = y > 0 ? Math.log(y) : 0;
            double root = Math.cbrt(y);
            twoThirds[i] = root * root;
            logExposure[i] = Math.log(exposure[i]);
        }
        this.timeStep = step(time);
    }

    public int length() {
        return observed.length;
    }

    /** The count at a position from 0, NaN where there was no report. */
    public double observed(int at) {
        return observed[at];
    }

    private static double step(double[] time) {
        double step = time.length > 1 ? time[1] - time[0] : 1;
        for (int i = 1; i < time.length; i++) {
            if (time[i] - time[i - 1] != step) {
                return Double.NaN;
            }
        }
        return step;
    }
}
