package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class HealthPlanTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new HealthPlan());
        check.finds("insurance ID [9875-4321]");
        check.finds("mutuelle n° [MUT-48392]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new HealthPlan());
        check.leaves("insurance since 2019");
        check.leaves("la mutuelle paie");
    }
}
