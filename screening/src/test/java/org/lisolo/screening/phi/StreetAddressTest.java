package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class StreetAddressTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new StreetAddress());
        check.finds("vit [12, avenue Kasaï n°193], ici");
        check.finds("[Q/Kimbanseke]");
        check.finds("[commune de Masina]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new StreetAddress());
        check.leaves("la rue est sale");
        check.leaves("avenue des");
    }
}
