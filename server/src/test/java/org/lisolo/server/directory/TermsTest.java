package org.lisolo.server.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

/** Our lists speak every language of the pages, and each name finds its term. */
class TermsTest {
    @Test
    void haveANameInEveryLanguage() {
        for (TermList list : TermList.values()) {
            for (String language : List.of("fr", "en", "ln", "sw")) {
                var names = Terms.names(list, Locale.of(language));
                assertThat(names).hasSameSizeAs(Terms.names(list, Locale.FRENCH));
                assertThat(names.values()).as(list + " " + language).doesNotContain("");
                assertThat(names.values()).as(list + " " + language).doesNotHaveDuplicates();
                names.forEach(
                        (code, name) ->
                                assertThat(Terms.meant(list, name).map(Term::code))
                                        .as(name)
                                        .contains(code));
            }
        }
        assertThat(Terms.names(TermList.CONDITION, Locale.of("sw")))
                .containsEntry("tuberculosis", "Kifua kikuu (TB)");
    }

    /** A dictionary's letters find what people write without them. */
    @Test
    void areFoundWithTheLettersOfADictionary() {
        assertThat(Words.fold("Mɔtéma")).isEqualTo("motema");
        assertThat(Words.fold("lɛlɔ́")).isEqualTo("lelo");
    }

    @Test
    void tellInWhatLanguageAnOrganisationWrote() {
        assertThat(WrittenIn.language("En face du marché, à gauche de l’église")).isEqualTo("fr");
        assertThat(WrittenIn.language("Opposite the market, next to the big blue gate"))
                .isEqualTo("en");
        assertThat(WrittenIn.language("Tosalisaka babeli mikolo nyonso na motema malamu"))
                .isEqualTo("ln");
        assertThat(WrittenIn.language("Tunawahudumia wagonjwa wote kila siku kwa upendo"))
                .isEqualTo("sw");
        assertThat(WrittenIn.language("10 000 FC")).isEqualTo("fr");
    }
}
