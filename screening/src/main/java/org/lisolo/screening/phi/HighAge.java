package org.lisolo.screening.phi;

import java.util.List;

/** An age over 89. */
final class HighAge implements Recogniser {
    private static final TokenForm FORM =
            new TokenForm(
                    "(?i)(?<![\\d.,/-])(?:9\\d|1[0-2]\\d)(?=["
                        + " -]?(?:ans\\b|years?\\b|yo\\b|y\\.?o\\b|y/o\\b|-?year))|(?<=\\b(?:âgée?"
                        + " de|agée? de|aged|age|âge|age of)["
                        + " :]{1,2})(?:9\\d|1[0-2]\\d)(?![\\d.,/])");

    @Override
    public boolean mayFind(Reading reading) {
        return reading.hasDigits(2);
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
                                        PhiCategory.AGE,
                                        0.95,
                                        "age",
                                        Candidate.Weight.RULE)));
    }
}
