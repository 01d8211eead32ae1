package org.lisolo.screening.phi;

import java.util.List;

/**
 * The number of a medical record, a visit or a file after a word for it: MRN, IPP, NDA, dossier,
 * fiche.
 */
final class MedicalRecord implements Recogniser {
    private static final LabelledCode FORM =
            new LabelledCode(Lexicon.RECORD, 4, code -> !code.matches("(?:19|20)\\d\\d"));

    @Override
    public boolean mayFind(Reading reading) {
        return reading.says(Lexicon.RECORD) && reading.hasDigits(4);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        FORM.find(reading, PhiCategory.MRN, "mrn", found);
    }
}
