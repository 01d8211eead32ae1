package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class CoordinatesTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new Coordinates());
        check.finds("ici [-4.3217, 15.3125]");
        check.finds("ici [-4.3217 15.3125]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new Coordinates());
        check.leaves("4,5 et 6,7");
        check.leaves("3.14 2.71");
        check.leaves("Coude 4.218 17.306");
    }
}
