package org.lisolo.screening.phi;

import java.util.List;

/** The number of a mobile money account: M-Pesa, Airtel Money, Orange Money, Afrimoney. */
final class MobileMoney implements Recogniser {
    private static final AnchoredForm FORM =
            new AnchoredForm(
                    Lexicon.ACCOUNT,
                    "(?:m?-?pesa|airtel ?money|orange ?money|afri ?money|mobi"
                            + " ?cash|(?<!airtel |orange )money)\\b[^\\d+\\n"
                            + "]{0,30}(\\+?\\d(?:[ .-]?\\d){5,13}+)",
                    1);
    private static final Candidate FOUND =
            new Candidate(0, 0, PhiCategory.ACCOUNT, 0.95, "mobile_money", Candidate.Weight.PROOF);

    @Override
    public boolean mayFind(Reading reading) {
        return reading.says(Lexicon.ACCOUNT) && reading.hasDigits(6);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        FORM.find(reading, FOUND, found);
    }
}
