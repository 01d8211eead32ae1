package org.lisolo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the measurements have in common when they tell their results. */
final class Figures {
    private Figures() {}

    @SuppressWarnings("SystemOut") // a measurement speaks at the console
    static void say(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format + "%n", arguments);
        System.out.flush();
    }

    /** The machine and what else it was doing, so that nobody takes a busy one for a quiet one. */
    static void sayMachine() {
        say(
                "%d processors, %s, Java %s, load %s",
                Runtime.getRuntime().availableProcessors(), processor(), Runtime.version(), load());
    }

    static double median(List<Double> values) {
        return percentile(values, 0.5);
    }

    /** The value that this share of all is not above; NaN where there is none. */
    static double percentile(List<Double> values, double share) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, rank)];
    }

    private static String processor() {
        return line("/proc/cpuinfo", "model name").replaceFirst(".*:\\s*", "");
    }

    private static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
        } catch (IOException _) {
            return "unknown";
        }
    }

    private static String line(String file, String start) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(start)).findFirst().orElse("unknown");
        } catch (IOException _) {
            return "unknown";
        }
    }
}
