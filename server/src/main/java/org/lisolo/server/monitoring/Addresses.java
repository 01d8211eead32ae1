package org.lisolo.server.monitoring;

import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Filters as they stand in addresses. What can't be read is nothing: an old link still opens. */
public final class Addresses {
    private Addresses() {}

    public static Optional<UUID> id(@Nullable String asked) {
        try {
            return asked == null || asked.length() != 36
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(asked));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The constant of this name in lower case. */
    public static <E extends Enum<E>> Optional<E> oneOf(Class<E> type, @Nullable String asked) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(asked))
                .findFirst();
    }

    /** A path with its query, to which one more part is added. */
    public static String with(String path, Map<String, String> query, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, value);
        return with(path, more);
    }

    public static String with(String path, Map<String, String> query) {
        String parts =
                query.entrySet().stream()
                        .map(part -> part.getKey() + "=" + encoded(part.getValue()))
                        .collect(Collectors.joining("&"));
        return parts.isEmpty() ? path : path + "?" + parts;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
