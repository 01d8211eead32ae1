package org.lisolo.surveillance.correlate;

import org.lisolo.surveillance.chance.RDraws;
import org.lisolo.surveillance.score.PointScores;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Correlation of a signal with a target by lead, with intervals that know that neighbouring weeks
 * are alike: blocks of weeks are drawn with replacement (moving block bootstrap, Künsch 1989, Ann.
 * Statist. 17:1217, section 2.3), the same for every lead, so that the lead itself has an interval.
 * Immutable.
 */
public final class CrossCorrelation {
    private static final int LEAST_PAIRS = 10;
    private static final int DRAWS = 999;

    private final List<ByLead> byLead;
    private final Lead lead;

    private CrossCorrelation(List<ByLead> byLead, Lead lead) {
        this.byLead = byLead;
        this.lead = lead;
    }

    /**
     * The correlation at one lead.
     *
     * @param lead weeks by which the signal comes before the target; below 0 it follows
     * @param weeks pairs of weeks with both figures
     * @param r Pearson's correlation; {@code NaN} with fewer than 10 pairs
     * @param lower 2.5 % limit
     * @param upper 97.5 % limit
     */
    public record ByLead(int lead, int weeks, double r, double lower, double upper) {}

    /** The lead at which the correlation is highest, with 95 % limits. */
    public record Lead(int weeks, int lower, int upper) {}

    /**
     * Compares two series, {@code NaN} where a week has no figure.
     *
     * @param signal as long as {@code target}
     * @param mostLead leads from minus this to this are tried
     * @param block weeks to a block; about the weeks after which a week no longer resembles itself
     * @param seed for the draws
     */
    public static CrossCorrelation of(
            double[] signal, double[] target, int mostLead, int block, int seed) {
        int n = target.length;
        int[] all = new int[n];
        Arrays.setAll(all, i -> i);
        int leads = 2 * mostLead + 1;
        double[][] drawn = new double[leads][DRAWS];
        double[] best = new double[DRAWS];
        RDraws draws = new RDraws(seed);
        for (int d = 0; d < DRAWS; d++) {
            int[] weeks = blocks(draws, n, Math.min(block, n));
            best[d] = mostLead;
            for (int k = 0; k < leads; k++) {
                drawn[k][d] = correlation(signal, target, k - mostLead, weeks);
                if (drawn[k][d] > drawn[(int) best[d]][d]) {
                    best[d] = k;
                }
            }
        }
        List<ByLead> byLead = new ArrayList<>();
        for (int k = 0; k < leads; k++) {
            double r = correlation(signal, target, k - mostLead, all);
            byLead.add(
                    new ByLead(
                            k - mostLead,
                            pairs(signal, target, k - mostLead),
                            r,
                            percentile(drawn[k], 0.025),
                            percentile(drawn[k], 0.975)));
        }
        return new CrossCorrelation(byLead, lead(byLead, best, mostLead));
    }

    private static Lead lead(List<ByLead> byLead, double[] best, int mostLead) {
        int highest = 0;
        for (int k = 1; k < byLead.size(); k++) {
            double r = byLead.get(k).r();
            if (r > byLead.get(highest).r() || Double.isNaN(byLead.get(highest).r())) {
                highest = k;
            }
        }
        return new Lead(
                highest - mostLead,
                (int) percentile(best, 0.025) - mostLead,
                (int) percentile(best, 0.975) - mostLead);
    }

    /** Every lead, from the most negative on. */
    public List<ByLead> byLead() {
        return List.copyOf(byLead);
    }

    /** The lead with the highest correlation. */
    public Lead lead() {
        return lead;
    }

    private static int[] blocks(RDraws draws, int n, int block) {
        int[] weeks = new int[n];
        for (int i = 0; i < n; i += block) {
            int start = draws.index(n - block + 1);
            for (int j = 0; j < block && i + j < n; j++) {
                weeks[i + j] = start + j;
            }
        }
        return weeks;
    }

    private static int pairs(double[] signal, double[] target, int lead) {
        int pairs = 0;
        for (int i = 0; i < target.length; i++) {
            int from = i - lead;
            boolean inside = from >= 0 && from < signal.length;
            pairs += inside && !Double.isNaN(signal[from] + target[i]) ? 1 : 0;
        }
        return pairs;
    }

    private static double correlation(double[] signal, double[] target, int lead, int[] weeks) {
        double[] x = new double[weeks.length];
        double[] y = new double[weeks.length];
        int n = 0;
        for (int i : weeks) {
            int from = i - lead;
            if (from >= 0 && from < signal.length && !Double.isNaN(signal[from] + target[i])) {
                x[n] = signal[from];
                y[n++] = target[i];
            }
        }
        return n < LEAST_PAIRS
                ? Double.NaN
                : PointScores.correlation(Arrays.copyOf(x, n), Arrays.copyOf(y, n));
    }

    private static double percentile(double[] values, double probability) {
        double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        return known.length == 0
                ? Double.NaN
                : known[(int) Math.round(probability * (known.length - 1))];
    }
}
