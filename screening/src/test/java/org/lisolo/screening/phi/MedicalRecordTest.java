package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class MedicalRecordTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new MedicalRecord());
        check.finds("MRN: [JHH-654321]");
        check.finds("n° de dossier [12/3456]");
        check.finds("IPP: [5820136284]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new MedicalRecord());
        check.leaves("le dossier est complet");
        check.leaves("MRN");
        check.leaves("dossier de 2019");
    }
}
