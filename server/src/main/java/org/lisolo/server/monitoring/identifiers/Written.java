package org.lisolo.server.monitoring.identifiers;

import org.lisolo.screening.Span;
import org.lisolo.screening.phi.PhiCategory;
import org.lisolo.screening.phi.PhiFinding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Findings as they are stored: {@code 12-18 NAME 93 model.name; 30-35 …}, offsets in UTF-16 units,
 * confidence in hundredths, the reason as its key. No word of the text.
 */
final class Written {
    private Written() {}

    static String of(List<PhiFinding> findings) {
        return findings.stream()
                .map(
                        one ->
                                one.span().start()
                                        + "-"
                                        + one.span().end()
                                        + " "
                                        + one.category().name()
                                        + " "
                                        + Math.round(one.confidence() * 100)
                                        + " "
                                        + one.reason())
                .collect(Collectors.joining("; "));
    }

    static List<PhiFinding> read(String written) {
        return written.isEmpty()
                ? List.of()
                : Arrays.stream(written.split("; ")).map(Written::one).toList();
    }

    private static PhiFinding one(String written) {
        String[] parts = written.split(" ", 4);
        return new PhiFinding(
                span(parts[0]),
                PhiCategory.valueOf(parts[1]),
                Integer.parseInt(parts[2]) / 100.0,
                parts[3],
                Optional.empty());
    }

    static Span span(String written) {
        int dash = written.indexOf('-');
        return new Span(
                Integer.parseInt(written, 0, dash, 10),
                Integer.parseInt(written, dash + 1, written.length(), 10));
    }
}
