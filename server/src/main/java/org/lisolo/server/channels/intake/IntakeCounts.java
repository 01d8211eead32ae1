package org.lisolo.server.channels.intake;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many lines came in, by what became of them. */
@Component
class IntakeCounts {
    private final Map<String, Counter> counters;

    IntakeCounts(MeterRegistry registry) {
        this.counters =
                Stream.of("accepted", "known", "ignored", "set-aside", "refused")
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        outcome ->
                                                registry.counter(
                                                        "lisolo.events", "outcome", outcome)));
    }

    void count(List<Answer> answers) {
        answers.forEach(answer -> requireNonNull(counters.get(outcome(answer))).increment());
    }

    private static String outcome(Answer answer) {
        return switch (answer) {
            case Answer.Accepted _ -> "accepted";
            case Answer.Known _ -> "known";
            case Answer.Ignored _ -> "ignored";
            case Answer.SetAside _ -> "set-aside";
            case Answer.Refused _ -> "refused";
        };
    }
}
