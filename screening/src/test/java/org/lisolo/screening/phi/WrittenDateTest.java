package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class WrittenDateTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new WrittenDate());
        check.finds("le [15 mai 2023]");
        check.finds("[May 30th, 2022]");
        check.finds("le [1er mars]");
        check.finds("[mars 1982]");
        check.finds("[Feb 21, 2023]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new WrittenDate());
        check.leaves("en mai");
        check.leaves("il mars");
        check.leaves("en 2019");
    }
}
