package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class BiometricTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new Biometric());
        check.finds("ses [empreintes digitales] relevées");
        check.finds("his [fingerprints]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new Biometric());
        check.leaves("empreintes de pas");
        check.leaves("une voix");
    }
}
