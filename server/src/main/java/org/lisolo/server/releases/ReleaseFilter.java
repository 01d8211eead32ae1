package org.lisolo.server.releases;

import org.lisolo.server.people.OrganisationId;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** Which releases of an organisation are shown, as the address says it. */
public record ReleaseFilter(OrganisationId organisation, View view, String origin) {
    static final Duration SOON = Duration.ofDays(30);

    /** Which of them, by where they stand. */
    public enum View {
        STANDING("state = 'SIGNED' and until > :now"),
        WAITING("state = 'ASKED'"),
        SOON("state = 'SIGNED' and until > :now and until <= :soon"),
        ENDED(
                "(state in ('REFUSED', 'WITHDRAWN', 'CANCELLED') or state = 'SIGNED' and until <="
                        + " :now)");

        private final String condition;

        View(String condition) {
            this.condition = condition;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static View ofKey(String key) {
            return Arrays.stream(values())
                    .filter(one -> one.key().equals(key))
                    .findFirst()
                    .orElse(STANDING);
        }
    }

    static ReleaseFilter of(OrganisationId organisation, String view, String origin) {
        boolean known =
                Arrays.stream(Release.Origin.values()).anyMatch(one -> one.key().equals(origin));
        return new ReleaseFilter(organisation, View.ofKey(view), known ? origin : "");
    }

    /** Of the named parameters {@code now} and {@code soon}. */
    String condition() {
        String and =
                switch (origin) {
                    case "phone" -> " and origin = 'PHONE'";
                    case "paper" -> " and origin = 'PAPER'";
                    default -> "";
                };
        return view.condition + and;
    }

    public String query() {
        return "?view=" + view.key() + (origin.isEmpty() ? "" : "&origin=" + origin);
    }
}
