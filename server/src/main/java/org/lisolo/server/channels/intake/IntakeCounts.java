package org.lisolo.server.channels.intake;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

import java.util.List;

/** How many lines came in, by what became of them. */
@Component
class IntakeCounts {
    private final MeterRegistry registry;

    IntakeCounts(MeterRegistry registry) {
        this.registry = registry;
        for (String outcome : List.of("accepted", "known", "ignored", "set-aside", "refused")) {
            add(outcome, 0);
        }
    }

    void count(List<Answer> answers) {
        answers.forEach(answer -> add(outcome(answer), 1));
    }

    private void add(String outcome, int some) {
        registry.counter("lisolo.events", "outcome", outcome).increment(some);
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
