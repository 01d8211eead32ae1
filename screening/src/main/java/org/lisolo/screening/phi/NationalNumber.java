package org.lisolo.screening.phi;

import java.util.List;

/**
 * A national number: eleven digits in a row, as taken for DR Congo (no public source gives the
 * format).
 */
final class NationalNumber implements Recogniser {
    private static final TokenForm FORM = new TokenForm("(?<![\\p{L}\\d+])\\d{11}(?!\\d)");

    @Override
    public boolean mayFind(Reading reading) {
        return reading.hasDigits(9);
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
                                        PhiCategory.OTHER_ID,
                                        0.85,
                                        "national",
                                        Candidate.Weight.HINT)));
    }
}
