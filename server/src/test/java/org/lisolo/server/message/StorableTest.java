package org.lisolo.server.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StorableTest {
    @Test
    void leavesTextThatFitsAlone() {
        String text = "Fièvre 😷 à Mbánza – ‮abc‬ مرحبا";
        assertThat(Storable.text(text)).isSameAs(text);
    }

    @Test
    void putsTheReplacementCharacterWhereNothingCanStand() {
        assertThat(Storable.text("a\0b")).isEqualTo("a\uFFFDb");
        assertThat(Storable.text("\uD83D")).isEqualTo("\uFFFD");
        assertThat(Storable.text("x\uDE37y")).isEqualTo("x\uFFFDy");
        assertThat(Storable.text("\uDE37\uD83D")).isEqualTo("\uFFFD\uFFFD");
        assertThat(Storable.text("\uD83D\uD83D\uDE37")).isEqualTo("\uFFFD\uD83D\uDE37");
    }
}
