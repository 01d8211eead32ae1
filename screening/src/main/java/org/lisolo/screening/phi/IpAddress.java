package org.lisolo.screening.phi;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address of the Internet Protocol, version 4 (RFC 791) or 6 (RFC 4291, section 2.2). */
final class IpAddress implements Recogniser {
    private static final int LONGEST_GROUP = 4;
    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final TokenForm FOUR =
            new TokenForm("(?<![\\d.])" + BYTE + "(?:\\." + BYTE + "){3}(?![\\d]|\\.\\d)");
    private static final Pattern SIX =
            Pattern.compile(
                    "(?<![\\w:])(?=[0-9A-Fa-f:]{2,39}(?![\\w:]))(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}"
                        + "|(?<![\\w:])(?=[0-9A-Fa-f:]{4,39}(?![\\w:]))(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,6})"
                        + "::(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,6})");

    @Override
    public boolean mayFind(Reading reading) {
        return (reading.hasDigits(4) && reading.has('.'))
                || (reading.hasDigits(2) && reading.has(':'));
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        if (reading.has('.')) {
            FOUR.findAtDigits(reading, match -> found.add(candidate(match)));
        }
        if (hasNearColons(reading.text())) {
            add(SIX.matcher(reading.text()), found);
        }
    }

    /** Whether two colons stand as near as they do in an address. */
    private static boolean hasNearColons(String text) {
        int last = -LONGEST_GROUP - 2;
        for (int at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
            if (at - last <= LONGEST_GROUP + 1) {
                return true;
            }
            last = at;
        }
        return false;
    }

    private static void add(Matcher matcher, List<Candidate> found) {
        while (matcher.find()) {
            found.add(candidate(matcher));
        }
    }

    private static Candidate candidate(MatchResult match) {
        return new Candidate(
                match.start(), match.end(), PhiCategory.IP, 0.95, "ip", Candidate.Weight.PROOF);
    }
}
