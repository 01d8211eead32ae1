package org.lisolo.screening.phi;

import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void findsWhatIsWrittenSo() {
        RecogniserCheck check = new RecogniserCheck(new Secret());
        check.finds("mot de passe : [Qr7!dke39]");
        check.finds("password is [abc12345]");
    }

    @Test
    void leavesWhatOnlyLooksSo() {
        RecogniserCheck check = new RecogniserCheck(new Secret());
        check.leaves("mot de passe oublié");
        check.leaves("pin perdu");
    }
}
