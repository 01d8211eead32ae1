package org.lisolo.screening.phi;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Links of public bodies: a government, a hospital's own pages, a world organisation. Such a page
 * is everybody's and points at nobody, unless its path has a long number, a sign for a person's own
 * pages or a question.
 */
final class PublicLinks {
    private static final Pattern SCHEME = Pattern.compile("^[a-z]{3,5}://");
    private static final Pattern PERSONAL = Pattern.compile("[@~?=&#]|\\d{5}");

    /** A word of a host's name, between dots or hyphens. */
    private static final Set<String> BODIES =
            Set.of(
                    "gouv",
                    "gov",
                    "gouvernement",
                    "aphp",
                    "aphm",
                    "chu",
                    "chru",
                    "hopital",
                    "hopitaux",
                    "hospital",
                    "nhs",
                    "unicef",
                    "msf");

    private static final Set<String> HOSTS = Set.of("who.int", "un.org", "iris.who.int");

    private PublicLinks() {}

    static boolean isOne(String link) {
        String rest = SCHEME.matcher(link.toLowerCase(Locale.ROOT)).replaceFirst("");
        int slash = rest.indexOf('/');
        String host = (slash < 0 ? rest : rest.substring(0, slash)).replaceFirst("^www\\.", "");
        if (PERSONAL.matcher(rest).find()) {
            return false;
        }
        for (String word : host.split("[.-]", -1)) {
            if (BODIES.contains(word)) {
                return true;
            }
        }
        return HOSTS.contains(host);
    }
}
