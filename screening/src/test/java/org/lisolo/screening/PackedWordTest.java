package org.lisolo.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

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
    void holdsEightLettersSideBySide() {
        assertThat(PackedWord.isNarrow("paludisme")).isTrue();
        assertThat(PackedWord.isNarrow("حمى")).isFalse();
        assertThat(PackedWord.of("ab")).isEqualTo('a' | 'b' << 8);
        assertThat(PackedWord.last("hopital0")).isZero();
        assertThat(PackedWord.last("xhopital")).isZero();
        assertThat(PackedWord.last("xhopital0")).isEqualTo(PackedWord.of("hopital0"));
    }

    @Test
    void findsAWordThatPacksLikeAnother() {
        // what the last eight letters add to the first eight can make any eight letters
        long spread = PackedWord.of("hopitalxyzabcdef") - PackedWord.of("hopitalx");
        byte[] alike = new byte[24];
        PackedWord.set(alike, 8, PackedWord.of("hopitalx") + spread);
        KeyTable table = table("hopitalxyzabcdef");
        assertThat(table.find(alike, 8, 16)).isEqualTo(KeyTable.NONE);
        assertThat(unit(table, "hopitalxyzabcdef")).isZero();
    }

    @Test
    void tellsWordsOfTheSameBeginningAndEndApart() {
        List<String> words =
                List.of(
                        "aaaaaaaa",
                        "aaaaaaaaa",
                        "aaaaaaaaaa",
                        "aaaaaaaaaaaaaaaa",
                        "aaaaaaaaaaaaaaaaa",
                        "aaaaaaaabaaaaaaaa",
                        "aaaaaaaabcaaaaaaaa",
                        "aaaaaaaacbaaaaaaaa");
        for (int i = 0; i < words.size(); i++) {
            KeyTable all = table(words.toArray(new String[0]));
            KeyTable only = table(words.get(i));
            for (int j = 0; j < words.size(); j++) {
                assertThat(unit(all, words.get(j))).isEqualTo(j);
                assertThat(unit(only, words.get(j))).isEqualTo(i == j ? 0 : -1);
            }
        }
    }

    private static KeyTable table(String... words) {
        KeyTable.Builder builder = new KeyTable.Builder();
        for (int i = 0; i < words.length; i++) {
            builder.add(words[i], i, true);
        }
        return builder.build();
    }

    /** The same of bytes and of characters; -1 for none. */
    private static int unit(KeyTable table, String word) {
        byte[] bytes = ("xxxxxxxx" + word + "yyyyyyyy").getBytes(StandardCharsets.US_ASCII);
        long entry = table.find(bytes, 8, 8 + word.length());
        assertThat(table.find(word.toCharArray(), 0, word.length())).isEqualTo(entry);
        return entry == KeyTable.NONE ? -1 : KeyTable.one(entry);
    }
}
