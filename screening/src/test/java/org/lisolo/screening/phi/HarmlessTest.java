package org.lisolo.screening.phi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class HarmlessTest {
    private static List<String> found(String text) {
        return PhiScreener.standard().find(text).stream()
                .map(f -> f.span().in(text).toString())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fever in children. A. MABIALA, T. OKONDA, R.K. LUSAMBA, P. VANDEKERKHOVE and E."
                        + " NGOLO, 2nd edition, Leuven: Academic Press, 2014. 312 p.",
                "Mabiala A, Okonda T, Lusamba RK, Vandekerckhove P, et al. Fever in children. 2014"
                        + " Mar 3;12(4):55-61.",
                "Plus d’informations sur https://www.sante.gouv.cd/vaccination et"
                        + " https://www.who.int/fr",
                "Vos droits : https://www.chu-exemple.fr/vos-droits",
                "Selon la loi Mavoungou, le soin est gratuit.",
                "Journée mondiale du 10 octobre",
                "Tél : 00 00 00 00 00\nCode : 2222 2222",
                "Le décret n° 2016-1234 du 4 mai 2016 s’applique."
            })
    void leavesWhatIsEverybodys(String text) {
        assertThat(found(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Présents : A. MABIALA, T. OKONDA, R. LUSAMBA, P. NGOLO | A. MABIALA",
                "Suivez https://mabiala.example.com/awa | https://mabiala.example.com/awa",
                "Voir https://www.chu-exemple.fr/dossier?id=12 |"
                        + " https://www.chu-exemple.fr/dossier?id=12",
                "Faxée dans la journée du 23/04/2021. | 23/04/2021",
                "Adressé au CHU de Limoges | Limoges",
            })
    void findsWhatIsNot(String text, String what) {
        assertThat(found(text)).contains(what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Résultat 111111111111111111111111", "Valeur :\n7 8 9 0 0 1 2 3 4"})
    void readsNoNameWithoutLetters(String text) {
        assertThat(PhiScreener.standard().find(text))
                .noneMatch(f -> f.category() == PhiCategory.NAME);
    }
}
