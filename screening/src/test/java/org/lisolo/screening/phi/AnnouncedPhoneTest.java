package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class AnnouncedPhoneTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new AnnouncedPhone());
        check.finds("Mobile: [0341 8387176]");
        check.finds("tél. [99 577 450]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new AnnouncedPhone());
        check.leaves("téléphone en panne depuis 2019");
        check.leaves("appelez le médecin");
    }
}
