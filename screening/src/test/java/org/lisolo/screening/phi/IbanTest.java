package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class IbanTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new Iban());
        check.finds("compte [GB29 NWBK 6016 1331 9268 19] ok");
        check.finds("[FR7630006000011234567890189]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new Iban());
        check.leaves("GB28 NWBK 6016 1331 9268 19");
        check.leaves("AB12 mots");
    }
}
