package org.lisolo.screening.phi;

import java.util.List;

/**
 * A vehicle identification number (ISO 3779): 17 letters and digits without I, O and Q; with the
 * check digit of 49 CFR 565.15(c), or after a word for it.
 */
final class VehicleIdentification implements Recogniser {
    private static final TokenForm FORM =
            new TokenForm("(?<![\\p{L}\\d])[A-HJ-NPR-Z0-9]{17}(?![\\p{L}\\d])");
    private static final String VALUES = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

    @Override
    public boolean mayFind(Reading reading) {
        return reading.hasDigits(3) && reading.text().length() >= 17;
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        Tokens tokens = reading.tokens();
        FORM.find(
                reading,
                i -> tokens.kind[i] != Tokens.SIGN,
                match -> {
                    if (hasCheckDigit(match.group())
                            || (reading.says(Lexicon.VEHICLE)
                                    && match.group().matches(".*[A-Z].*"))) {
                        found.add(
                                new Candidate(
                                        match.start(),
                                        match.end(),
                                        PhiCategory.VEHICLE,
                                        0.95,
                                        "vin",
                                        Candidate.Weight.PROOF));
                    }
                });
    }

    static boolean hasCheckDigit(String vin) {
        int sum = 0;
        int letters = 0;
        for (int i = 0; i < 17; i++) {
            sum += VALUES.indexOf(vin.charAt(i)) % 10 * WEIGHTS[i];
            letters += Character.isLetter(vin.charAt(i)) ? 1 : 0;
        }
        return letters > 2 && vin.charAt(8) == "0123456789X".charAt(sum % 11);
    }
}
