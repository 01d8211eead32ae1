package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class WebAddressTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new WebAddress());
        check.finds("voir [https://exemple.cd/a?b=1].");
        check.finds("[www.exemple.org]");
        check.finds("sur [exemple.com/x] !");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new WebAddress());
        check.leaves("fin.Début");
        check.leaves("etc.");
        check.leaves("3.5 mg");
    }
}
