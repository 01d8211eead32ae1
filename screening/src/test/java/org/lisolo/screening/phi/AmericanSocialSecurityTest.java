package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class AmericanSocialSecurityTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new AmericanSocialSecurity());
        check.finds("SSN [521-44-9382]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new AmericanSocialSecurity());
        check.leaves("000-44-9382");
        check.leaves("521-00-9382");
        check.leaves("666-12-1234");
    }
}
