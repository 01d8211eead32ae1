package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class HighAgeTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new HighAge());
        check.finds("âgé de [94] ans");
        check.finds("a [92]-year-old");
        check.finds("[101] ans");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new HighAge());
        check.leaves("84 ans");
        check.leaves("T° 94");
        check.leaves("190 ans");
    }
}
