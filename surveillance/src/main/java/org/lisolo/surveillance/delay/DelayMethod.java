package org.lisolo.surveillance.delay;

import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.delay.ReportingTriangle.Late;

import java.time.LocalDate;
import java.util.List;

/** The ways to complete the newest counts. */
public enum DelayMethod {
    /**
     * Every total from what is there to the largest thinkable is as likely: the bound of ignorance.
     */
    UNIF("unif"),
    /** Dirichlet delays learnt as if no report were missing (R: {@code bayes.notrunc}). */
    BAYES_NOTRUNC("bayesNotrunc"),
    /** Generalised Dirichlet delays that know what cannot be there yet (R: {@code bayes.trunc}). */
    BAYES_TRUNC("bayesTrunc"),
    /** Reverse-time hazards (Lawless 1994). */
    LAWLESS("lawless"),
    /** Reports so far over the share that is usually in by now. */
    CHAIN_LADDER("chainLadder"),
    /** The chain ladder weighed against the weeks before by how much each can tell. */
    LISOLO("lisolo");

    private final String word;

    DelayMethod(String word) {
        this.word = word;
    }

    /** What it is called on the command line. */
    public String word() {
        return word;
    }

    /**
     * What the periods from {@code now} less the longest delay to {@code now} will become.
     *
     * @param now the newest period; reports after it are not looked at
     * @param longest the longest delay in periods
     * @param window how many periods to learn delays from, at least {@code longest}; 0 for all. R's
     *     {@code m} (the newest period and {@code window} before it) in R's methods; the newest
     *     {@code window} in the other two
     * @return the oldest period first
     * @throws Problem if the list is too short
     */
    public List<DelayNowcast> nowcast(
            LineList list, LocalDate now, int longest, int window, DelayControl control) {
        if (longest < 1) {
            throw new Problem("control", "must be at least 1", "max-delay");
        }
        Late late = this == CHAIN_LADDER || this == LISOLO ? Late.LEFT_OUT : Late.GATHERED;
        int least = late == Late.LEFT_OUT ? longest + 1 : longest;
        if (window != 0 && window < least) {
            throw new Problem(
                    "control",
                    "must be at least " + least + " with this longest delay, or left out",
                    "window");
        }
        ReportingTriangle triangle = ReportingTriangle.of(list, now, longest, late);
        return switch (this) {
            case UNIF -> CountPosteriors.uniform(triangle, control);
            case BAYES_NOTRUNC -> new BayesDelays(triangle, window, control, false).nowcasts();
            case BAYES_TRUNC -> new BayesDelays(triangle, window, control, true).nowcasts();
            case LAWLESS -> LawlessDelays.nowcasts(triangle, window, control);
            case CHAIN_LADDER ->
                    new CompletedCounts(triangle, window, control.alpha(), false).nowcasts();
            case LISOLO -> new CompletedCounts(triangle, window, control.alpha(), true).nowcasts();
        };
    }
}
