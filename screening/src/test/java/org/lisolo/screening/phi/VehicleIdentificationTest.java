package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class VehicleIdentificationTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new VehicleIdentification());
        check.finds("[1HGCM82633A004352] volé");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new VehicleIdentification());
        check.leaves("1HGCM82633A004353");
        check.leaves("11111111111111111");
    }
}
