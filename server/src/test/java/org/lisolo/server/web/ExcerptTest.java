package org.lisolo.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void keepsAShortTextWhole() {
        assertThat(Excerpt.of(" Mbote na bino ", 20)).isEqualTo("Mbote na bino");
    }

    @Test
    void cutsBetweenWords() {
        assertThat(Excerpt.of("Le centre de santé est ouvert", 12)).isEqualTo("Le centre\u00a0…");
    }

    @Test
    void neverCutsACharacterInTwo() {
        assertThat(Excerpt.of("👩🏾‍⚕️".repeat(20), 25)).endsWith("👩🏾‍⚕️\u00a0…");
    }
}
