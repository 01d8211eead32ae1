package org.lisolo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Debian's wrk against this machine, over a list of paths in turn. */
final class Wrk {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern SHARE = Pattern.compile("(50|99)%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern WRONG = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    private final int port;
    private final int connections;
    private final int seconds;

    Wrk(int port, int connections, int seconds) {
        this.port = port;
        this.connections = connections;
        this.seconds = seconds;
    }

    /** Requests a second, and milliseconds that half and 99 of 100 did not exceed. */
    record Result(double rate, double p50, double p99) {}

    Result get(List<String> paths, List<String> headers) throws IOException, InterruptedException {
        var script = new StringBuilder("local paths = {");
        paths.forEach(path -> script.append('"').append(path).append("\","));
        script.append(
                """
                }
                local n = 0
                request = function()
                  n = n + 1
                  return wrk.format("GET", paths[n % #paths + 1])
                end
                """);
        return run(script.toString(), headers);
    }

    /** Runs a script of wrk's own. */
    Result run(String lua, List<String> headers) throws IOException, InterruptedException {
        Path script = Files.createTempFile(BenchServer.folder(), "wrk", ".lua");
        Files.writeString(script, lua);
        List<String> command = new ArrayList<>();
        command.addAll(
                List.of(
                        "wrk",
                        "--latency",
                        "-t1",
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "-s",
                        script.toString()));
        headers.forEach(header -> command.addAll(List.of("-H", header)));
        command.add("http://127.0.0.1:" + port);
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        Files.delete(script);
        Matcher wrong = WRONG.matcher(said);
        Matcher rate = RATE.matcher(said);
        if (wrong.find() || !rate.find()) {
            throw new IOException("wrk said:\n" + said);
        }
        return new Result(Double.parseDouble(rate.group(1)), share(said, 50), share(said, 99));
    }

    private static double share(String said, int percent) {
        Matcher share = SHARE.matcher(said);
        while (share.find()) {
            if (Integer.parseInt(share.group(1)) == percent) {
                double value = Double.parseDouble(share.group(2));
                return switch (share.group(3)) {
                    case "us" -> value / 1_000;
                    case "ms" -> value;
                    default -> value * 1_000;
                };
            }
        }
        return Double.NaN;
    }
}
