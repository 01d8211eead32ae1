package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class CareFacilityTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new CareFacility());
        check.finds("à [HGR Masa].");
        check.finds("l'[hôpital général de Goma] est");
        check.finds("[centre de santé Binza]");
        check.finds("adressé au CHU de [Limoges] hier");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new CareFacility());
        check.leaves("l'hôpital est loin");
        check.leaves("une clinique");
    }
}
