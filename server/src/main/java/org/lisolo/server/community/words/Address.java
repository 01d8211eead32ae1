package org.lisolo.server.community.words;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses on the web to which a text may lead: those that say plainly where they go. */
final class Address {
    /** No name before the host, which makes it look like another; nothing that can't be seen. */
    private static final Pattern SAFE =
            Pattern.compile(
                    "(?i)https?://([\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}.-]{0,252})(:\\d{1,5})?"
                            + "([/?#][^\\s<>\"'`\\\\{}|^\\p{C}]*)?");

    private static final Pattern HOST_LIKE =
            Pattern.compile(
                    "(?i)(?:https?:?/{0,2})?(?:www\\.)?([\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+).*");

    private Address() {}

    static boolean isSafe(String address) {
        return SAFE.matcher(address).matches();
    }

    private static Optional<String> host(String address) {
        Matcher safe = SAFE.matcher(address);
        return safe.matches() ? Optional.of(plain(safe.group(1))) : Optional.empty();
    }

    private static String plain(String host) {
        return host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    }

    /** Whether words look like an address of somewhere else. */
    static boolean isMisleading(String words, String address) {
        Matcher like = HOST_LIKE.matcher(words.strip());
        return like.matches() && host(address).filter(plain(like.group(1))::equals).isEmpty();
    }

    /** With all but what stands in a path as it is. */
    static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%3B", ";")
                .replace("%3A", ":");
    }
}
