package org.lisolo.screening.phi;

import java.util.List;

/** A number after a word that says it is a phone: tél., mobile, WhatsApp, call, contactez. */
final class AnnouncedPhone implements Recogniser {
    private static final AnchoredForm FORM =
            new AnchoredForm(
                    Lexicon.PHONE,
                    "\\p{L}{2,12}\\b[^\\d+(\\n]{0,16}([+(]?\\d(?:[ .\\-()/]{0,3}\\d){5,14}+"
                            + "(?: ?(?:x|ext\\.?) ?\\d{1,5})?)(?!\\d)",
                    1);
    private static final Candidate FOUND =
            new Candidate(0, 0, PhiCategory.PHONE, 0.9, "phone.said", Candidate.Weight.RULE);

    @Override
    public boolean mayFind(Reading reading) {
        return reading.says(Lexicon.PHONE) && reading.hasDigits(6);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        FORM.find(reading, FOUND, found);
    }
}
