package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class FaxNumberTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new FaxNumber());
        check.finds("Fax : [+243 1 234 5678]");
        check.finds("fax [555-123-4567]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new FaxNumber());
        check.leaves("fax en panne");
        check.leaves("tel 555-123-4567");
    }
}
