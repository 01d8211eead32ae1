package org.lisolo.screening.phi;

import java.util.List;

/** A number after a word for fax. */
final class FaxNumber implements Recogniser {
    private static final AnchoredForm FORM =
            new AnchoredForm(
                    Lexicon.FAX,
                    "\\p{L}{3,12}\\b[^\\d+\\n]{0,12}(\\+?\\(?\\d(?:[ .\\-()/]{0,2}\\d){5,14}+"
                            + "(?: ?x ?\\d{1,5})?)",
                    1);
    private static final Candidate FOUND =
            new Candidate(0, 0, PhiCategory.FAX, 0.95, "fax", Candidate.Weight.PROOF);

    @Override
    public boolean mayFind(Reading reading) {
        return reading.says(Lexicon.FAX) && reading.hasDigits(6);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        FORM.find(reading, FOUND, found);
    }
}
