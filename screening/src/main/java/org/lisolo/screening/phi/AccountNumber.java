package org.lisolo.screening.phi;

import java.util.List;

/** The number of an account after a word for account, bank or card. */
final class AccountNumber implements Recogniser {
    private static final LabelledCode FORM = new LabelledCode(Lexicon.ACCOUNT, 6, code -> true);

    @Override
    public boolean mayFind(Reading reading) {
        return reading.says(Lexicon.ACCOUNT) && reading.hasDigits(6);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        FORM.find(reading, PhiCategory.ACCOUNT, "account", found);
    }
}
