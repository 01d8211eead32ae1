package org.lisolo.screening.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lisolo.screening.Span;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

class LanguageIdentifierTest {
    private static final LanguageIdentifier IDENTIFIER = LanguageIdentifier.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    fr  | Les enfants de la commune seront vaccinés lundi
                    fr  | LES ENFANTS DE LA COMMUNE SERONT VACCINES
                    en  | The children will be vaccinated on Monday
                    sw  | Watoto watapewa chanjo siku ya Jumatatu
                    ln  | Bana nyonso basengeli kozwa mangwele
                    kg  | Bana yonso fwete baka nkisi ya kutanina na lupitalu
                    lua | Bana bonso badi ne bua kupeta buanga mu lupitadi
                    und | Die Kinder werden am Montag im Krankenhaus geimpft
                    und | سيتم تطعيم الأطفال يوم الاثنين
                    """)
    void knowsTheSixLanguagesFromOthers(String code, String text) {
        assertThat(IDENTIFIER.identify(text).language().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "12 345, 67",
                "😀🎉",
                "https://example.org/les-enfants",
                "@lesenfants"
            })
    void isUnsureWhereNothingSaysALanguage(String text) {
        LanguageGuess guess = IDENTIFIER.identify(text);
        assertThat(guess).isEqualTo(LanguageGuess.NONE);
    }

    @Test
    void cutsAMixedTextWhereTheLanguageChanges() {
        String french = "Le vaccin est gratuit au centre de santé";
        String lingala = "Bana nyonso basengeli kozwa mangwele lobi na tongo";
        LanguageGuess guess = IDENTIFIER.identify(french + ". " + lingala + " 😀");
        assertThat(guess.segments())
                .containsExactly(
                        new LanguageSegment(new Span(0, french.length()), Language.FRENCH),
                        new LanguageSegment(
                                new Span(
                                        french.length() + 2,
                                        french.length() + 2 + lingala.length()),
                                Language.LINGALA));
    }

    @Test
    void doesNotChangeForABorrowedWord() {
        LanguageGuess guess =
                IDENTIFIER.identify("Mwana na ngai azali na fièvre makasi banda lobi na butu");
        assertThat(guess.segments())
                .extracting(LanguageSegment::language)
                .containsExactly(Language.LINGALA);
    }

    @Test
    void learnsTheSameFromTheSame() throws IOException {
        List<LanguageExample> examples =
                List.of(
                        new LanguageExample("la toux de l'enfant", Language.FRENCH),
                        new LanguageExample("the cough of the child", Language.ENGLISH));
        byte[] first = learnt(examples);
        assertThat(learnt(examples)).isEqualTo(first);
        LanguageIdentifier own = LanguageIdentifier.read(new ByteArrayInputStream(first));
        assertThat(own.identify("la toux").language()).isEqualTo(Language.FRENCH);
        assertThat(own.identify("the cough").language()).isEqualTo(Language.ENGLISH);
    }

    private static byte[] learnt(List<LanguageExample> examples) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        LanguageTraining.learn(examples, 1, output);
        return output.toByteArray();
    }

    @Test
    void refusesWhatIsNoModel() {
        assertThatThrownBy(() -> LanguageIdentifier.read(new ByteArrayInputStream("no".getBytes())))
                .isInstanceOf(IOException.class);
    }

    @Test
    void endsInBoundedTimeOnTextsNobodyWrites() {
        for (String text :
                List.of(
                        "a".repeat(1_000_000),
                        "a ".repeat(500_000),
                        "\uD800".repeat(1_000_000),
                        "a\uDC00".repeat(500_000),
                        "éb ".repeat(300_000),
                        "h".repeat(1_000_000),
                        "http://".repeat(140_000),
                        "жa字 ".repeat(250_000))) {
            assertThatCode(() -> IDENTIFIER.identify(text)).doesNotThrowAnyException();
            long began = System.nanoTime();
            IDENTIFIER.identify(text);
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void saysTheSameFromManyThreads() {
        List<String> texts =
                List.of(
                        "Bonjour à tous les enfants",
                        "Mbote na bino nyonso",
                        "Good morning to all");
        List<LanguageGuess> alone = texts.stream().map(IDENTIFIER::identify).toList();
        assertThat(
                        IntStream.range(0, 2000)
                                .parallel()
                                .allMatch(
                                        i ->
                                                IDENTIFIER
                                                        .identify(texts.get(i % 3))
                                                        .equals(alone.get(i % 3))))
                .isTrue();
    }
}
