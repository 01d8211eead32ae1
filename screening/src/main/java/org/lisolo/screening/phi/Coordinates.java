package org.lisolo.screening.phi;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place by latitude and longitude in degrees with at least three decimals (ISO 6709, annex D).
 */
final class Coordinates implements Recogniser {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?<![\\d.,])[-+]?\\d{1,2}\\.\\d{3,8}°?["
                            + " ,;]{1,3}[-+]?\\d{1,3}\\.\\d{3,8}(?![\\d.])");

    @Override
    public boolean mayFind(Reading reading) {
        return reading.hasDigits(6) && reading.has('.');
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        Matcher matcher = FORM.matcher(reading.text());
        while (matcher.find()) {
            found.add(
                    new Candidate(
                            matcher.start(),
                            matcher.end(),
                            PhiCategory.LOCATION,
                            0.85,
                            "coordinates",
                            Candidate.Weight.RULE));
        }
    }
}
