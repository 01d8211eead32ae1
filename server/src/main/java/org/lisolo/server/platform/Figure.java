package org.lisolo.server.platform;

import java.util.Map;

/**
 * One thing that whoever runs the server watches, as it stands now.
 *
 * @param name as Micrometer writes names, {@code lisolo.mail.waiting}; it stands in the operator's
 *     guide
 * @param labels what the value is of; words of ours, never anything about a person
 * @param value in the unit that the guide says; NaN where there is none
 */
public record Figure(String name, Map<String, String> labels, double value) {
    public Figure {
        labels = Map.copyOf(labels);
    }

    public static Figure of(String name, double value) {
        return new Figure(name, Map.of(), value);
    }

    public static Figure of(String name, String label, String of, double value) {
        return new Figure(name, Map.of(label, of), value);
    }
}
