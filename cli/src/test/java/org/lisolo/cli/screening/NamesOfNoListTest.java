package org.lisolo.cli.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.screening.phi.PhiScreener;
import org.lisolo.screening.phi.WorldNames;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Congolese family names that neither the lexicon nor what the model learns from has. */
class NamesOfNoListTest {
    private static final List<String> SENTENCES =
            List.of(
                    "Patient : %s Jean, vu hier aux urgences",
                    "Mme %s a accouché ce matin, merci au Dr %s",
                    "Nom : %s Postnom : %s Prénom : Grâce",
                    "ma tante %s est hospitalisée depuis lundi",
                    "Quelqu'un connaît le docteur %s ?",
                    "Courrier du Pr %s à Monsieur %s Dieudonné",
                    "%s et sa sœur %s attendent leurs résultats",
                    "Le dossier de Josephine %s a été perdu",
                    "Bonjour, c'est papa %s, je cherche du sang",
                    "Infirmière %s Rosette, service de pédiatrie",
                    "mama %s azali na lopitalo",
                    "Has anyone seen Mrs %s or her son Patient %s?",
                    "Dr %s, please call back about %s",
                    "%s Marie-Claire, née le 3 mai 1990");

    @TempDir private Path folder;

    private static List<String> names() throws IOException {
        try (InputStream input =
                Objects.requireNonNull(
                        NamesOfNoListTest.class.getResourceAsStream(
                                "family-names-of-no-list.txt"))) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    void areInNoList() throws IOException {
        WorldNames world = FictivePeople.standard().all();
        Set<String> known = new HashSet<>(world.given());
        known.addAll(world.family());
        known.addAll(world.towns());
        assertThat(names()).hasSizeGreaterThan(150).doesNotContainAnyElementsOf(known);
    }

    @Test
    void areFoundNineTimesInTen() throws IOException {
        List<String> names = names();
        int asked = 0;
        int found = 0;
        for (int i = 0; i < names.size() * 4; i++) {
            String one = names.get(i % names.size());
            String other = names.get((i * 31 + 7) % names.size());
            String text =
                    String.format(Locale.ROOT, SENTENCES.get(i % SENTENCES.size()), one, other);
            for (String name : Set.of(one, other)) {
                if (text.contains(name)) {
                    asked++;
                    found +=
                            PhiScreener.standard().find(text).stream()
                                            .anyMatch(
                                                    f ->
                                                            f.span()
                                                                    .in(text)
                                                                    .toString()
                                                                    .contains(name))
                                    ? 1
                                    : 0;
                }
            }
        }
        assertThat((double) found / asked).as("recall over " + asked).isGreaterThan(0.9);
    }

    @Test
    void canStandInKnownTexts() throws IOException {
        Path gold =
                Files.writeString(
                        folder.resolve("gold.jsonl"),
                        """
                        {"id":"a","text":"Mme ILUNGA attend","spans":[{"start":4,"end":10,"label":"NOM"}]}
                        """);
        Path list = Files.writeString(folder.resolve("names.txt"), "Lufuluabo\n");
        Spoken said =
                Spoken.lisolo(
                        "",
                        "evaluate",
                        "phi",
                        "--names",
                        list.toString(),
                        "--missed",
                        "1",
                        "--caution",
                        "-30",
                        gold.toString());
        assertThat(said.output()).contains("[LUFULUABO]").doesNotContain("ILUNGA");
    }
}
