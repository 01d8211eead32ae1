package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class PhoneNumberTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new PhoneNumber());
        check.finds("au [+243 812 345 678] svp");
        check.finds("[0812345678]");
        check.finds("[00243812345678]");
        check.finds("[+33 1 42 68 53 00]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new PhoneNumber());
        check.leaves("2019 2020");
        check.leaves("12345");
        check.leaves("le 18/02/2019");
        check.leaves("8 2 1 6 3 2 4 1 3 7");
    }
}
