package org.lisolo.surveillance.detect;

import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.fit.TrendDesign;
import org.lisolo.surveillance.series.CountSeries;

import java.util.Arrays;

/**
 * The seasons of Farrington flexible: label {@code noPeriods} for the windows around the same time
 * of each year, 1 to {@code noPeriods − 1} for the stretches between them, the earlier ones a
 * period longer where they do not share out evenly (Noufaily and others 2013, section 3.2). One
 * thread at a time.
 */
final class SeasonBlocks {
    private final CountSeries series;
    private final FarringtonFlexible.Control control;
    private final long[] days;
    private final double[] observed;
    private final int[] label;
    private final int[] seasonOf;

    SeasonBlocks(CountSeries series, FarringtonFlexible.Control control) {
        this.series = series;
        this.control = control;
        this.days = series.epochDays();
        this.observed = series.observed();
        this.label = new int[series.length() + 1];
        this.seasonOf = new int[control.noPeriods() + 1];
    }

    /**
     * Fills in the periods that the fit for a position is made of.
     *
     * @return the season of that position
     */
    int design(int position, TrendDesign design) {
        Arrays.fill(label, 0);
        label(position);
        int first = position - control.pastWeeksNotIncluded();
        if (first < 0) {
            throw Ranges.tooShort(series, position, first, "use a later range");
        }
        Arrays.fill(label, Math.max(1, first), position + 1, 0);
        for (int i = 1; i < label.length; i++) {
            if (label[i] != 0 && Double.isNaN(observed[i - 1])) {
                label[i] = 0;
            }
        }
        return stretches(design, position);
    }

    private void label(int position) {
        int windows = control.noPeriods();
        int w = control.w();
        int[] reference = ReferencePeriods.yearly(series, days, position, control.b(), control.w());
        mark(position - w, position, windows);
        for (int year = 1; year <= control.b(); year++) {
            int at = reference[year];
            mark(at - w, at + w, windows);
            if (windows != 1) {
                between(position, at + w + 1, reference[year - 1] - 2 * w - 1 - at);
            }
        }
    }

    /** Shares {@code length} periods from {@code start} among the seasons between two windows. */
    private void between(int position, int start, int length) {
        int others = control.noPeriods() - 1;
        if (length < control.noPeriods() - (2 * control.w() + 1)) {
            throw new Problem(
                    "control",
                    "too many seasons for a year of " + series.calendar().frequency() + " periods",
                    "control noPeriods, index " + position);
        }
        int each = Math.floorDiv(length, others);
        int longer = Math.floorMod(length, others);
        int at = start;
        for (int season = 1; season <= others; season++) {
            int size = each + (season <= longer ? 1 : 0);
            mark(at, at + size - 1, season);
            at += size;
        }
    }

    /**
     * Marks the positions between two, both included, in whichever order they come: a season of no
     * periods takes the two at its edge, as R's {@code a:b} does.
     */
    private void mark(int one, int other, int season) {
        int end = Math.min(Math.max(one, other), label.length - 1);
        for (int i = Math.max(1, Math.min(one, other)); i <= end; i++) {
            label[i] = season;
        }
    }

    private int stretches(TrendDesign design, int position) {
        Arrays.fill(seasonOf, -1);
        for (int i = 1; i < label.length; i++) {
            seasonOf[label[i]] = 0;
        }
        int seasons = 0;
        for (int l = 1; l < seasonOf.length; l++) {
            if (seasonOf[l] == 0) {
                seasonOf[l] = seasons++;
            }
        }
        if (seasonOf[control.noPeriods()] < 0) {
            throw new Problem(
                    "history", "no period of earlier years has a count", "index " + position);
        }
        design.clear();
        int from = 1;
        for (int i = 2; i <= label.length; i++) {
            if (i == label.length || label[i] != label[from]) {
                if (label[from] != 0) {
                    design.add(from - 1, i - 1, seasonOf[label[from]]);
                }
                from = i;
            }
        }
        return seasonOf[control.noPeriods()];
    }
}
