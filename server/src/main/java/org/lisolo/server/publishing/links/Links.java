package org.lisolo.server.publishing.links;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses in a text, as networks find them: up to the next blank, without its full stop. */
public final class Links {
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[^\\s<>\"«»]*[^\\s<>\"«».,;:!?)\\]’']");

    private Links() {}

    /** In their order, each once. */
    public static List<URI> in(String text) {
        return ADDRESS.matcher(text)
                .results()
                .flatMap(found -> address(found.group()).stream())
                .distinct()
                .toList();
    }

    static String replaced(String text, UnaryOperator<String> change) {
        return ADDRESS.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(change.apply(found.group())));
    }

    static Optional<URI> address(String typed) {
        try {
            URI uri = new URI(typed);
            return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    static String host(URI address) {
        return address.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    }
}
