package org.lisolo.server.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;

import org.lisolo.server.platform.Figure;
import org.lisolo.server.platform.Figures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Holds the modules' figures ready for whoever asks for metrics: what is asked costs no query, and
 * is answered while the database is away, then with no number rather than an old one.
 */
@Component
class Gauges {
    private static final Logger log = LoggerFactory.getLogger(Gauges.class);

    private record Name(String name, Map<String, String> labels) {}

    private final List<Figures> modules;
    private final MeterRegistry registry;
    private final Map<Name, Double> values = new ConcurrentHashMap<>();
    private boolean away;

    Gauges(List<Figures> modules, MeterRegistry registry) {
        this.modules = List.copyOf(modules);
        this.registry = registry;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void measure() {
        Set<Name> known = new HashSet<>();
        try {
            for (Figures module : modules) {
                for (Figure figure : module.figures()) {
                    known.add(keep(figure));
                }
            }
            away = false;
        } catch (RuntimeException e) {
            if (!away) {
                log.warn("there are no figures to measure: {}", e.getClass().getName());
            }
            away = true;
        }
        values.replaceAll((name, value) -> known.contains(name) ? value : Double.NaN);
    }

    private Name keep(Figure figure) {
        var name = new Name(figure.name(), figure.labels());
        if (values.put(name, figure.value()) == null) {
            Gauge.builder(figure.name(), () -> values.getOrDefault(name, Double.NaN))
                    .tags(
                            figure.labels().entrySet().stream()
                                    .map(label -> Tag.of(label.getKey(), label.getValue()))
                                    .toList())
                    .register(registry);
        }
        return name;
    }
}
