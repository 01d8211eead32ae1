package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class MobileMoneyTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new MobileMoney());
        check.finds("M-Pesa [0812345678]");
        check.finds("orange money : [0891 234 567]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new MobileMoney());
        check.leaves("airtel money fonctionne");
        check.leaves("orange 5");
    }
}
