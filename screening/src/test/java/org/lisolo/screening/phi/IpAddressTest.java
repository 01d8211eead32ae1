package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class IpAddressTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new IpAddress());
        check.finds("depuis [192.168.1.10].");
        check.finds("[2001:db8::1] répond");
        check.finds("[fe80:0:0:0:1:2:3:4]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new IpAddress());
        check.leaves("version 1.2.3");
        check.leaves("à 10:30");
        check.leaves("300.1.1.1");
    }
}
