package org.lisolo.screening.phi;

import java.util.List;

/** An international bank account number (ISO 13616-1): country, two check digits by MOD 97-10. */
final class Iban implements Recogniser {
    private static final TokenForm FORM =
            new TokenForm("(?<![\\p{L}\\d])[A-Z]{2}\\d{2}(?: ?[A-Z0-9]){11,30}(?![\\p{L}\\d])");

    @Override
    public boolean mayFind(Reading reading) {
        return reading.hasDigits(8);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        Tokens tokens = reading.tokens();
        FORM.find(
                reading,
                i -> tokens.kind[i] == Tokens.LETTERS && tokens.length(i) == 2,
                match -> {
                    // the last groups may be words that follow in capitals
                    for (int end = match.end(); end - match.start() >= 15; end--) {
                        String code = reading.text().substring(match.start(), end).replace(" ", "");
                        if (reading.text().charAt(end - 1) != ' '
                                && Numbers.mod97(code.substring(4) + code.substring(0, 4)) == 1) {
                            found.add(
                                    new Candidate(
                                            match.start(),
                                            end,
                                            PhiCategory.ACCOUNT,
                                            0.99,
                                            "iban",
                                            Candidate.Weight.PROOF));
                            break;
                        }
                    }
                });
    }
}
