package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class FacePhotoTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new FacePhoto());
        check.finds("la [photo du visage] circule");
        check.finds("a [picture of the patient]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new FacePhoto());
        check.leaves("la photo du chantier");
        check.leaves("a picture of the ward");
    }
}
