package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class FrenchSocialSecurityTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new FrenchSocialSecurity());
        check.finds("[1 84 12 76 451 089 46]");
        check.finds("[184127645108946]");
        check.finds("NSS [2 89 0 31 24 607 81 33] ce jour");
        check.finds("[1 5 8 0 7 2 4 3 3 1 0 4 6 6 2]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new FrenchSocialSecurity());
        check.leaves("5 84 12 76 451 089 46");
        check.leaves("12345");
        check.leaves("2 2 2 1 1 2 2 1 1 2 2 1 2 2 1");
        check.leaves("4 1 5 8 0 7 2 4 3 3 1 0 4 6 6 2 9");
    }
}
