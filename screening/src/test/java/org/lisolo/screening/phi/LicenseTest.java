package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class LicenseTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new License());
        check.finds("passeport [OB1234567]");
        check.finds("permis n° [445566]");
        check.finds("driver's license [D245-938]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new License());
        check.leaves("permis de conduire");
        check.leaves("permis en 2019");
    }
}
