package org.lisolo.server.people.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lisolo.server.platform.Problem;

class PseudonymTest {
    @Test
    void isTheSameForWhatLooksTheSame() {
        String likeness = Pseudonym.of("Maman Bijou").likeness();
        for (String twin :
                new String[] {
                    "maman bijou",
                    "MAMAN_BIJOU",
                    "Màmän Bijoù",
                    "Maman.Bij0u",
                    "Maman  Bijou",
                    "Marnan Bijou",
                    "mamanbljou"
                }) {
            assertThat(Pseudonym.of(twin).likeness()).as(twin).isEqualTo(likeness);
        }
        assertThat(Pseudonym.of("Papa Bijou").likeness()).isNotEqualTo(likeness);
        assertThat(Pseudonym.of("Ilunga").likeness()).isEqualTo(Pseudonym.of("llunga").likeness());
        assertThat(Pseudonym.of("wewa_12").likeness())
                .isEqualTo(Pseudonym.of("Wewa l2").likeness());
    }

    @Test
    void keepsWhatPeopleWrite() {
        assertThat(Pseudonym.of("  Maman   Bijou ").shown()).isEqualTo("Maman Bijou");
        assertThat(Pseudonym.of("N’Djili-Kîn").shown()).isEqualTo("N’Djili-Kîn");
    }

    @Test
    void refusesWhatWouldPassForAnAuthority() {
        for (String posing :
                new String[] {
                    "Lisolo",
                    "L1solo",
                    "ADMIN",
                    "Àdmín",
                    "Dr Kabeya",
                    "Docteur Love",
                    "dr.house",
                    "infirmière Awa",
                    "Ministère",
                    "0MS",
                    "Team Lisolo",
                    "Hôpital"
                }) {
            assertThatThrownBy(() -> Pseudonym.of(posing))
                    .as(posing)
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem ->
                                    assertThat(problem.code())
                                            .isEqualTo("people.pseudonym.reserved"));
        }
    }

    @Test
    void refusesOtherSignsAndNumbers() {
        for (String odd :
                new String[] {
                    "ab",
                    "x".repeat(31),
                    "Маман",
                    "awa@home",
                    "<b>awa</b>",
                    "awa\u202e",
                    "_awa",
                    "awa 0812345678",
                    "081 234 56 78",
                    "😀😀😀"
                }) {
            assertThatThrownBy(() -> Pseudonym.of(odd)).as(odd).isInstanceOf(Problem.class);
        }
    }
}
