package org.lisolo.screening.phi;

import java.util.List;
import java.util.regex.MatchResult;

/** A number plate: as in DR Congo (1234AB/01) or after a word for it. */
final class NumberPlate implements Recogniser {
    private static final TokenForm CONGOLESE =
            new TokenForm("(?<![\\p{L}\\d])\\d{4} ?[A-Z]{2} ?/ ?\\d{2}(?!\\d)");
    private static final TokenForm ANNOUNCED =
            new TokenForm(
                    "(?i)(?<=\\b(?:plaque|plate|immatriculée?|immatriculation)["
                            + " :n°º#]{1,6})(?=[A-Z0-9 -]{0,6}\\d)[A-Z0-9]{1,4}(?:["
                            + " -]?[A-Z0-9]{1,4}){1,3}");

    @Override
    public boolean mayFind(Reading reading) {
        return reading.hasDigits(3);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        Tokens tokens = reading.tokens();
        int before = found.size();
        CONGOLESE.find(
                reading,
                i -> tokens.kind[i] == Tokens.DIGITS && tokens.length(i) == 4,
                match -> found.add(plate(match)));
        if (reading.says(Lexicon.VEHICLE)) {
            List<Candidate> whole = List.copyOf(found.subList(before, found.size()));
            ANNOUNCED.find(
                    reading,
                    i -> tokens.kind[i] != Tokens.SIGN,
                    match -> {
                        if (whole.stream().noneMatch(c -> c.overlaps(match.start(), match.end()))) {
                            found.add(plate(match));
                        }
                    });
        }
    }

    private static Candidate plate(MatchResult match) {
        return new Candidate(
                match.start(),
                match.end(),
                PhiCategory.VEHICLE,
                0.85,
                "plate",
                Candidate.Weight.RULE);
    }
}
