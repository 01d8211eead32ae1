package org.lisolo.screening.phi;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An age over 89. */
final class HighAge implements Recogniser {
    private static final Pattern FORM =
            Pattern.compile(
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
        Matcher matcher = FORM.matcher(reading.text());
        while (matcher.find()) {
            found.add(
                    new Candidate(
                            matcher.start(),
                            matcher.end(),
                            PhiCategory.AGE,
                            0.95,
                            "age",
                            Candidate.Weight.RULE));
        }
    }
}
