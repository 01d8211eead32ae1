package org.lisolo.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Base64;

@ServerTest
class SignInTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;

    Hospital hospital;

    @BeforeEach
    void openHospital() {
        hospital = Hospital.open(organisations, accounts);
    }

    @Test
    void opensTheWorkSide() {
        var visitor = hospital.reader().at(port);
        assertThat(visitor.get("/work").text()).contains(hospital.name(), hospital.reader().name());
    }

    @Test
    void comesBackToThePageThatWasAskedFor() {
        var visitor = Visitor.at(port);
        var asked = visitor.get("/work/people?x=1");
        assertThat(asked.location()).contains("/sign-in?next=%2Fwork%2Fpeople%3Fx%3D1");
        visitor.follow(asked);
        var person = hospital.admin();
        var answer =
                visitor.post(
                        "/sign-in",
                        "email",
                        " " + person.email().toUpperCase(java.util.Locale.ROOT),
                        "password",
                        person.password(),
                        "next",
                        "/work/people?x=1");
        visitor.follow(answer);
        answer = visitor.post("/sign-in/second", "code", person.code());
        assertThat(answer.location()).contains("/work/people?x=1");
    }

    @Test
    void leadsToNoOtherSite() {
        for (String elsewhere :
                new String[] {"//evil.example", "https://evil.example", "/\\evil.example"}) {
            var visitor = Visitor.at(port);
            visitor.get("/sign-in");
            var person = hospital.reader();
            var answer =
                    visitor.post(
                            "/sign-in",
                            "email",
                            person.email(),
                            "password",
                            person.password(),
                            "next",
                            elsewhere);
            visitor.follow(answer);
            answer = visitor.post("/sign-in/second", "code", person.code());
            assertThat(answer.location()).as(elsewhere).contains("/work");
        }
    }

    @Test
    void refusesAnUnknownAddressInTheWordsOfAWrongPassword() {
        var wrong = Visitor.at(port).signIn(hospital.reader().email(), "not the password");
        var unknown = Visitor.at(port).signIn("nobody@hopital.example", "not the password");
        assertThat(wrong.status()).isEqualTo(unknown.status()).isEqualTo(422);
        assertThat(withoutWhatDiffers(wrong.body(), hospital.reader().email()))
                .isEqualTo(withoutWhatDiffers(unknown.body(), "nobody@hopital.example"));
        assertThat(wrong.body()).doesNotContain("not the password");
    }

    private static String withoutWhatDiffers(String body, String email) {
        return body.replace(email, "")
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
                .replaceAll("data-options=\"[^\"]+\"", "");
    }

    @Test
    void reckonsAnUnknownAccountLikeAKnownOne() {
        String parameters =
                "^\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}$";
        assertThat(Passwords.OF_NOBODY).matches(parameters);
        assertThat(new Passwords().keep("pirogue manioc fleuve")).matches(parameters);
    }

    @Test
    void waitsAfterTenFailuresWhetherOrNotThereIsAnAccount() {
        for (String email : new String[] {hospital.reader().email(), "noone@hopital.example"}) {
            for (int i = 0; i < Attempts.PER_ACCOUNT; i++) {
                assertThat(Visitor.at(port).signIn(email, "wrong").status()).isEqualTo(422);
            }
            var answer = Visitor.at(port).signIn(email, hospital.reader().password());
            assertThat(answer.status()).as(email).isEqualTo(429);
            assertThat(answer.text())
                    .contains("Il y a eu trop d’essais. Réessayez dans 15 minutes");
        }
        assertThat(Visitor.at(port).signIn(hospital.admin().email(), hospital.admin().password()))
                .extracting(Visitor.Page::status)
                .isEqualTo(302);
    }

    @Test
    void carriesNoSessionOverFromBefore() {
        var visitor = Visitor.at(port);
        visitor.get("/sign-in");
        String before = visitor.session();
        var person = hospital.reader();
        visitor.signIn(person.email(), person.password());
        String half = visitor.session();
        visitor.get("/sign-in/second");
        visitor.post("/sign-in/second", "code", person.code());
        assertThat(half).isNotEqualTo(before).isNotEqualTo(visitor.session());
        assertThat(Visitor.at(port).withSession(half).get("/work").status()).isEqualTo(302);
        assertThat(before).isNotEmpty().isNotEqualTo(visitor.session());
        assertThat(Visitor.at(port).withSession(before).get("/work").status()).isEqualTo(302);
        assertThat(Visitor.at(port).withSession(visitor.session()).get("/work").status())
                .isEqualTo(200);
    }

    @Test
    void opensNothingByTheIdThatStandsInTheDatabase() {
        hospital.reader().at(port).get("/work");
        var ids =
                jdbc.sql("select session_id from people.session where principal_name = :account")
                        .param("account", hospital.reader().account().toString())
                        .query(String.class)
                        .list();
        assertThat(ids).isNotEmpty();
        for (String id : ids) {
            for (String forged : new String[] {id.strip(), id.strip() + "." + "0".repeat(64)}) {
                String cookie = Base64.getEncoder().encodeToString(forged.getBytes(UTF_8));
                assertThat(Visitor.at(port).withSession(cookie).get("/work").status())
                        .isEqualTo(302);
            }
        }
    }

    @Test
    void writesOnceAMinuteThatSomebodyWasSeen() {
        var visitor = hospital.reader().at(port);
        visitor.get("/work");
        long before = seen();
        visitor.get("/work");
        assertThat(seen()).isEqualTo(before);
        jdbc.sql(
                        """
                        update people.session set last_access_time = last_access_time - 120000
                         where principal_name = ?
                        """)
                .param(hospital.reader().account().toString())
                .update();
        visitor.get("/work");
        assertThat(seen()).isGreaterThanOrEqualTo(before);
    }

    private long seen() {
        return jdbc.sql("select max(last_access_time) from people.session where principal_name = ?")
                .param(hospital.reader().account().toString())
                .query(Long.class)
                .single();
    }

    @Test
    void endsTheSessionAtSignOut() {
        var visitor = hospital.reader().at(port);
        String session = visitor.session();
        visitor.get("/work");
        assertThat(visitor.post("/sign-out").location()).contains("/");
        assertThat(Visitor.at(port).withSession(session).get("/work").status()).isEqualTo(302);
    }

    @Test
    void refusesAFormThatIsNotOurs() {
        var visitor = hospital.reader().at(port);
        assertThat(visitor.postBare("/sign-out").status()).isEqualTo(403);
        assertThat(visitor.get("/work").status()).isEqualTo(200);
    }

    @Test
    void keepsTheCookieFromScriptsAndOtherSites() {
        var answer = Visitor.at(port).get("/sign-in");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void changesThePasswordAndEndsTheOtherSessions() {
        var person = hospital.communicator();
        var here = person.at(port);
        var there = person.at(port);
        here.get("/account");
        assertThat(here.post("/account", "old", "wrong", "password", "baobab rivière tambour"))
                .matches(page -> page.status() == 422)
                .matches(page -> page.text().contains("Ce n’est pas votre mot de passe actuel"));
        assertThat(here.post("/account", "old", person.password(), "password", "court").text())
                .contains("au moins 12 caractères");
        var done =
                here.post(
                        "/account", "old", person.password(), "password", "baobab rivière tambour");
        assertThat(here.follow(done).text()).contains("Votre mot de passe est changé");
        assertThat(there.get("/work").status()).isEqualTo(302);
        assertThat(Visitor.at(port).signIn(person.email(), "baobab rivière tambour").location())
                .contains("/sign-in/second");
    }
}
