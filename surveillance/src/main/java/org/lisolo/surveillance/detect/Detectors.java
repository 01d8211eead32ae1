package org.lisolo.surveillance.detect;

import org.lisolo.surveillance.Problem;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Detectors by name, from a control whose keys, defaults and meaning are those of R. */
public final class Detectors {
    private Detectors() {}

    /** The names of all methods. */
    public static List<String> methods() {
        return List.of(
                "lisolo",
                "farringtonFlexible",
                "farrington",
                "earsC",
                "earsReweighted",
                "rki",
                "bayes",
                "cusum",
                "glrPois",
                "glrNb",
                "outbreakP");
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
                    case "lisolo" -> sustainedRise(given);
                    case "farringtonFlexible" -> farringtonFlexible(given);
                    case "farrington" -> farrington(given);
                    case "earsC" -> ears(given);
                    case "earsReweighted" -> earsReweighted(given);
                    case "rki" -> rki(given);
                    case "bayes" -> bayes(given);
                    case "cusum" -> cusum(given);
                    case "glrPois", "glrpois" -> glr(true, given);
                    case "glrNb", "glrnb" -> glr(false, given);
                    case "outbreakP" -> outbreakP(given);
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

    private static Detector sustainedRise(RControl given) {
        SustainedRise.Control usual = SustainedRise.Control.recommended(0.005);
        return new SustainedRise(
                new SustainedRise.Control(
                        given.number("alpha", usual.alpha()),
                        given.whole("years", usual.years()),
                        given.number("weightsThreshold", usual.weightsThreshold()),
                        given.number("follow", usual.follow()),
                        given.has("limit54") ? given.limit54() : usual.limit54()));
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

    private static Detector ears(RControl given) {
        Ears.Method method =
                given.choice(
                        "method",
                        Ears.Method.C1,
                        Map.of("C1", Ears.Method.C1, "C2", Ears.Method.C2, "C3", Ears.Method.C3));
        return new Ears(
                new Ears.Control(
                        method,
                        given.whole("baseline", 7),
                        given.number("minSigma", 0),
                        given.number("alpha", method == Ears.Method.C3 ? 0.025 : 0.001)));
    }

    private static Detector earsReweighted(RControl given) {
        return new EarsReweighted(
                new EarsReweighted.Control(
                        given.number("alpha", 0.025),
                        given.number("alpha_outlier", 0.05),
                        given.number("k_decay", 4),
                        given.whole("no_historic", 7),
                        given.flag("same_weekday_baseline", false)));
    }

    private static Detector rki(RControl given) {
        return new Rki(
                new Rki.Control(
                        given.whole("b", 2), given.whole("w", 4), given.flag("actY", false)));
    }

    private static Detector bayes(RControl given) {
        return new Bayes(
                new Bayes.Control(
                        given.whole("b", 0),
                        given.whole("w", 6),
                        given.flag("actY", true),
                        given.number("alpha", 0.05)));
    }

    private static Detector outbreakP(RControl given) {
        return new OutbreakP(
                new OutbreakP.Control(
                        given.number("k", 100),
                        given.choice("ret", false, Map.of("value", false, "cases", true)),
                        given.number("maxUpperboundCases", 1e5)));
    }

    private static Detector cusum(RControl given) {
        Cusum.InControl m = new Cusum.InControl.MeanBefore();
        if (given.isText("m")) {
            m = given.choice("m", m, Map.of("glm", new Cusum.InControl.OneWave()));
        } else if (given.has("m")) {
            m = new Cusum.InControl.Given(given.number("m", 0));
        }
        return new Cusum(
                new Cusum.Control(
                        given.number("k", 1.04),
                        given.number("h", 2.26),
                        m,
                        given.choice("trans", Cusum.Transform.STANDARD, transforms()),
                        given.number("alpha", 0.1)));
    }

    private static Map<String, Cusum.Transform> transforms() {
        return Map.of(
                "standard", Cusum.Transform.STANDARD,
                "rossi", Cusum.Transform.ROSSI,
                "anscombe", Cusum.Transform.ANSCOMBE,
                "anscombe2nd", Cusum.Transform.ANSCOMBE_2ND,
                "pearsonNegBin", Cusum.Transform.PEARSON_NEG_BIN,
                "anscombeNegBin", Cusum.Transform.ANSCOMBE_NEG_BIN,
                "none", Cusum.Transform.NONE);
    }

    private static Detector glr(boolean poisson, RControl given) {
        Optional<Double> alpha =
                poisson ? Optional.of(given.number("alpha", 0)) : given.number("alpha");
        if (poisson && alpha.orElse(0.0) != 0) {
            throw given.bad("alpha", "must be 0 for glrPois");
        }
        return new Glr(
                poisson,
                new Glr.Control(
                        given.number("c.ARL", 5),
                        mu0(given),
                        alpha,
                        given.whole("Mtilde", 1),
                        given.whole("M", -1),
                        given.choice(
                                "change",
                                Glr.Change.INTERCEPT,
                                Map.of(
                                        "intercept", Glr.Change.INTERCEPT,
                                        "epi", Glr.Change.EPI)),
                        given.number("theta"),
                        given.choice("dir", true, Map.of("inc", true, "dec", false)),
                        given.choice("ret", false, Map.of("value", false, "cases", true)),
                        given.number("xMax", 1e4)));
    }

    private static Glr.InControl mu0(RControl given) {
        Optional<RControl> model = given.within("mu0");
        if (model.isEmpty()) {
            return new Glr.InControl.Given(
                    Arrays.stream(given.numbers("mu0").orElseThrow()).boxed().toList());
        }
        RControl inner = model.get();
        Glr.InControl mean =
                new Glr.InControl.Model(
                        inner.whole("S", 1),
                        inner.flag("trend", false),
                        inner.flag("refit", false));
        inner.done();
        return mean;
    }
}
