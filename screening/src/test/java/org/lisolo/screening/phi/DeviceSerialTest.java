package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class DeviceSerialTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new DeviceSerial());
        check.finds("pacemaker n° de série [SN48392011]");
        check.finds("serial number [AB-1234-9]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new DeviceSerial());
        check.leaves("un pacemaker");
        check.leaves("série de 2019");
    }
}
