package org.lisolo.screening.phi;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A French social security number (NIR): 13 digits and a key, 97 less their remainder by 97. People
 * set its digits apart as they like; with all 15 it is found though its key is wrong.
 */
final class FrenchSocialSecurity implements Recogniser {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?<![\\d])[12] ?\\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\\d) ?(?:\\d{2}|2[AB]) ?\\d{3}"
                            + " ?\\d{3}(?: ?-? ?\\d{2})?(?!\\d)");

    /** Sex, year and month, and ten more digits; apart from them no digit on its line is near. */
    private static final Pattern LOOSE =
            Pattern.compile(
                    "(?<![\\d.,/-])(?<!\\d )[12] ?\\d ?\\d ?(?:0 ?[1-9]|1 ?[0-2]|[2-4] ?\\d)"
                            + "(?: ?\\d){10}(?! ?\\d|[.,/-]\\d)");

    private static final int WHOLE = 15;
    private static final int LEAST_DIFFERENT = 4;

    @Override
    public boolean mayFind(Reading reading) {
        return reading.hasDigits(12);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        int end = 0;
        Matcher matcher = FORM.matcher(reading.text());
        Matcher loose = LOOSE.matcher(reading.text());
        while (matcher.find()) {
            loose(loose.region(end, matcher.start()), found);
            end = matcher.end();
            String written = matcher.group();
            boolean whole = Numbers.digits(written).length() == WHOLE;
            if (hasKey(written)) {
                found.add(candidate(matcher, 0.99, Candidate.Weight.PROOF));
            } else {
                found.add(
                        candidate(
                                matcher,
                                0.8,
                                whole ? Candidate.Weight.RULE : Candidate.Weight.HINT));
            }
        }
        loose(loose.region(end, reading.text().length()), found);
    }

    private static void loose(Matcher loose, List<Candidate> found) {
        loose.useTransparentBounds(true);
        while (loose.find()) {
            if (Numbers.digits(loose.group()).chars().distinct().count() >= LEAST_DIFFERENT) {
                found.add(candidate(loose, 0.7, Candidate.Weight.RULE));
            }
        }
    }

    private static Candidate candidate(Matcher at, double confidence, Candidate.Weight weight) {
        return new Candidate(at.start(), at.end(), PhiCategory.SSN, confidence, "nir", weight);
    }

    static boolean hasKey(String written) {
        String code = written.replace("2A", "19").replace("2B", "18");
        String digits = Numbers.digits(code);
        if (digits.length() != 15) {
            return false;
        }
        return 97 - Long.parseLong(digits.substring(0, 13)) % 97
                == Long.parseLong(digits.substring(13));
    }
}
