package org.lisolo.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

class PackedWordTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "palu", "hopital0", "paludisme", "hospitalisation2", "aaaaaaaaaa"})
    void isTheSameOfBytesAndOfCharacters(String word) {
        byte[] bytes = ("xxxxxxxxx" + word + "yyyyyyyyy").getBytes(StandardCharsets.US_ASCII);
        assertThat(PackedWord.of(bytes, 9, 9 + word.length()))
                .isEqualTo(PackedWord.of(word))
                .isEqualTo(PackedWord.of(("é" + word).toCharArray(), 1, 1 + word.length()));
    }

    @Test
    void holdsEightLettersWhole() {
        assertThat(PackedWord.isWhole("hopital0")).isTrue();
        assertThat(PackedWord.isWhole("paludisme")).isFalse();
        assertThat(PackedWord.isWhole("حمى")).isFalse();
        assertThat(PackedWord.of("ab")).isEqualTo('a' | 'b' << 8);
    }

    @Test
    void findsAWordThatPacksLikeAnother() {
        // what the last eight letters add to the first eight can make any eight letters
        long spread = PackedWord.of("hopitalxyzabcdef") - PackedWord.of("hopitalx");
        KeyTable.Builder builder = new KeyTable.Builder();
        builder.add("hopitalxyzabcdef", 7, true);
        KeyTable table = builder.build();
        long alike = PackedWord.of("hopitalx") + spread;
        assertThat(table.find(alike)).isEqualTo(KeyTable.NONE);
        char[] word = "hopitalxyzabcdef".toCharArray();
        assertThat(KeyTable.one(table.find(word, 0, word.length))).isEqualTo(7);
    }
}
