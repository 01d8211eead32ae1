package org.lisolo.screening.phi;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address of the Internet Protocol, version 4 (RFC 791) or 6 (RFC 4291, section 2.2). */
final class IpAddress implements Recogniser {
    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern FOUR =
            Pattern.compile("(?<![\\d.])" + BYTE + "(?:\\." + BYTE + "){3}(?![\\d]|\\.\\d)");
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
        add(FOUR.matcher(reading.text()), found);
        if (reading.has(':')) {
            add(SIX.matcher(reading.text()), found);
        }
    }

    private static void add(Matcher matcher, List<Candidate> found) {
        while (matcher.find()) {
            found.add(
                    new Candidate(
                            matcher.start(),
                            matcher.end(),
                            PhiCategory.IP,
                            0.95,
                            "ip",
                            Candidate.Weight.PROOF));
        }
    }
}
