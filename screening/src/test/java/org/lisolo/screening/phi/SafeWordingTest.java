package org.lisolo.screening.phi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lisolo.screening.Span;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class SafeWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "opérée le [12 mai 2026] ici | opérée en 2026 ici",
                "Le [12/05/2026], elle est sortie | En 2026, elle est sortie",
                "OPEREE LE [12/05/2026] | OPEREE EN 2026",
                "consultation du [3 mars 2019] | consultation de 2019",
                "suivie depuis le  [3 mars 2019] | suivie depuis  2019",
                "hospitalisée jusqu'au [3 mars 2019] | hospitalisée jusqu'en 2019",
                "seen on [May 5th, 2023] here | seen in 2023 here",
                "born on the [5th of May 2023] | born in 2023",
                "since the [5th of May 2023] | since 2023",
                "Née [12/05/2026] | Née 2026",
                "le double [12/05/2026] | le double 2026",
                "opérée le [12 mai] | opérée le [date retirée]",
                "[12/05/2026] | 2026",
            })
    void saysTheYearAsAYearIsSaid(String marked, String safe) {
        int start = marked.indexOf('[');
        int end = marked.indexOf(']') - 1;
        String text = marked.substring(0, start) + marked.substring(start + 1).replace("]", "");
        PhiFinding date =
                new PhiFinding(
                        new Span(start, end), PhiCategory.DATE, 0.9, "date", Optional.empty());
        assertThat(SafeWording.of(text, List.of(date), Locale.FRENCH)).isEqualTo(safe);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vit [12 av. Saio], [Gombe] depuis | LOCATION | vit [lieu retiré] depuis",
                "vit à [Goma]  [Karisimbi]. | LOCATION | vit à [lieu retiré].",
                "de [Goma] à [Bukavu] | LOCATION | de [lieu retiré] à [lieu retiré]",
                "[Awa] [Wembolo] dort | NAME | [nom retiré] dort",
                "[Awa], [Jean] dorment | NAME | [nom retiré], [nom retiré] dorment",
                "[3 mai] [4 mai] | DATE | [date retirée]",
                "[03/05/2026] [04/05/2026] | DATE | 2026 2026",
            })
    void saysNeighboursOfOneKindOnce(String marked, PhiCategory category, String safe) {
        List<PhiFinding> findings = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int open = 0;
        for (char c : marked.toCharArray()) {
            switch (c) {
                case '[' -> open = text.length();
                case ']' ->
                        findings.add(
                                new PhiFinding(
                                        new Span(open, text.length()),
                                        category,
                                        0.9,
                                        "date",
                                        Optional.empty()));
                default -> text.append(c);
            }
        }
        assertThat(SafeWording.of(text, findings, Locale.FRENCH)).isEqualTo(safe);
    }
}
