package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class FrenchSocialSecurityTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new FrenchSocialSecurity());
        check.finds("[1 84 12 76 451 089 46]");
        check.finds("[184127645108946]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new FrenchSocialSecurity());
        check.leaves("5 84 12 76 451 089 46");
        check.leaves("12345");
    }
}
