package org.lisolo.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.web.safeguards.Safeguard;
import org.lisolo.server.web.safeguards.Safeguards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the page of safeguards says is there is there. */
class SafeguardsTest {
    private static final Path DOC = Path.of("../docs/safeguards.md");

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Set<String> tests;
        try (Stream<Path> server = Files.walk(Path.of("src/test/java"));
                Stream<Path> cli = Files.walk(Path.of("../cli/src/test/java"))) {
            tests =
                    Stream.concat(server, cli)
                            .map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".java"))
                            .map(name -> name.replace(".java", ""))
                            .collect(Collectors.toSet());
        }
        for (Safeguard one : Safeguards.all()) {
            assertThat(tests).as(one.paragraph()).containsAll(one.tests());
        }
    }

    @Test
    void everyPageThatIsLinkedIsRouted() {
        assertThat(Safeguards.all())
                .filteredOn(one -> !one.page().isEmpty())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(AccessCheck.find("GET", one.page())).isPresent());
    }

    @Test
    void eachPointIsToldInEveryLanguageAndSaysEitherHowOrWhatIsMissing() {
        for (Safeguard one : Safeguards.all()) {
            assertThat(Safeguards.LAWS).contains(one.law());
            for (var texts : java.util.List.of(one.title(), one.met(), one.missing())) {
                assertThat(texts).as(one.paragraph()).containsOnlyKeys("fr", "en");
                assertThat(texts.get("fr").isEmpty()).isEqualTo(texts.get("en").isEmpty());
            }
            assertThat(one.met("fr") + one.missing("fr")).as(one.paragraph()).isNotEmpty();
        }
    }

    @Test
    void theDocumentIsMadeFromTheSameSource() throws IOException {
        String document = document();
        if ("write".equals(System.getProperty("lisolo.docs"))) {
            Files.writeString(DOC, document);
        }
        assertThat(Files.readString(DOC))
                .as("write it anew: -Dtest=SafeguardsTest -Dlisolo.docs=write")
                .isEqualTo(document);
    }

    private static String document() {
        StringBuilder text =
                new StringBuilder(
                        """
                        # Safeguards

                        What the law asks beside what meets it, the test that shows it, and what is missing. Made from
                        `server/src/main/resources/safeguards/safeguards.json`, like the page `/safeguards`; a test keeps them in step. *Not verified*
                        means that the text of the law was not read for this. This is no legal advice.
                        """);
        for (String law : Safeguards.LAWS) {
            text.append("\n## ").append(title(law)).append("\n\n");
            text.append("| paragraph | what | how it is met | test | page | missing |\n");
            text.append("| --- | --- | --- | --- | --- | --- |\n");
            Safeguards.all().stream()
                    .filter(one -> one.law().equals(law))
                    .forEach(one -> text.append(row(one)));
        }
        return text.toString();
    }

    private static String title(String law) {
        return switch (law) {
            case "technical" -> "Technical safeguards, 45 CFR 164.312";
            case "privacy" -> "Privacy and documentation, 45 CFR 164.316 and 164.508 to 164.530";
            default -> "Democratic Republic of the Congo";
        };
    }

    private static String row(Safeguard one) {
        return "| "
                + String.join(
                        " | ",
                        one.paragraph(),
                        one.title("en")
                                + " ("
                                + one.duty()
                                + (one.checked() ? "" : ", *not verified*")
                                + ")",
                        one.met("en"),
                        one.tests().stream()
                                .map(test -> "`" + test + "`")
                                .collect(Collectors.joining(", ")),
                        one.page().isEmpty() ? "" : "`" + one.page() + "`",
                        one.missing("en"))
                + " |\n";
    }
}
