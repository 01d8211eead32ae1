package org.lisolo.screening.phi;

import java.util.List;

/**
 * A day or a month in figures: 18/02/2019, 2019-02-18, 18.2.19, 02/2019, figures set apart by
 * blanks as scanned forms have them. A year alone is no identifier.
 */
final class NumericDate implements Recogniser {
    private static final String YEAR = "(?:(?:19|20)\\d{2}|'?\\d{2})";
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String LOOSE_DAY = "[0-3] ?\\d";
    private static final String LOOSE_MONTH = "(?:0 ?[1-9]|1 ?[0-2])";
    private static final TokenForm FORM =
            new TokenForm(
                    "(?<![\\d.,/-])(?:"
                            + DAY
                            + "([/.|-])"
                            + DAY
                            + "\\1"
                            + YEAR
                            + "|(?:19|20)\\d{2}([/.-])(?:0?[1-9]|1[0-2])\\2"
                            + DAY
                            + "(?:[ T]\\d{2}:\\d{2}:\\d{2})?"
                            + "|(?:0?[1-9]|1[0-2])[/-](?:19|20)\\d{2}|"
                            + DAY
                            + " [/.] (?:0?[1-9]|1[0-2]) [/.] (?:19|20)\\d{2}|"
                            + DAY
                            + "(?:/ ?| /|[ .])(?:0[1-9]|1[0-2])(?:/ ?| /|[ .])(?:19|20)\\d{2}|"
                            + LOOSE_DAY
                            + "(?: ?[/.])? [01] \\d(?: ?[/.])? [12] [09] \\d \\d|"
                            + LOOSE_MONTH
                            + "(?: ?[/.])? "
                            + LOOSE_DAY
                            + "(?: ?[/.])? [12] [09] \\d \\d)(?![\\d]|[/-]\\d)");

    @Override
    public boolean mayFind(Reading reading) {
        return reading.hasDigits(3)
                && (reading.has('/')
                        || reading.has('.')
                        || reading.has('-')
                        || reading.has('|')
                        || reading.hasDigits(8));
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
                                        PhiCategory.DATE,
                                        0.9,
                                        "date",
                                        match.end() - match.start() < 8
                                                ? Candidate.Weight.HINT
                                                : Candidate.Weight.RULE)));
    }
}
