package org.lisolo.surveillance.nowcast;

import org.lisolo.surveillance.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Predicts week after week as if each were today: the official figure is known to the week before,
 * the signals to the week itself, and models are refitted every week. Intervals come from the
 * errors of the last 104 weeks ({@link ErrorSizes}). A prediction depends on the file up to its
 * week only, and not on the weeks asked for beside it. Immutable; safe for use by several threads.
 */
public final class Nowcasts {
    /** Weeks that an interval looks back: the errors it is made of, and those they are held to. */
    private static final int JUDGED = 2 * ErrorSizes.JUDGED;

    private final WeeklyTable table;
    private final List<Expert> experts;
    private final int horizons;

    /**
     * @param window weeks that models with a moving window learn from, at least 60
     * @param horizons how many weeks to predict from each week, the week itself included; 1 to 8
     */
    public Nowcasts(WeeklyTable table, NowcastMethod method, int window, int horizons) {
        if (window < 60 || window > 5200) {
            throw new Problem("control", "must be 60 to 5200 weeks", "window");
        }
        if (horizons < 1 || horizons > 8) {
            throw new Problem("control", "must be 1 to 8 weeks", "horizons");
        }
        this.table = table;
        this.experts = method.experts(window);
        this.horizons = horizons;
    }

    /**
     * Predicts every week from {@code from} to {@code to}, by week, then horizon.
     *
     * @param from place of the first week in the table
     * @param to place of the last, at least {@code from}
     * @param threads how many to compute on
     */
    public List<WeekForecast> between(int from, int to, int threads) {
        if (from < 0 || to >= table.length() || from > to) {
            throw new Problem(
                    "range",
                    "the weeks asked for must lie between "
                            + table.week(0)
                            + " and "
                            + table.week(table.length() - 1),
                    "from, to");
        }
        int start = Math.max(0, from - JUDGED - 3 * horizons - Weighing.MEMORY);
        CausalLogs logs = new CausalLogs(table, horizons);
        double[][][] said = said(logs, start, to, threads);
        List<List<WeekForecast>> byHorizon = new ArrayList<>();
        for (int ahead = 1; ahead <= horizons; ahead++) {
            byHorizon.add(forecasts(logs, said[ahead - 1], start, from, to, ahead));
        }
        List<WeekForecast> all = new ArrayList<>();
        for (int i = 0; i <= to - from; i++) {
            for (List<WeekForecast> of : byHorizon) {
                all.add(of.get(i));
            }
        }
        return all;
    }

    /** By horizon, week from {@code start} on, and model: the predicted log. */
    private double[][][] said(CausalLogs logs, int start, int to, int threads) {
        double[][][] said = new double[horizons][to - start + 1][experts.size()];
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> weeks = new ArrayList<>();
            for (int now = start; now <= to; now++) {
                AsOf known = new AsOf(table, logs, now);
                int at = now - start;
                weeks.add(pool.submit(() -> ask(known, said, at)));
            }
            for (Future<?> week : weeks) {
                week.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return said;
    }

    private void ask(AsOf known, double[][][] said, int at) {
        for (int ahead = 1; ahead <= horizons; ahead++) {
            for (int k = 0; k < experts.size(); k++) {
                said[ahead - 1][at][k] = experts.get(k).predict(known, ahead);
            }
        }
    }

    private List<WeekForecast> forecasts(
            CausalLogs logs, double[][] said, int start, int from, int to, int ahead) {
        double[] weighed = new double[said.length];
        double[] came = new double[said.length];
        for (int i = 0; i < said.length; i++) {
            int week = start + i + ahead - 1;
            came[i] = week < table.length() ? logs.log(week) : Double.NaN;
            weighed[i] = weigh(said, came, i, ahead);
        }
        ErrorSizes sizes = new ErrorSizes(weighed, came, ahead);
        List<WeekForecast> forecasts = new ArrayList<>();
        for (int now = from; now <= to; now++) {
            int i = now - start;
            int week = now + ahead - 1;
            double observed = week < table.length() ? table.target(week) : Double.NaN;
            forecasts.add(
                    new WeekForecast(
                            table.week(now),
                            table.week(week),
                            ahead,
                            observed,
                            Math.exp(weighed[i]),
                            logs.zeroBelow(now),
                            sizes.before(i)));
        }
        return forecasts;
    }

    /** Weighs the models of one week by the weeks whose outcome was known then. */
    private double weigh(double[][] said, double[] came, int i, int ahead) {
        int newest = i - ahead;
        int count = Math.clamp(newest + 1, 0, Weighing.MEMORY);
        double[][] before = new double[count][];
        double[] outcome = new double[count];
        for (int back = 0; back < count; back++) {
            before[back] = said[newest - back];
            outcome[back] = came[newest - back];
        }
        return Weighing.weigh(said[i], before, outcome, ahead);
    }
}
