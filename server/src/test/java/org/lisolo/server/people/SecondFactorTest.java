package org.lisolo.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.OneTimeCode;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@ServerTest
class SecondFactorTest {
    private static final String PASSWORD = "pirogue manioc fleuve 77";

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;

    Hospital hospital;
    String email;

    @BeforeEach
    void openAHospital() {
        hospital = Hospital.open(organisations, accounts);
        email = hire(Role.READER);
    }

    /** Someone who has no second factor yet. */
    private String hire(Role role) {
        String address = UUID.randomUUID() + "@hopital.example";
        accounts.create(
                new NewAccount(address, "Kanku Esther", PASSWORD, hospital.id(), Set.of(role)));
        return address;
    }

    @Test
    void isSetUpBeforeAnyWork() {
        var visitor = Visitor.at(port);
        assertThat(visitor.signIn(email, PASSWORD).location()).contains("/account/second-factor");
        for (String path : new String[] {"/work", "/work/cases", "/work/access"}) {
            assertThat(visitor.get(path).location()).contains("/account/second-factor");
        }
        assertThat(visitor.get("/account/second-factor").text())
                .contains("Un mot de passe seul n’y suffit pas")
                .doesNotContain("/work/cases");
        assertThat(visitor.get("/account").status()).isEqualTo(200);
        visitor.setUpSecondFactor();
        assertThat(visitor.get("/work").status()).isEqualTo(200);
    }

    @Test
    void isLeftToWhoSeesNothingOfPatients() {
        var visitor = Visitor.at(port);
        assertThat(visitor.signIn(hire(Role.TRAINER), PASSWORD).location()).contains("/work");
        assertThat(visitor.get("/work").status()).isEqualTo(200);
    }

    @Test
    void isAskedForAtTheNextSignInAndTakesEachCodeOnce() {
        var first = Visitor.at(port);
        first.signIn(email, PASSWORD);
        String key = key(first);
        first.setUpSecondFactor();

        long step = System.currentTimeMillis() / 30_000;
        var second = Visitor.at(port);
        assertThat(second.signIn(email, PASSWORD).location()).contains("/sign-in/second");
        assertThat(second.get("/work").location().orElse("")).startsWith("/sign-in?next=");
        second.get("/sign-in/second");
        assertThat(second.post("/sign-in/second", "code", OneTimeCode.at(key, step)).status())
                .as("the code of the set-up again")
                .isEqualTo(422);
        String next = OneTimeCode.at(key, step + 1);
        assertThat(second.post("/sign-in/second", "code", next).location()).contains("/work");

        var third = Visitor.at(port);
        third.follow(third.signIn(email, PASSWORD));
        assertThat(third.post("/sign-in/second", "code", next).text())
                .contains("ou il a déjà servi");
    }

    @Test
    void takesARecoveryCodeOnceAndSaysWhenFewAreLeft() {
        var visitor = Visitor.at(port);
        visitor.signIn(email, PASSWORD);
        Visitor.Page shown = visitor.follow(visitor.setUpSecondFactor());
        Matcher codes =
                Pattern.compile("<code>([a-z2-9]{5}-[a-z2-9]{5})</code>").matcher(shown.body());
        int count = 0;
        String code = "";
        while (codes.find()) {
            code = codes.group(1);
            count++;
        }
        assertThat(count).isEqualTo(10);
        assertThat(visitor.get("/account/second-factor").body()).doesNotContain(code);

        var lost = Visitor.at(port);
        String typed = code.replace("-", " ").toUpperCase(java.util.Locale.ROOT);
        assertThat(lost.signIn(email, PASSWORD, typed).location()).contains("/work");
        assertThat(Visitor.at(port).signIn(email, PASSWORD, code).status()).isEqualTo(422);
        assertThat(lost.get("/account/second-factor").text())
                .contains("Il vous reste 9 codes de secours");
    }

    @Test
    void endsTheSessionsThatBeganWithoutIt() {
        var here = Visitor.at(port);
        here.signIn(email, PASSWORD);
        var there = Visitor.at(port);
        there.signIn(email, PASSWORD);
        here.setUpSecondFactor();
        assertThat(there.get("/account").location().orElse("")).startsWith("/sign-in");
    }

    @Test
    void waitsAfterTenWrongCodes() {
        var person = hospital.communicator();
        var thief = Visitor.at(port);
        thief.follow(thief.signIn(person.email(), person.password()));
        for (int i = 0; i < Attempts.PER_ACCOUNT; i++) {
            assertThat(thief.post("/sign-in/second", "code", "00000" + i % 10).status())
                    .isEqualTo(422);
        }
        assertThat(thief.post("/sign-in/second", "code", person.code()).status()).isEqualTo(429);
    }

    @Test
    void isKeptSealedAndRecoveryCodesHashed() {
        var visitor = Visitor.at(port);
        visitor.signIn(email, PASSWORD);
        String key = key(visitor);
        visitor.setUpSecondFactor();
        var secrets = jdbc.sql("select secret from people.totp").query(byte[].class).list();
        assertThat(secrets)
                .isNotEmpty()
                .noneMatch(secret -> TotpSecret.of(secret).base32().contains(key));
        assertThat(jdbc.sql("select hash from people.recovery_code").query(byte[].class).list())
                .allMatch(hash -> hash.length == 5 + 32); // which key made it, and HMAC-SHA-256
    }

    @Test
    void isTakenAwayByTheAdministratorOfTheOnlyOrganisation() {
        var person = hospital.reader();
        var working = person.at(port);
        var admin = hospital.admin().at(port);
        admin.get("/work/people/" + person.account());
        admin.post("/work/people/" + person.account() + "/second-factor/reset");
        assertThat(working.get("/work").location().orElse("")).startsWith("/sign-in");
        assertThat(Visitor.at(port).signIn(person.email(), person.password()).location())
                .contains("/account/second-factor");
    }

    @Test
    void cannotBeRemovedByWhomItProtects() {
        var visitor = hospital.reader().at(port);
        visitor.get("/account/second-factor");
        assertThat(visitor.post("/account/second-factor/remove").status()).isEqualTo(409);
    }

    private static String key(Visitor visitor) {
        Matcher shown =
                Pattern.compile("<code class=\"copy\">([A-Z2-7 ]+)</code>")
                        .matcher(visitor.get("/account/second-factor").body());
        assertThat(shown.find()).isTrue();
        return shown.group(1);
    }
}
