package org.lisolo.screening.phi;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of a payment card: 13 to 19 digits with the check digit of ISO/IEC 7812-1. */
final class PaymentCard implements Recogniser {
    private static final Pattern FORM =
            Pattern.compile("(?<![\\p{L}\\d.+-])[2-6]\\d{3}(?:[ -]?\\d){9,15}(?![\\p{L}\\d])");

    @Override
    public boolean mayFind(Reading reading) {
        return reading.hasDigits(13);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        Matcher matcher = FORM.matcher(reading.text());
        while (matcher.find()) {
            if (Numbers.luhn(Numbers.digits(matcher.group()))) {
                found.add(
                        new Candidate(
                                matcher.start(),
                                matcher.end(),
                                PhiCategory.ACCOUNT,
                                0.97,
                                "card",
                                Candidate.Weight.PROOF));
            }
        }
    }
}
