package org.lisolo.screening.phi;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A French social security number (NIR): 13 digits and a key, 97 less their remainder by 97. */
final class FrenchSocialSecurity implements Recogniser {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?<![\\d])[12] ?\\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\\d) ?(?:\\d{2}|2[AB]) ?\\d{3}"
                            + " ?\\d{3}(?: ?-? ?\\d{2})?(?!\\d)");

    @Override
    public boolean mayFind(Reading reading) {
        return reading.hasDigits(12);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        Matcher matcher = FORM.matcher(reading.text());
        while (matcher.find()) {
            boolean checked = hasKey(matcher.group());
            found.add(
                    new Candidate(
                            matcher.start(),
                            matcher.end(),
                            PhiCategory.SSN,
                            checked ? 0.99 : 0.8,
                            "nir",
                            checked ? Candidate.Weight.PROOF : Candidate.Weight.HINT));
        }
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
