package org.lisolo.surveillance.detect;

import org.lisolo.surveillance.Problem;

import java.util.List;
import java.util.Map;

/** Detectors by name, from a control whose keys, defaults and meaning are those of R. */
public final class Detectors {
    private Detectors() {}

    /** The names of all methods. */
    public static List<String> methods() {
        return List.of("farringtonFlexible", "farrington");
    }

    /**
     * A detector by name.
     *
     * @param control keys to {@link Number}, {@link Boolean}, {@link String}, {@link List} and
     *     {@link Map}, without nulls
     * @throws Problem where the method or a key is unknown, or a value cannot be used
     */
    public static Detector of(String method, Map<String, Object> control) {
        RControl given = new RControl(control);
        Detector detector =
                switch (method) {
                    case "farringtonFlexible" -> farringtonFlexible(given);
                    case "farrington" -> farrington(given);
                    default ->
                            throw new Problem(
                                    "method",
                                    "there is no method of that name; there are "
                                            + String.join(", ", methods()),
                                    "method");
                };
        given.done();
        return detector;
    }

    private static Detector farringtonFlexible(RControl given) {
        given.ignoring("verbose", "glmWarnings");
        given.choice("fitFun", "", Map.of("algo.farrington.fitGLM.flexible", ""));
        int w = given.whole("w", 3);
        return new FarringtonFlexible(
                new FarringtonFlexible.Control(
                        given.whole("b", 5),
                        w,
                        given.whole("noPeriods", 1),
                        given.whole("pastWeeksNotIncluded", w),
                        given.flag("trend", true),
                        given.number("pThresholdTrend", 0.05),
                        given.flag("reweight", true),
                        given.number("weightsThreshold", 2.58),
                        given.flag("populationOffset", false),
                        given.number("alpha", 0.05),
                        given.choice(
                                "thresholdMethod",
                                FarringtonFlexible.ThresholdMethod.DELTA,
                                Map.of(
                                        "delta", FarringtonFlexible.ThresholdMethod.DELTA,
                                        "nbPlugin", FarringtonFlexible.ThresholdMethod.NB_PLUGIN,
                                        "muan", FarringtonFlexible.ThresholdMethod.MUAN)),
                        given.powertrans(),
                        given.limit54()));
    }

    private static Detector farrington(RControl given) {
        given.ignoring("verbose", "plot");
        return new Farrington(
                new Farrington.Control(
                        given.whole("b", 5),
                        given.whole("w", 3),
                        given.flag("reweight", true),
                        given.number("alpha", 0.05),
                        given.flag("trend", true),
                        given.limit54(),
                        given.powertrans(),
                        given.choice(
                                "fitFun",
                                Farrington.FitFunction.FAST,
                                Map.of(
                                        "algo.farrington.fitGLM.fast",
                                        Farrington.FitFunction.FAST,
                                        "algo.farrington.fitGLM",
                                        Farrington.FitFunction.PLAIN,
                                        "algo.farrington.fitGLM.populationOffset",
                                        Farrington.FitFunction.POPULATION_OFFSET))));
    }
}
