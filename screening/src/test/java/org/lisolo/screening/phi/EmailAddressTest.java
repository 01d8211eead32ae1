package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class EmailAddressTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new EmailAddress());
        check.finds("écrire à [awa.ilunga+a@gmail.com], merci");
        check.finds("[a@b.cd]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new EmailAddress());
        check.leaves("@awa bonjour");
        check.leaves("a@b");
        check.leaves("12 @ 3 euros");
    }
}
