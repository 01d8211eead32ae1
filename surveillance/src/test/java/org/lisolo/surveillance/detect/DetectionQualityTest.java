package org.lisolo.surveillance.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.lisolo.surveillance.series.Calendar;
import org.lisolo.surveillance.series.CountSeries;
import org.lisolo.surveillance.series.CsvTable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/**
 * Detection on the simulated outbreaks: the last 49 weeks of 159 series. A curve is made by running
 * a detector at many thresholds; its value at a rate of false alarms is the best share of outbreaks
 * found by a threshold with no more false alarms than that.
 */
class DetectionQualityTest {
    private static final int FIRST = 576;
    private static final int LAST = 624;
    private static final double[] RATES = {
        0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2
    };
    private static final double[] ALPHAS = {
        1e-12, 1e-8, 1e-6, 3e-5, 2e-4, 5e-4, 0.001, 0.002, 0.004, 0.007, 0.01, 0.015, 0.02, 0.03,
        0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5
    };

    @Test
    void findsMoreOutbreaksThanEarsAndFarringtonFlexibleAtEveryRateOfFalseAlarms() {
        Optional<Path> file = data();
        assumeTrue(file.isPresent(), "skipped: the simulated series are not here");
        List<Simulated> all = read(file.orElseThrow());
        Map<String, Curve> curves = new LinkedHashMap<>();
        curves.put("lisolo", curve(all, a -> new SustainedRise(control(a))));
        curves.put(
                "farringtonFlexible",
                curve(all, a -> new FarringtonFlexible(FarringtonFlexible.Control.noufaily(a))));
        for (Ears.Method method : Ears.Method.values()) {
            curves.put(
                    "EARS " + method, curve(all, a -> new Ears(new Ears.Control(method, 7, 0, a))));
        }
        curves.put(
                "earsReweighted",
                curve(
                        all,
                        a -> new EarsReweighted(new EarsReweighted.Control(a, 0.05, 4, 7, false))));
        curves.forEach(DetectionQualityTest::print);
        Curve ours = curves.get("lisolo");
        curves.forEach(
                (name, other) -> {
                    for (double rate : RATES) {
                        assertThat(ours.found(rate))
                                .as("%s at %s", name, rate)
                                .isGreaterThanOrEqualTo(other.found(rate));
                    }
                });
        Point usual = point(all, new SustainedRise(control(0.005)));
        System.out.printf(
                Locale.ROOT,
                "lisolo as recommended: false alarms %.4f, found %.3f, delay %.2f weeks%n",
                usual.falseAlarms(),
                usual.found(),
                usual.delay());
    }

    private static SustainedRise.Control control(double alpha) {
        return SustainedRise.Control.recommended(alpha);
    }

    private static void print(String name, Curve curve) {
        StringBuilder line = new StringBuilder("| " + name + " |");
        for (double rate : RATES) {
            line.append(
                    String.format(
                            Locale.ROOT,
                            " %.0f (%.1f) |",
                            100 * curve.found(rate),
                            curve.delay(rate)));
        }
        System.out.println(line);
    }

    private record Simulated(CountSeries series, boolean[] outbreak) {}

    private record Point(double falseAlarms, double found, double delay) {}

    private record Curve(List<Point> points) {
        double found(double rate) {
            return best(rate).found();
        }

        double delay(double rate) {
            return best(rate).delay();
        }

        private Point best(double rate) {
            return points.stream()
                    .filter(point -> point.falseAlarms() <= rate)
                    .max(java.util.Comparator.comparingDouble(Point::found))
                    .orElse(new Point(0, 0, 0));
        }
    }

    private static Curve curve(List<Simulated> all, DoubleFunction<Detector> detectors) {
        List<Point> points = new ArrayList<>();
        for (double alpha : ALPHAS) {
            points.add(point(all, detectors.apply(alpha)));
        }
        return new Curve(points);
    }

    private static Point point(List<Simulated> all, Detector detector) {
        int clean = 0;
        int falseAlarms = 0;
        int outbreaks = 0;
        int found = 0;
        int delays = 0;
        for (Simulated one : all) {
            Detection detection = detector.detect(one.series(), FIRST, LAST);
            int began = 0;
            int alarmed = 0;
            for (int week = FIRST; week <= LAST; week++) {
                boolean alarm = detection.alarm(week) == Alarm.RAISED;
                if (one.outbreak()[week - 1]) {
                    began = began == 0 ? week : began;
                    alarmed = alarm && alarmed == 0 ? week : alarmed;
                } else {
                    clean++;
                    falseAlarms += alarm ? 1 : 0;
                }
            }
            outbreaks += began > 0 ? 1 : 0;
            found += alarmed > 0 ? 1 : 0;
            delays += alarmed > 0 ? alarmed - began : 0;
        }
        return new Point(
                falseAlarms / (double) clean,
                found / (double) outbreaks,
                found == 0 ? 0 : delays / (double) found);
    }

    private static List<Simulated> read(Path file) {
        Map<String, List<double[]>> rows = new LinkedHashMap<>();
        try (CsvTable table = CsvTable.open(file)) {
            table.forEachRemaining(
                    row ->
                            rows.computeIfAbsent(row.text("series"), name -> new ArrayList<>())
                                    .add(
                                            new double[] {
                                                row.number("observed"), row.number("outbreak_cases")
                                            }));
        }
        List<Simulated> all = new ArrayList<>();
        rows.forEach(
                (name, weeks) -> {
                    boolean[] outbreak = new boolean[weeks.size()];
                    for (int i = 0; i < outbreak.length; i++) {
                        outbreak[i] = weeks.get(i)[1] > 0;
                    }
                    double[] observed = weeks.stream().mapToDouble(week -> week[0]).toArray();
                    all.add(
                            new Simulated(
                                    CountSeries.of(name, Calendar.weekly(2000), observed),
                                    outbreak));
                });
        return all;
    }

    private static Optional<Path> data() {
        String given = System.getenv("LISOLO_SHARED");
        String property = System.getProperty("lisolo.shared", given == null ? "" : given);
        return Stream.of(property, "../shared", "../../shared", "../../../shared")
                .filter(place -> !place.isEmpty())
                .map(place -> Path.of(place, "data/surveillance/detection_sim/series.csv"))
                .filter(Files::exists)
                .findFirst();
    }
}
