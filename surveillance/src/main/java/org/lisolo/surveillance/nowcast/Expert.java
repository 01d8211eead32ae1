package org.lisolo.surveillance.nowcast;

import java.util.List;

/**
 * A model that is fitted anew each week and predicts the log of an official figure. All predict the
 * change from last week. Stateless.
 */
sealed interface Expert permits Persistence, Autoregression, SignalRidge, Argo {
    /** Weeks to the year, on average. */
    double YEAR = 52.18;

    /**
     * Predicts one week.
     *
     * @param known all that may be looked at
     * @param ahead 1 for {@code known.now()}, 2 for the week after, and so on
     * @return the log of the figure, {@code NaN} where there is too little to fit
     */
    double predict(AsOf known, int ahead);

    /** The change that a model is to explain, from the week before to {@code ahead} − 1 after. */
    static double change(AsOf known, int week, int ahead) {
        return known.log(week + ahead - 1) - known.log(week - 1);
    }

    /**
     * How much a past week counts when a model is fitted: by last week's figure. The log of a count
     * is the surer the larger the count, its variance falling with 1 / mean, and what is asked for
     * in the end is the figure and not its log.
     */
    static double weight(AsOf known, int week) {
        return Math.exp(known.log(week - 1));
    }

    /** The values of a list. */
    static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Writes sine and cosine pairs of a week into a row and gives the place after them. */
    static int seasons(double[] row, int from, int week, int pairs) {
        int at = from;
        for (int k = 1; k <= pairs; k++) {
            row[at++] = Math.sin(2 * Math.PI * k * week / YEAR);
            row[at++] = Math.cos(2 * Math.PI * k * week / YEAR);
        }
        return at;
    }

    /** Whether a row holds no {@code NaN}. */
    static boolean complete(double[] row) {
        for (double value : row) {
            if (Double.isNaN(value)) {
                return false;
            }
        }
        return true;
    }
}
