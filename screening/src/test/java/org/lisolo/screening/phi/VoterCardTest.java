package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class VoterCardTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new VoterCard());
        check.finds("carte d'électeur [12345678901]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new VoterCard());
        check.leaves("carte d'électeur perdue");
        check.leaves("12345678901");
    }
}
