package org.lisolo.screening.phi;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number plate: as in DR Congo (1234AB/01) or after a word for it. */
final class NumberPlate implements Recogniser {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?<![\\p{L}\\d])\\d{4} ?[A-Z]{2} ?/"
                        + " ?\\d{2}(?!\\d)|(?i)(?<=\\b(?:plaque|plate|immatriculée?|immatriculation)["
                        + " :n°º#]{1,6})(?=[A-Z0-9 -]{0,6}\\d)[A-Z0-9]{1,4}(?:["
                        + " -]?[A-Z0-9]{1,4}){1,3}");

    @Override
    public boolean mayFind(Reading reading) {
        return reading.hasDigits(3);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        Matcher matcher = FORM.matcher(reading.text());
        while (matcher.find()) {
            found.add(
                    new Candidate(
                            matcher.start(),
                            matcher.end(),
                            PhiCategory.VEHICLE,
                            0.85,
                            "plate",
                            Candidate.Weight.RULE));
        }
    }
}
