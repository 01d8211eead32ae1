package org.lisolo.screening.phi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressShapeTest {
    private static int shape(String text) {
        Tokens tokens = new Tokens(text);
        AddressShape shape = new AddressShape();
        shape.read(tokens, 0, tokens.count);
        return shape.of(0);
    }

    @Test
    void isTheSameForAddressesOfOneForm() {
        assertThat(shape("86036 Rua do Arenque 1634, Goiânia"))
                .isEqualTo(shape("255 Hersnapvej 18, København"))
                .isNotEqualTo(shape("5586 Þórunnarstræti 31, Arnsdorf, Germany"))
                .isNotZero();
        assertThat(shape("971 Kesk 53\n Suite 343\n Pärnu\n Estonia"))
                .isEqualTo(shape("40 Piroska 5\n Apt. 7\n Töttös\n Burundi"));
    }

    @Test
    void endsWhereTheSentenceGoesOn() {
        assertThat(shape("12 Main Street 4 was closed")).isEqualTo(shape("7 Elm Street 9"));
    }

    @Test
    void isNoneWhereOnlyANumberStands() {
        assertThat(shape("12 comprimés par jour")).isZero();
        assertThat(shape("3,5 et 4")).isZero();
        assertThat(shape("12")).isZero();
    }

    @Test
    void forgetsTheTextBefore() {
        Tokens first = new Tokens("255 Hersnapvej 18, København");
        Tokens second = new Tokens("bonjour à tous les amis");
        AddressShape shape = new AddressShape();
        shape.read(first, 0, first.count);
        shape.read(second, 0, second.count);
        for (int i = 0; i < second.count; i++) {
            assertThat(shape.of(i)).isZero();
        }
    }
}
