package org.lisolo.server.monitoring.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.lisolo.server.monitoring.alerts.Alert;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;

/** How long it took from the moment a message came in until its alert was raised. */
@Component
class AlertLatency {
    private final Timer timer;

    AlertLatency(MeterRegistry registry) {
        this.timer =
                Timer.builder("lisolo.alert.latency")
                        .serviceLevelObjectives(
                                Duration.ofMillis(500),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(15),
                                Duration.ofMinutes(1))
                        .register(registry);
    }

    void raised(List<Alert> alerts) {
        for (Alert alert : alerts) {
            Duration took = Duration.between(alert.receivedAt(), alert.raisedAt());
            timer.record(took.isNegative() ? Duration.ZERO : took);
        }
    }
}
