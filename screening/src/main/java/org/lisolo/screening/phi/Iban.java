package org.lisolo.screening.phi;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An international bank account number (ISO 13616-1): country, two check digits by MOD 97-10. */
final class Iban implements Recogniser {
    private static final Pattern FORM =
            Pattern.compile("(?<![\\p{L}\\d])[A-Z]{2}\\d{2}(?: ?[A-Z0-9]){11,30}(?![\\p{L}\\d])");

    @Override
    public boolean mayFind(Reading reading) {
        return reading.hasDigits(8);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        Matcher matcher = FORM.matcher(reading.text());
        while (matcher.find()) {
            // the last groups may be words that follow in capitals
            for (int end = matcher.end(); end - matcher.start() >= 15; end--) {
                String code = reading.text().substring(matcher.start(), end).replace(" ", "");
                if (reading.text().charAt(end - 1) != ' '
                        && Numbers.mod97(code.substring(4) + code.substring(0, 4)) == 1) {
                    found.add(
                            new Candidate(
                                    matcher.start(),
                                    end,
                                    PhiCategory.ACCOUNT,
                                    0.99,
                                    "iban",
                                    Candidate.Weight.PROOF));
                    break;
                }
            }
        }
    }
}
