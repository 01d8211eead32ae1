package org.lisolo.server.monitoring.alerts;

import org.lisolo.screening.Span;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Offsets as they are stored: {@code 12-18 30-35}. */
public final class Spans {
    private Spans() {}

    public static String written(List<Span> spans) {
        return spans.stream()
                .map(span -> span.start() + "-" + span.end())
                .collect(Collectors.joining(" "));
    }

    public static List<Span> read(String written) {
        if (written.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(written.split(" "))
                .map(
                        span -> {
                            int dash = span.indexOf('-');
                            return new Span(
                                    Integer.parseInt(span, 0, dash, 10),
                                    Integer.parseInt(span, dash + 1, span.length(), 10));
                        })
                .toList();
    }
}
