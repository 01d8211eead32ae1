package org.lisolo.surveillance.nowcast;

import java.util.List;

/** The ways to predict this week from the weeks before and the signals of this week. */
public enum NowcastMethod {
    /** As last week. */
    PERSISTENCE("persistence"),
    /** Three lags and two yearly waves on all unbroken history, least squares. */
    AR("ar"),
    /** Lasso on 52 lags and the signals (Yang, Santillana and Kou 2015). */
    ARGO("argo"),
    /**
     * Ours: eight models, weighed by their latest errors; {@code docs/surveillance-nowcasts.md}.
     */
    LISOLO("lisolo");

    private final String word;

    NowcastMethod(String word) {
        this.word = word;
    }

    /** What it is called on the command line. */
    public String word() {
        return word;
    }

    /** Its models; several are weighed by {@link Weighing}. */
    List<Expert> experts(int window) {
        return switch (this) {
            case PERSISTENCE -> List.of(new Persistence());
            case AR -> List.of(new Autoregression(2, 0, false, false));
            case ARGO -> List.of(new Argo(window));
            case LISOLO ->
                    List.of(
                            new SignalRidge(window, 2, 5),
                            new SignalRidge(window + window / 2, 2, 5),
                            new SignalRidge(window, 0, 5),
                            new Autoregression(3, 0, true, true),
                            new Autoregression(0, 0, true, true),
                            new Autoregression(0, window, true, true),
                            new Autoregression(0, window, false, true),
                            new Persistence());
        };
    }
}
