package org.lisolo.screening.phi;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Congolese voter card after a word for it. Its coded format is not public; 8 to 14 digits are
 * taken.
 */
final class VoterCard implements Recogniser {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?i)\\b(?:carte d.(?:électeur|electeur)|voter.?s? card|n°"
                            + " ?(?:d.)?(?:électeur|electeur))\\b[^\\d\\n"
                            + "]{0,20}(\\d(?:[ .-]?\\d){7,13})");

    @Override
    public boolean mayFind(Reading reading) {
        return reading.says(Lexicon.LICENSE) && reading.hasDigits(8);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        Matcher matcher = FORM.matcher(reading.text());
        while (matcher.find()) {
            found.add(
                    new Candidate(
                            matcher.start(1),
                            matcher.end(1),
                            PhiCategory.LICENSE,
                            0.95,
                            "voter",
                            Candidate.Weight.RULE));
        }
    }
}
