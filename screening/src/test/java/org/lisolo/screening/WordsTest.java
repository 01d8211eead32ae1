package org.lisolo.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "L'Hôpital général|l hopital general",
                "covid-19|covid 19",
                "example.com|example com",
                "Œdème|oedeme",
                "e\u0301cole|ecole",
                "ﬁèvre ＣＯＶＩＤ①|fievre covid1",
                "vac\u200Bcin vac\u00ADcin|vaccin vaccin",
                "m² ½|m2 1 2",
                "mɔ́tɔ́ na ndáko|moto na ndako",
                "snake_case|snake case",
                "İstanbul STRAẞE Straße|istanbul strasse strasse",
                "𝐂𝐨𝐯𝐢𝐝 👩‍⚕️ ok|covid ok",
                "حُمَّى|حمى",
                "हिन्दी|हिनदी",
                "don’t|don t",
                "한국어|한국어",
                "paluuuuuu 10000|paluuu 10000",
            })
    void foldsAndParts(String text, String folded) {
        assertThat(Words.fold(text)).isEqualTo(folded);
    }

    @Test
    void keepsTheOffsetsOfTheTextAsWritten() {
        String text = "  À l'hôpi\u00ADtal 👩‍⚕️ e\u0301 ½";
        List<String> written =
                Words.of(text).list().stream().map(w -> w.span().in(text).toString()).toList();
        assertThat(written).containsExactly("À", "l", "hôpi\u00ADtal", "e\u0301", "½", "½");
    }

    @Test
    void readsTextsWithoutWordsAndBrokenSurrogates() {
        assertThat(Words.of("").list()).isEmpty();
        assertThat(Words.of(" \n...🙂").list()).isEmpty();
        assertThat(Words.fold("a\uD800b \uDC00c\uD800")).isEqualTo("a b c");
    }

    @Test
    void readsTheSameWordsWhereverInTheTextTheyLie() {
        String text =
                "L'hôpital, 19 cas de paluuuuu; électroencéphalographie et œdème حمى 100000 oooh!";
        List<String> words = Words.of(text).list().stream().map(Word::folded).toList();
        for (int before = 1; before < 140; before++) {
            String moved = " ".repeat(before) + text + " fin".repeat(before % 7);
            List<Word> found = Words.of(moved).list().subList(0, words.size());
            assertThat(found).extracting(Word::folded).isEqualTo(words);
            assertThat(found)
                    .extracting(word -> Words.fold(word.span().in(moved).toString()))
                    .isEqualTo(words);
        }
    }

    @Test
    void forgetsALongTextBeforeAShortOne() {
        WordBuffer buffer = new WordBuffer();
        for (String text : List.of("mot ".repeat(300_000), "œ ".repeat(50_000), "court", "")) {
            buffer.read(text);
            assertThat(buffer.count).isEqualTo(text.split(" ").length - (text.isEmpty() ? 1 : 0));
        }
        buffer.read("un œuf");
        assertThat(buffer.foldedWord(1)).isEqualTo("oeuf");
    }
}
