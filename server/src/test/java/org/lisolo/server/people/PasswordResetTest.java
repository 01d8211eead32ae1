package org.lisolo.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Postbox;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

@ServerTest
class PasswordResetTest {
    private static final String NEW = "baobab rivière tambour";

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;
    @Autowired Postbox postbox;

    Hospital.Person person;

    @BeforeEach
    void openAHospital() {
        person = Hospital.open(organisations, accounts).communicator();
    }

    private Visitor.Page ask(String contact) {
        var visitor = Visitor.at(port);
        visitor.get("/sign-in/reset");
        return visitor.post("/sign-in/reset", "contact", contact);
    }

    /** The path in the letter that was sent last. */
    private String link(int letters) throws Exception {
        String body = postbox.await(new EmailAddress(person.email()), letters).body();
        Matcher link = Pattern.compile("(/sign-in/reset/new\\?link=\\S+)").matcher(body);
        assertThat(link.find()).as(body).isTrue();
        return link.group(1);
    }

    private Visitor.Page choose(String link, String password) {
        var visitor = Visitor.at(port);
        visitor.get("/sign-in");
        return visitor.post(
                "/sign-in/reset/new", "link", link.replaceFirst(".*=", ""), "password", password);
    }

    @Test
    void mendsAForgottenPasswordOnceAndEndsTheSessions() throws Exception {
        var working = person.at(port);
        ask(person.email());
        String link = link(1);
        assertThat(Visitor.at(port).get(link).text()).contains("Nouveau mot de passe");
        assertThat(choose(link, "court").text()).contains("au moins 12 caractères");
        assertThat(choose(link, NEW).location()).contains("/sign-in");
        assertThat(choose(link, NEW).status()).isEqualTo(410);
        assertThat(Visitor.at(port).get(link).status()).isEqualTo(410);
        assertThat(working.get("/work").status()).isEqualTo(302);
        assertThat(Visitor.at(port).signIn(person.email(), person.password()).status())
                .isEqualTo(422);
        assertThat(Visitor.at(port).signIn(person.email(), NEW).location())
                .as("the second factor is still asked for")
                .contains("/sign-in/second");
    }

    @Test
    void tellsNobodyWhetherThereIsAnAccount() {
        var known = ask(person.email());
        var unknown = ask("nobody@hopital.example");
        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(200);
        assertThat(bare(known, person.email())).isEqualTo(bare(unknown, "nobody@hopital.example"));
    }

    private static String bare(Visitor.Page page, String contact) {
        return page.body().replace(contact, "").replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    @Test
    void voidsTheLinkBefore() throws Exception {
        ask(person.email());
        String first = link(1);
        ask(person.email());
        String second = link(2);
        assertThat(choose(first, NEW).status()).isEqualTo(410);
        assertThat(choose(second, NEW).location()).contains("/sign-in");
    }

    @Test
    void lastsHalfAnHour() throws Exception {
        ask(person.email());
        String link = link(1);
        jdbc.sql("update people.password_reset set expires = now() where account = :account")
                .param("account", person.account().value())
                .update();
        assertThat(Visitor.at(port).get(link).status()).isEqualTo(410);
    }

    @Test
    void isAskedForOnlySoOften() {
        for (int i = 0; i < Attempts.PER_ACCOUNT; i++) {
            assertThat(ask("often@hopital.example").status()).isEqualTo(200);
        }
        assertThat(ask("often@hopital.example").status()).isEqualTo(429);
    }

    @Test
    void refusesWhatIsGuessedFirst() {
        for (String weak :
                new String[] {
                    "Kinshasa2026!!",
                    "hôpital de Kinshasa 2026",
                    "P@ssw0rd2026P@ssw0rd",
                    "azertyuiop123",
                    "jesus maman papa 12"
                }) {
            assertThat(GuessedFirst.includes(weak)).as(weak).isTrue();
        }
        for (String strong : new String[] {NEW, "pirogue manioc fleuve 1", "k7Qm-2xvP-9dTs-hJw4"}) {
            assertThat(GuessedFirst.includes(strong)).as(strong).isFalse();
        }
    }
}
