package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class NumericDateTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new NumericDate());
        check.finds("le [18/02/2019] à 16:34");
        check.finds("[2019-02-18]");
        check.finds("né le [08 . 04 . 1941]");
        check.finds("[1 2 0 6 2 0 3 1]");
        check.finds("[02 1 7 2 0 1 9]");
        check.finds("[0 2 1 7 2 0 1 9]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new NumericDate());
        check.leaves("12/8 de tension");
        check.leaves("1/2");
        check.leaves("99/99/2019");
    }
}
