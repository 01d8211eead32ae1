package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class SpelledDateTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new SpelledDate());
        check.finds("le [deux janvier mille neuf cent soixante dix huit]");
        check.finds("[Jeudi dix-sept Octobre deux mille dix huit]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new SpelledDate());
        check.leaves("deux mille");
        check.leaves("jeudi");
        check.leaves("en octobre");
    }
}
