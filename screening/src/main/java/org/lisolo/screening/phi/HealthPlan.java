package org.lisolo.screening.phi;

import java.util.List;

/** The number of a member of a health insurance or <i>mutuelle</i> after a word for it. */
final class HealthPlan implements Recogniser {
    private static final LabelledCode FORM =
            new LabelledCode(Lexicon.INSURANCE, 4, code -> !code.matches("(?:19|20)\\d\\d"));

    @Override
    public boolean mayFind(Reading reading) {
        return reading.says(Lexicon.INSURANCE) && reading.hasDigits(4);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        FORM.find(reading, PhiCategory.HEALTH_PLAN, "health_plan", found);
    }
}
