package org.lisolo.screening.phi;

import java.util.List;

/** A mention of a picture that shows a patient's face. */
final class FacePhoto implements Recogniser {
    private static final AnchoredForm FORM =
            new AnchoredForm(
                    Lexicon.PICTURE,
                    "(?:(?:photos?|images?|selfies?|vidéos?) (?:du|de son|de sa|de"
                        + " leur|d.un|d.une|de la|des)"
                        + " (?:visages?|patiente?s?|malades?|victimes?)|(?:photos?|pictures?|images?|selfies?|videos?)"
                        + " of (?:the|his|her|their|our|a|my) (?:patient|face|victim)(?:.s"
                        + " face)?|full.face photo\\p{L}{0,8})",
                    0);
    private static final Candidate FOUND =
            new Candidate(0, 0, PhiCategory.PHOTO, 0.7, "photo", Candidate.Weight.RULE);

    @Override
    public boolean mayFind(Reading reading) {
        return reading.says(Lexicon.PICTURE);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        FORM.find(reading, FOUND, found);
    }
}
