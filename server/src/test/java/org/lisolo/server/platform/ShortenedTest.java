package org.lisolo.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortenedTest {
    @Test
    void keepsAShortTextWhole() {
        assertThat(Shortened.of(" Mbote na bino ", 20)).isEqualTo("Mbote na bino");
    }

    @Test
    void cutsBetweenWords() {
        assertThat(Shortened.of("Le centre de santé est ouvert", 12)).isEqualTo("Le centre\u00a0…");
    }

    @Test
    void neverCutsACharacterInTwo() {
        assertThat(Shortened.of("👩🏾‍⚕️".repeat(20), 25))
                .endsWith("👩🏾‍⚕️\u00a0…")
                .hasSizeLessThanOrEqualTo(25);
    }
}
