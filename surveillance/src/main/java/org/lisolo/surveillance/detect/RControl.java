package org.lisolo.surveillance.detect;

import org.jspecify.annotations.Nullable;
import org.lisolo.surveillance.Problem;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * R's {@code control} list: keys to numbers, truth values, texts, lists and further such maps. What
 * is absent has R's default. A key that the method does not know is a problem.
 */
final class RControl {
    /** No count of periods or years is larger; keeps sizes from running over. */
    private static final int LARGEST = 100_000;

    private final String path;
    private final Map<String, Object> values;
    private final Set<String> known = new TreeSet<>();

    RControl(Map<String, Object> values) {
        this("", values);
    }

    private RControl(String path, Map<String, Object> values) {
        this.path = path;
        this.values = values;
    }

    /** Keys that R has and that change no result. */
    RControl ignoring(String... keys) {
        known.addAll(Arrays.asList(keys));
        return this;
    }

    boolean has(String key) {
        known.add(key);
        return values.containsKey(key);
    }

    double number(String key, double absent) {
        return has(key) ? asNumber(key, values.get(key)) : absent;
    }

    Optional<Double> number(String key) {
        return has(key) ? Optional.of(asNumber(key, values.get(key))) : Optional.empty();
    }

    int whole(String key, int absent) {
        return has(key) ? asWhole(key, values.get(key)) : absent;
    }

    boolean flag(String key, boolean absent) {
        if (!has(key)) {
            return absent;
        }
        if (values.get(key) instanceof Boolean flag) {
            return flag;
        }
        throw bad(key, "must be true or false");
    }

    /** One of several texts. */
    <T> T choice(String key, T absent, Map<String, T> choices) {
        if (!has(key)) {
            return absent;
        }
        T chosen = values.get(key) instanceof String text ? choices.get(text) : null;
        if (chosen == null) {
            throw bad(key, "must be one of " + String.join(", ", new TreeSet<>(choices.keySet())));
        }
        return chosen;
    }

    boolean isText(String key) {
        return has(key) && values.get(key) instanceof String;
    }

    /** Numbers, of which one alone may stand without a list around it. */
    Optional<double[]> numbers(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        Object value = values.get(key);
        List<?> list = value instanceof List<?> many ? many : List.of(orNothing(value));
        return Optional.of(list.stream().mapToDouble(one -> asNumber(key, one)).toArray());
    }

    /** A control within this one, empty where absent; none where the value is something else. */
    Optional<RControl> within(String key) {
        if (!has(key)) {
            return Optional.of(new RControl(path + key + "$", Map.of()));
        }
        if (!(values.get(key) instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        Map<String, Object> inner = new HashMap<>();
        map.forEach((k, v) -> inner.put(String.valueOf(k), orNothing(v)));
        return Optional.of(new RControl(path + key + "$", inner));
    }

    Limit54 limit54() {
        double[] limit = numbers("limit54").orElse(new double[] {5, 4});
        if (limit.length != 2) {
            throw bad("limit54", "must be two numbers, cases and periods");
        }
        return new Limit54(limit[0], asWhole("limit54", limit[1]));
    }

    PowerTransform powertrans() {
        return choice(
                "powertrans",
                PowerTransform.TWO_THIRDS,
                Map.of(
                        "2/3", PowerTransform.TWO_THIRDS,
                        "1/2", PowerTransform.HALF,
                        "none", PowerTransform.NONE));
    }

    /** Stops where a key was given that nobody asked for. */
    void done() {
        if (values.containsKey("range") && !known.contains("range")) {
            throw bad("range", "is given by from and to");
        }
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw bad(key, "is not known here; there are " + String.join(", ", known));
            }
        }
    }

    private double asNumber(String key, @Nullable Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw bad(key, "must be a number");
    }

    private int asWhole(String key, @Nullable Object value) {
        double number = asNumber(key, value);
        if (number != Math.rint(number) || Math.abs(number) > LARGEST) {
            throw bad(key, "must be a whole number of at most " + LARGEST);
        }
        return (int) number;
    }

    Problem bad(String key, String sentence) {
        String shown = key.length() > 40 ? key.substring(0, 40) + "…" : key;
        return Checks.bad(path + shown, sentence);
    }

    private static Object orNothing(@Nullable Object value) {
        return value == null ? "" : value;
    }
}
