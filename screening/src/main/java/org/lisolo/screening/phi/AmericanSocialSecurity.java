package org.lisolo.screening.phi;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An American social security number: area, group, serial, none of them all noughts (Social
 * Security Administration, 2011 randomisation).
 */
final class AmericanSocialSecurity implements Recogniser {
    private static final Pattern FORM =
            Pattern.compile("(?<![\\d-])(?!000|666)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}(?![\\d-])");

    @Override
    public boolean mayFind(Reading reading) {
        return reading.hasDigits(9) && reading.has('-');
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        Matcher matcher = FORM.matcher(reading.text());
        while (matcher.find()) {
            found.add(
                    new Candidate(
                            matcher.start(),
                            matcher.end(),
                            PhiCategory.SSN,
                            0.9,
                            "ssn",
                            Candidate.Weight.HINT));
        }
    }
}
