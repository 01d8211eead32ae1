package org.lisolo.server.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.testing.Said;

class FingerprintTest {
    private final Said said = Said.somewhere().text("un");

    @Test
    void isTheSameForTheSameEventDeliveredTwice() {
        assertThat(print(said)).isEqualTo(print(said));
        assertThat(print(said.edited("deux"))).isEqualTo(print(said.edited("deux")));
    }

    @Test
    void isTheSameForADeletionWhateverItsTime() {
        assertThat(print(said.deleted()))
                .isEqualTo(print(said.deleted().at(said.at().plusSeconds(7_200))));
    }

    @Test
    void differsForATextThatIsChangedAndChangedBack() {
        Said deux = said.edited("deux");
        Said un = deux.edited("un");
        assertThat(print(un.edited("deux"))).isNotEqualTo(print(deux));
    }

    @Test
    void differsByWhatIsSaidAndWhere() {
        assertThat(print(said.text("deux"))).isNotEqualTo(print(said));
        assertThat(print(said.id("ailleurs"))).isNotEqualTo(print(said));
        assertThat(print(said.on(Said.somewhere().channel()))).isNotEqualTo(print(said));
        assertThat(print(said.by("didier"))).isNotEqualTo(print(said));
        assertThat(print(said.edited("un"))).isNotEqualTo(print(said));
        Attachment picture = new Attachment("image/png", "une affiche", null, null);
        assertThat(print(said.with(picture))).isNotEqualTo(print(said));
    }

    private static java.util.UUID print(Said said) {
        return said.event().fingerprint();
    }
}
