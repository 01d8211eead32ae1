package org.lisolo.screening.phi;

import java.util.List;

/**
 * The number of a licence, passport or certificate after a word for it: permis, passeport, CNOM,
 * DEA.
 */
final class License implements Recogniser {
    private static final LabelledCode FORM =
            new LabelledCode(Lexicon.LICENSE, 4, code -> !code.matches("(?:19|20)\\d\\d"));

    @Override
    public boolean mayFind(Reading reading) {
        return reading.says(Lexicon.LICENSE) && reading.hasDigits(4);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        FORM.find(reading, PhiCategory.LICENSE, "license", found);
    }
}
