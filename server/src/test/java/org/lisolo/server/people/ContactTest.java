package org.lisolo.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lisolo.server.platform.Problem;

class ContactTest {
    @Test
    void writesANumberOfTheCountryInOneWay() {
        for (String typed :
                new String[] {
                    "0812345678",
                    "081 234 56 78",
                    "+243 81 234 5678",
                    "00243812345678",
                    "243812345678"
                }) {
            assertThat(Contact.of(typed)).as(typed).isEqualTo(new PhoneNumber("+243812345678"));
        }
        assertThat(Contact.of("+32 2 555 12 12").value()).isEqualTo("+3225551212");
    }

    @Test
    void takesWhatHasAnAtForAnAddress() {
        assertThat(Contact.of(" Awa@Hopital.example "))
                .isEqualTo(new EmailAddress("awa@hopital.example"));
    }

    @Test
    void refusesWhatIsNeitherAndShowsNothing() {
        for (String typed : new String[] {"", "awa", "12", "awa@", "+999999"}) {
            assertThatThrownBy(() -> Contact.of(typed)).as(typed).isInstanceOf(Problem.class);
        }
        assertThat(Contact.of("0812345678").toString()).doesNotContain("812");
    }
}
