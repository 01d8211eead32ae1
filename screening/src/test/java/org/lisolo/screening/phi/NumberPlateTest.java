package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class NumberPlateTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new NumberPlate());
        check.finds("la plaque [1234AB/01]");
        check.finds("[5678 CD/19] grise");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new NumberPlate());
        check.leaves("1234/01");
        check.leaves("AB/01");
    }
}
