package org.lisolo.screening.phi;

import java.util.List;

/**
 * A place by latitude and longitude in degrees with at least three decimals (ISO 6709, annex D).
 */
final class Coordinates implements Recogniser {
    private static final TokenForm FORM =
            new TokenForm(
                    "(?<![\\d.,])[-+]?\\d{1,2}\\.(?:\\d{3,8}°? ?[,;] ?[-+]?\\d{1,3}\\.\\d{3,8}"
                            + "|\\d{4,8}°? [-+]?\\d{1,3}\\.\\d{4,8})(?![\\d.])",
                    "+-");

    @Override
    public boolean mayFind(Reading reading) {
        return reading.hasDigits(6) && reading.has('.');
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        FORM.findAtDigits(
                reading,
                match ->
                        found.add(
                                new Candidate(
                                        match.start(),
                                        match.end(),
                                        PhiCategory.LOCATION,
                                        0.85,
                                        "coordinates",
                                        Candidate.Weight.RULE)));
    }
}
