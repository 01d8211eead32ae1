package org.lisolo.screening.phi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lisolo.screening.Span;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

class PhiScreenerTest {
    private static final PhiScreener SCREENER = PhiScreener.standard();

    private static List<String> found(String text) {
        return SCREENER.find(text).stream()
                .map(f -> f.category() + " " + f.span().in(text))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NAME     | Wembolo          | Patient : Mukaditu Wembolo, vu hier aux urgences
                    NAME     | NZOLAMESO Prisca | Nom : NZOLAMESO Prisca, née à Boma
                    NAME     | Mary Robertson   | Follow-up of Mary Robertson, aged 40, after surgery
                    LOCATION | Kimbanseke       | Elle habite la commune de Kimbanseke depuis 2019
                    LOCATION | HGR Makala       | Il est hospitalisé à HGR Makala
                    DATE     | 12 mars 2024     | Elle a été opérée le 12 mars 2024
                    PHONE    | +243 812 345 678 | Appelez-moi au +243 812 345 678
                    EMAIL    | awa@exemple.cd   | écrivez à awa@exemple.cd
                    MRN      | JHH-654321       | seen in clinic, MRN: JHH-654321
                    AGE      | 94               | Mon grand-père de 94 ans a la fièvre
                    """)
    void findsIdentifiersInFrenchAndEnglish(String category, String what, String text) {
        assertThat(SCREENER.find(text))
                .anySatisfy(
                        finding -> {
                            assertThat(finding.category().name()).isEqualTo(category);
                            assertThat(finding.span().in(text).toString()).contains(what);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bonjour, où faire vacciner mon enfant de 3 ans ?",
                "La maladie de Parkinson et le syndrome de Down ne sont pas contagieux.",
                "Guidelines for managing hypertension in a 55-year-old female diagnosed in 2021?",
                "TA 12/8, pouls 80, température 37,2, SpO2 98 %",
                "La Loi du 18 décembre 2018 protège les malades.",
                "Le Congo a besoin de médecins."
            })
    void leavesHarmlessTextAlone(String text) {
        assertThat(found(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ISO day with its time | On 2019-04-18 03:07:43 the ward was closed | 2019-04-18 03:07:43
                    day set apart         | vue le 20 12 2003 à Goma | 20 12 2003
                    no frame of a table   | │ Jean Mukaditu │ 12 mars 2024 │ | 12 mars 2024
                    """)
    void findsWholeStretches(String what, String text, String stretch) {
        assertThat(SCREENER.find(text).stream().map(f -> f.span().in(text).toString()))
                .as(what)
                .contains(stretch);
    }

    @Test
    void seesAStoryThatLeavesOnePersonOnly() {
        assertThat(found("La fille de 14 ans du pasteur de Masina, opérée mardi, va mieux"))
                .anyMatch(f -> f.startsWith("STORY fille de 14 ans"));
        assertThat(found("The 14-year-old daughter of the pastor of Masina, operated on Tuesday"))
                .anyMatch(f -> f.startsWith("STORY "));
        assertThat(found("Une fille de 14 ans a été opérée mardi"))
                .noneMatch(f -> f.startsWith("STORY"));
    }

    @Test
    void countsOffsetsInUnitsOfTheTextAsWritten() {
        String text = "👩🏾‍⚕️ Appelez le +243 812 345 678 😀";
        PhiFinding finding = SCREENER.find(text).getFirst();
        assertThat(finding.span().in(text)).hasToString("+243 812 345 678");
    }

    @Test
    void saysWhatIsPublicAndWhy() {
        PublicFacts facts =
                new PublicFacts(
                        List.of(
                                new PublicFacts.Fact("Dr Awa Mukaditu", "notre médecin"),
                                new PublicFacts.Fact("+243 812 345 678", "notre numéro")));
        String text = "Le Dr MUKADITU Awa répond au 0812345678. Patient : Wembolo Jean";
        List<PhiFinding> findings = SCREENER.find(text, facts);
        assertThat(findings)
                .filteredOn(PhiFinding::isPublic)
                .extracting(f -> f.publicBecause().orElseThrow())
                .containsExactly("notre médecin", "notre numéro");
        String safe = PhiScreener.safe(text, findings, Locale.FRENCH);
        assertThat(safe).contains("MUKADITU", "0812345678").doesNotContain("Wembolo");
    }

    @Test
    void offersASafeWording() {
        String text = "Mme Furaha Wembolo, née le 12 mars 1984, tél +243 812 345 678";
        List<PhiFinding> findings = SCREENER.find(text);
        assertThat(PhiScreener.safe(text, findings, Locale.FRENCH))
                .contains("1984", "[nom retiré]", "[numéro de téléphone retiré]")
                .doesNotContain("Furaha", "12 mars", "345");
        assertThat(PhiScreener.safe(text, findings, Locale.ENGLISH)).contains("[name removed]");
        assertThat(findings).allMatch(f -> f.because(Locale.FRENCH).endsWith("."));
        assertThat(findings).allMatch(f -> !f.because(Locale.ENGLISH).contains("Furaha"));
    }

    @Test
    void endsInBoundedTimeOnTextsNobodyWrites() {
        for (String text :
                List.of(
                        "a".repeat(1_000_000),
                        "1".repeat(1_000_000),
                        "1 ".repeat(300_000),
                        "a@".repeat(300_000),
                        "a.".repeat(300_000),
                        ":".repeat(500_000),
                        "tel ".repeat(100_000),
                        "avenue A".repeat(60_000),
                        "\uD800".repeat(300_000),
                        "janvier 1 ".repeat(50_000),
                        "deux-".repeat(100_000),
                        "A. Mukala, B. Lusa, ".repeat(25_000) + "et al. 2020;1(2):3",
                        "Mukala Lusa ".repeat(40_000) + "et al. ISBN",
                        "et al, A. B. Mukala; ".repeat(25_000),
                        "2019 Jan 2;3(".repeat(40_000),
                        "1 8 4 1 2 7 6 4 5 1 0 8 9 ".repeat(20_000),
                        "https://chu.".repeat(40_000),
                        "Муках لوسا 无名 Mukáh ".repeat(20_000),
                        IntStream.range(0, 10_000)
                                .mapToObj(i -> "Jean Mukaditu" + i % 7)
                                .collect(java.util.stream.Collectors.joining(", ")))) {
            long began = System.nanoTime();
            List<PhiFinding> findings = SCREENER.find(text);
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as(text.substring(0, 8))
                    .isLessThan(Duration.ofSeconds(30));
            PhiScreener.safe(text, findings, Locale.FRENCH);
        }
    }

    @Test
    void learnsTheSameFromTheSame() throws IOException {
        PhiExample.Marked name = new PhiExample.Marked(new Span(8, 13), PhiExample.Kind.NAME);
        List<PhiExample> examples = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            examples.add(new PhiExample("Patient Wembo ici", List.of(name)));
            examples.add(new PhiExample("Patient Zolam ici", List.of(name)));
            examples.add(new PhiExample("le vaccin est gratuit ici", List.of()));
        }
        byte[] first = learnt(examples);
        assertThat(learnt(examples)).isEqualTo(first);
        PhiScreener own = PhiScreener.read(new ByteArrayInputStream(first));
        assertThat(own.find("Patient Kumbi ici")).hasSize(1);
    }

    private static byte[] learnt(List<PhiExample> examples) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        WorldNames names =
                new WorldNames(List.of("Awa"), List.of("Wembo"), List.of("Goma"), List.of());
        SequenceTraining.learn(
                examples, List.of("ici ici"), List.of("clinic"), names, 2, 1, output);
        return output.toByteArray();
    }

    @Test
    void keepsItsModelUnderTwentyMegabytes() throws IOException {
        try (InputStream model = PhiScreener.class.getResourceAsStream("phi.model")) {
            assertThat(model).isNotNull();
            assertThat(model.readAllBytes()).hasSizeLessThan(20_000_000);
        }
    }

    @Test
    void refusesWhatIsNoModel() {
        byte[] no = "no".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> PhiScreener.read(new ByteArrayInputStream(no)))
                .isInstanceOf(IOException.class);
    }
}
