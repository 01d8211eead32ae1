package org.lisolo.surveillance.signal;

/**
 * The two-by-two table of a drug and an event over distinct reports.
 *
 * @param both reports with the drug and the event, at least 1
 * @param drugOnly reports with the drug without the event
 * @param eventOnly reports with the event without the drug
 * @param neither all other reports
 * @param expected reports with both if drug and event had nothing to do with each other: drug total
 *     × event total / all reports, summed over the strata
 */
public record PairCounts(
        String drug,
        String event,
        int both,
        int drugOnly,
        int eventOnly,
        int neither,
        double expected) {

    /**
     * A ratio with its 95 % limits; NaN where a limit cannot be had, infinite where a cell is 0.
     */
    public record Ratio(double value, double lower, double upper) {
        private static Ratio of(double value, double variance) {
            double off = 1.96 * Math.sqrt(variance);
            return new Ratio(
                    value, Math.exp(Math.log(value) - off), Math.exp(Math.log(value) + off));
        }
    }

    /**
     * The proportional reporting ratio (Evans, Waller and Davis 2001, Pharmacoepidemiol. Drug Saf.
     * 10:483): the event's share among the drug's reports over its share among all others.
     */
    public Ratio proportionalRatio() {
        double a = both;
        double c = eventOnly;
        double withDrug = a + drugOnly;
        double without = c + neither;
        return Ratio.of((a / withDrug) / (c / without), 1 / a - 1 / withDrug + 1 / c - 1 / without);
    }

    /** The reporting odds ratio (van Puijenbroek et al. 2002, the same journal 11:3). */
    public Ratio oddsRatio() {
        double a = both;
        double b = drugOnly;
        double c = eventOnly;
        double d = neither;
        return Ratio.of((a * d) / (b * c), 1 / a + 1 / b + 1 / c + 1 / d);
    }

    /** χ² of the table with Yates's correction (1934), which never makes the distance negative. */
    public double chiSquareYates() {
        double a = both;
        double b = drugOnly;
        double c = eventOnly;
        double d = neither;
        double n = a + b + c + d;
        double off = Math.max(0, Math.abs(a * d - b * c) - n / 2);
        return n * off * off / ((a + b) * (c + d) * (a + c) * (b + d));
    }

    /**
     * The information component, log₂ of observed over expected, both with ½ added (Norén,
     * Hopstadius and Bate 2013, Stat. Methods Med. Res. 22:57, section 2.2).
     */
    public double informationComponent() {
        return Math.log((both + 0.5) / (expected + 0.5)) / Math.log(2);
    }

    /** The lower 95 % credibility limit of the information component (the same, appendix). */
    public double informationLower() {
        double n = both + 0.5;
        return informationComponent() - 3.3 / Math.sqrt(n) - 2 / (n * Math.sqrt(n));
    }
}
