package org.lisolo.server.monitoring.identifiers;

import org.lisolo.screening.Span;
import org.lisolo.screening.phi.PhiCategory;
import org.lisolo.screening.phi.PhiFinding;
import org.lisolo.server.message.EventId;
import org.lisolo.server.platform.Problem;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A finding of an event as it stands in addresses: {@code 12-18-name}. */
record FindingAddress(Span span, PhiCategory category) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,8})-(\\d{1,8})-([a-z_]{1,20})");

    static FindingAddress of(Mark mark) {
        return new FindingAddress(mark.span(), mark.category());
    }

    static FindingAddress read(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (parts.matches()) {
            int start = Integer.parseInt(parts.group(1));
            int end = Integer.parseInt(parts.group(2));
            for (PhiCategory category : PhiCategory.values()) {
                if (key(category).equals(parts.group(3)) && start <= end) {
                    return new FindingAddress(new Span(start, end), category);
                }
            }
        }
        throw Problem.notFound("identifiers.problem.gone");
    }

    private static String key(PhiCategory category) {
        return category.name().toLowerCase(Locale.ROOT);
    }

    boolean isOf(PhiFinding finding) {
        return span.equals(finding.span()) && category == finding.category();
    }

    String path(EventId event) {
        return "/work/identifiers/"
                + event
                + "/"
                + span.start()
                + "-"
                + span.end()
                + "-"
                + key(category);
    }
}
