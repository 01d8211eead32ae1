package org.lisolo.surveillance.fit;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Which periods of a series a model is fitted to, and the season each belongs to: stretches of
 * periods that follow one another within one season. Kept as stretches so that the counts of the
 * series are read where they lie. Positions are from 0. One thread at a time.
 */
public final class TrendDesign {
    private int stretches;
    private int seasons;
    private int rows;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int[] season = new int[64];

    /** Forgets all stretches. */
    public void clear() {
        stretches = 0;
        seasons = 0;
        rows = 0;
    }

    /**
     * Adds the periods {@code first} to {@code end} − 1.
     *
     * @param inSeason from 0; each season up to the highest must come at least once
     */
    public void add(int first, int end, int inSeason) {
        if (stretches == from.length) {
            from = Arrays.copyOf(from, 2 * stretches);
            to = Arrays.copyOf(to, 2 * stretches);
            season = Arrays.copyOf(season, 2 * stretches);
        }
        from[stretches] = first;
        to[stretches] = end;
        season[stretches] = inSeason;
        stretches++;
        rows += end - first;
        seasons = Math.max(seasons, inSeason + 1);
    }

    int stretches() {
        return stretches;
    }

    int from(int stretch) {
        return from[stretch];
    }

    int to(int stretch) {
        return to[stretch];
    }

    int season(int stretch) {
        return season[stretch];
    }

    int seasons() {
        return seasons;
    }

    /** Gives the position, from 0, of every period. */
    public void forEachRow(IntConsumer taker) {
        for (int s = 0; s < stretches; s++) {
            for (int i = from[s]; i < to[s]; i++) {
                taker.accept(i);
            }
        }
    }

    /** How many periods there are in all. */
    public int rows() {
        return rows;
    }
}
