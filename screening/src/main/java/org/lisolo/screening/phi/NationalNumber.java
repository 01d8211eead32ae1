package org.lisolo.screening.phi;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A national number: eleven digits in a row, as taken for DR Congo (no public source gives the
 * format).
 */
final class NationalNumber implements Recogniser {
    private static final Pattern FORM = Pattern.compile("(?<![\\p{L}\\d+])\\d{11}(?!\\d)");

    @Override
    public boolean mayFind(Reading reading) {
        return reading.hasDigits(9);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        Matcher matcher = FORM.matcher(reading.text());
        while (matcher.find()) {
            found.add(
                    new Candidate(
                            matcher.start(),
                            matcher.end(),
                            PhiCategory.OTHER_ID,
                            0.85,
                            "national",
                            Candidate.Weight.HINT));
        }
    }
}
