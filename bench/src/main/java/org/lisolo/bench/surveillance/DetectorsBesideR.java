package org.lisolo.bench.surveillance;

import org.lisolo.surveillance.detect.Alarm;
import org.lisolo.surveillance.detect.Detection;
import org.lisolo.surveillance.detect.Detector;
import org.lisolo.surveillance.detect.Ears;
import org.lisolo.surveillance.detect.EarsReweighted;
import org.lisolo.surveillance.detect.FarringtonFlexible;
import org.lisolo.surveillance.series.CountSeries;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Farrington flexible over many weekly series of ten years, their last 52 weeks each, beside R on a
 * sample of the same series in the same run; then all EARS, and 519 zones by 60 conditions for the
 * newest week. Times are processor time, because the machine may be shared; the threads' speed-up
 * is by the clock.
 *
 * <p>Arguments: number of series (10000), number of them R takes (12).
 */
public final class DetectorsBesideR {
    private static final int WEEKS = 520;
    private static final int MONITORED = 52;
    private static final Detector FARRINGTON =
            new FarringtonFlexible(FarringtonFlexible.Control.noufaily(0.005));

    private DetectorsBesideR() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int series = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int sample = args.length > 1 ? Integer.parseInt(args[1]) : 12;
        one(FARRINGTON, 1, Math.min(series, 500), MONITORED);
        double ours = farrington(series);
        besideR(ours, sample);
        ears(series);
        Figures newest = one(FARRINGTON, 1, 519 * 60, 1);
        newest.print("519 zones x 60 conditions, newest week");
    }

    private static double farrington(int series) throws InterruptedException {
        Figures small = one(FARRINGTON, 1, series / 10, MONITORED);
        Figures all = one(FARRINGTON, 1, series, MONITORED);
        all.print("Farrington flexible, " + series + " series x 52 weeks, 1 thread");
        say(
                "  heap held after %d series %.1f MB, after %d series %.1f MB",
                series / 10, small.heldMegabytes(), series, all.heldMegabytes());
        Figures two = threads(FARRINGTON, series, 2);
        two.print("Farrington flexible, the same, 2 threads");
        say(
                "  speed-up by the clock %.2f; processor time %.2f of one thread's",
                all.wallSeconds() / two.wallSeconds(),
                two.processorSeconds() / all.processorSeconds());
        return all.micros();
    }

    private static void ears(int series) {
        for (Ears.Method method : Ears.Method.values()) {
            Detector ears = new Ears(new Ears.Control(method, 7, 0, 0.001));
            one(ears, 1, series, MONITORED).print("EARS " + method);
        }
        Detector reweighted =
                new EarsReweighted(new EarsReweighted.Control(0.025, 0.05, 4, 7, false));
        one(reweighted, 1, series, MONITORED).print("EARS reweighted");
    }

    private record Figures(
            int series,
            long seriesWeeks,
            long alarms,
            double processorSeconds,
            double wallSeconds,
            double heldMegabytes) {
        double micros() {
            return processorSeconds / seriesWeeks * 1e6;
        }

        void print(String name) {
            say(
                    "%-58s %8.2f us a series-week, %7.2f s processor, %7.2f s clock, %d alarms",
                    name, micros(), processorSeconds, wallSeconds, alarms);
        }
    }

    /** One thread; making the series is not part of the processor time. */
    private static Figures one(Detector detector, int first, int last, int weeks) {
        Iterator<CountSeries> all = new SimulatedSeries(first, last, WEEKS);
        long alarms = 0;
        long processor = 0;
        long wall = 0;
        while (all.hasNext()) {
            CountSeries series = all.next();
            long beganProcessor = processorNanos();
            long beganWall = System.nanoTime();
            alarms += alarms(detector.detect(series, WEEKS - weeks + 1, WEEKS));
            processor += processorNanos() - beganProcessor;
            wall += System.nanoTime() - beganWall;
        }
        int n = last - first + 1;
        return new Figures(
                n, (long) n * weeks, alarms, processor / 1e9, wall / 1e9, heldMegabytes());
    }

    private static Figures threads(Detector detector, int series, int threads)
            throws InterruptedException {
        AtomicLong alarms = new AtomicLong();
        AtomicLong processor = new AtomicLong();
        AtomicLong wall = new AtomicLong();
        List<Thread> workers = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int first = 1 + t * series / threads;
            int last = (t + 1) * series / threads;
            workers.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        Figures part = one(detector, first, last, MONITORED);
                                        alarms.addAndGet(part.alarms());
                                        processor.addAndGet((long) (part.processorSeconds() * 1e9));
                                        wall.accumulateAndGet(
                                                (long) (part.wallSeconds() * 1e9), Math::max);
                                    }));
        }
        for (Thread worker : workers) {
            worker.join();
        }
        return new Figures(
                series,
                (long) series * MONITORED,
                alarms.get(),
                processor.get() / 1e9,
                wall.get() / 1e9,
                heldMegabytes());
    }

    private static long alarms(Detection detection) {
        long alarms = 0;
        for (int at = detection.from(); at <= detection.to(); at++) {
            if (detection.alarm(at) == Alarm.RAISED) {
                alarms++;
            }
        }
        return alarms;
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double heldMegabytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / 1e6;
    }

    private static void besideR(double ours, int sample) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lisolo-bench");
        Path data = folder.resolve("series.csv");
        Path script = folder.resolve("run.R");
        Path results = folder.resolve("bounds.csv");
        Files.write(data, csv(sample));
        Files.writeString(script, script(data, results));
        try {
            Process r =
                    new ProcessBuilder("Rscript", script.toString())
                            .redirectErrorStream(true)
                            .start();
            String output =
                    new String(
                            r.getInputStream().readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8);
            if (r.waitFor() != 0) {
                say("R could not run the sample: %s", output);
                return;
            }
            double theirs =
                    Double.parseDouble(output.lines().toList().getLast().strip())
                            / (sample * MONITORED)
                            * 1e6;
            say(
                    "R, %d of the same series: %.0f us a series-week (processor); %.0f times ours;"
                            + " %d bounds differ",
                    sample, theirs, theirs / ours, differing(sample, results));
        } catch (IOException e) {
            say("R is not installed here: nothing beside it (%s)", e);
        }
    }

    private static List<String> csv(int sample) {
        List<String> lines = new ArrayList<>();
        new SimulatedSeries(1, sample, WEEKS)
                .forEachRemaining(
                        series -> {
                            StringBuilder line = new StringBuilder();
                            for (double count : series.observed()) {
                                line.append(line.isEmpty() ? "" : ",").append((long) count);
                            }
                            lines.add(line.toString());
                        });
        return lines;
    }

    private static String script(Path data, Path results) {
        return """
        suppressMessages(library(surveillance))
        counts <- as.matrix(read.csv("%s", header = FALSE))
        control <- list(range = %d:%d, b = 5, w = 3, noPeriods = 10,
          pastWeeksNotIncluded = 26, pThresholdTrend = 1, thresholdMethod = "nbPlugin",
          weightsThreshold = 2.58, alpha = 0.005, glmWarnings = FALSE)
        run <- function(i) as.vector(upperbound(suppressWarnings(
          farringtonFlexible(sts(counts[i, ], start = c(2005, 1), frequency = 52), control))))
        invisible(run(1))
        time <- system.time(bounds <- sapply(seq_len(nrow(counts)), run))
        write.table(t(bounds), "%s", sep = ",", row.names = FALSE, col.names = FALSE)
        cat(time[["user.self"]] + time[["sys.self"]], "\\n")
        """
                .formatted(data, WEEKS - MONITORED + 1, WEEKS, results);
    }

    private static int differing(int sample, Path results) throws IOException {
        List<String> lines = Files.readAllLines(results);
        int differing = 0;
        for (int s = 1; s <= sample; s++) {
            CountSeries series = new SimulatedSeries(s, s, WEEKS).next();
            Detection found = FARRINGTON.detect(series, WEEKS - MONITORED + 1, WEEKS);
            String[] theirs = lines.get(s - 1).split(",", -1);
            for (int i = 0; i < MONITORED; i++) {
                double bound = found.upperbound(found.from() + i);
                double other = theirs[i].equals("NA") ? Double.NaN : Double.parseDouble(theirs[i]);
                if (Double.compare(bound, other) != 0) {
                    differing++;
                }
            }
        }
        return differing;
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static void say(String format, Object... figures) {
        System.out.printf(Locale.ROOT, format + "%n", figures);
    }
}
