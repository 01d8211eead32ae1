package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class TitledNameTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new TitledName());
        check.finds("le Dr [Ilunga Mbuyi] est là");
        check.finds("maman [Furaha] attend");
        check.finds("Mme. [A. Mbuyi-Kanku], 40 ans");
        check.finds("Nom : [NZUZI]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new TitledName());
        check.leaves("le docteur est là");
        check.leaves("Dr\nService de garde");
        check.leaves("Heure : Midi");
    }
}
