package org.lisolo.screening.phi;

import java.util.List;

/** A password or secret code after a word for it. */
final class Secret implements Recogniser {
    private static final AnchoredForm FORM =
            new AnchoredForm(
                    Lexicon.SECRET,
                    "\\p{L}{3,10}\\b[ :=]{1,3}(?:is |est )?(?=\\S{0,20}\\d)(\\S{4,40})",
                    1);
    private static final Candidate FOUND =
            new Candidate(0, 0, PhiCategory.OTHER_ID, 0.9, "secret", Candidate.Weight.RULE);

    @Override
    public boolean mayFind(Reading reading) {
        return reading.says(Lexicon.SECRET);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        FORM.find(reading, FOUND, found);
    }
}
