package org.lisolo.surveillance.detect;

import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.series.CountSeries;

/**
 * A way to tell an unusual rise in a series of counts. Immutable and safe for use by many threads.
 */
public sealed interface Detector
        permits Bayes,
                Cusum,
                Ears,
                EarsReweighted,
                Farrington,
                FarringtonFlexible,
                Glr,
                OutbreakP,
                Rki,
                SustainedRise {
    /**
     * Monitors the positions {@code from} to {@code to} (from 1, both included). What is said of a
     * position depends on the counts up to that position only.
     *
     * @throws Problem where the range lies outside the series, the history is shorter than the
     *     method needs, or a model cannot be fitted
     */
    Detection detect(CountSeries series, int from, int to);

    /**
     * The first position that the method can monitor, with the range R takes where none is given.
     */
    int firstPosition(CountSeries series);
}
