package org.lisolo.screening.phi;

import java.util.List;

/** A mention of a finger, voice or eye print taken of someone. */
final class Biometric implements Recogniser {
    private static final AnchoredForm FORM =
            new AnchoredForm(
                    Lexicon.BODY,
                    "(?:empreintes? (?:digitales?|vocales?|rétiniennes?)|(?:iris|rétine)"
                            + " (?:scann|relev|photographi)\\p{L}{1,6}|biométriques?|finger"
                            + " ?prints?|voice ?prints?|(?:iris|retinal?|retina)"
                            + " (?:scan|image|pattern)s?|facial recognition|biometric"
                            + " (?:data|id|scan|template)s?)\\b",
                    0);
    private static final Candidate FOUND =
            new Candidate(0, 0, PhiCategory.BIOMETRIC, 0.75, "biometric", Candidate.Weight.RULE);

    @Override
    public boolean mayFind(Reading reading) {
        return reading.says(Lexicon.BODY);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        FORM.find(reading, FOUND, found);
    }
}
