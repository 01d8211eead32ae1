package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class NationalNumberTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new NationalNumber());
        check.finds("n° [12345678901]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new NationalNumber());
        check.leaves("1234567890");
        check.leaves("123456789012");
    }
}
