package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class PaymentCardTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new PaymentCard());
        check.finds("carte [4539 1488 0343 6467]");
        check.finds("[4539148803436467]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new PaymentCard());
        check.leaves("4539 1488 0343 6468");
        check.leaves("1234");
    }
}
