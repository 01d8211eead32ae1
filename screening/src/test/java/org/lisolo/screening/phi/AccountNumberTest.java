package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class AccountNumberTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new AccountNumber());
        check.finds("compte n° [00123-456789]");
        check.finds("account number [3847283911]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new AccountNumber());
        check.leaves("mon compte est vide");
        check.leaves("la carte de 2019");
    }
}
