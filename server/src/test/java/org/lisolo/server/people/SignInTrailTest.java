package org.lisolo.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Postbox;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.server.testing.WholeDatabase;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who came in, who tried in vain, and what opens an account, as the audit trail tells it. */
@ServerTest
class SignInTrailTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Sessions sessions;
    @Autowired Postbox postbox;
    @Autowired JdbcClient jdbc;

    private Hospital hospital;
    private Hospital.Person person;

    @BeforeEach
    void openAHospital() {
        hospital = Hospital.open(organisations, accounts);
        person = hospital.communicator();
    }

    @Test
    void tellsOfSignInAndSignOut() {
        Visitor visitor = person.at(port);
        assertThat(records("SIGNED_IN")).isOne();
        visitor.get("/work");
        visitor.post("/sign-out");
        assertThat(records("SIGNED_OUT")).isOne();
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from evidence.audit
                                        where action in ('SIGNED_IN', 'SIGNED_OUT') and actor = :a
                                          and organisation = :o and details is not null
                                        """)
                                .param("a", person.account().value())
                                .param("o", hospital.id().value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(2);
    }

    @Test
    void tellsOfFailedAttemptsButNotWhatWasTyped() {
        String typed = "secret" + UUID.randomUUID().toString().replace("-", "");
        for (int i = 0; i < Attempts.PER_ACCOUNT + 20; i++) {
            Visitor.at(port).signIn(person.email(), typed);
        }
        await("SIGN_IN_REFUSED", 20);
        assertThat(records("SIGN_IN_REFUSED")).isEqualTo(20);
        assertThat(new WholeDatabase(jdbc).holds(typed)).isFalse();
        String nobody = "nobody" + UUID.randomUUID() + "@hopital.example";
        Visitor.at(port).signIn(nobody, typed);
        assertThat(new WholeDatabase(jdbc).holds(nobody)).isFalse();
    }

    @Test
    void tellsOfTheSecondStep() {
        Visitor visitor = Visitor.at(port);
        visitor.follow(visitor.signIn(person.email(), person.password()));
        visitor.post("/sign-in/second", "code", "000000x");
        await("SECOND_FACTOR_REFUSED", 1);
        visitor.post("/sign-in/second", "code", person.code());
        assertThat(records("RECOVERY_CODE_USED")).isOne();
        assertThat(records("SIGNED_IN")).isOne();
        visitor.get("/account/second-factor");
        visitor.post("/account/second-factor/codes");
        assertThat(records("RECOVERY_CODES_RENEWED")).isOne();
    }

    @Test
    void tellsWhoTookTheSecondFactorAway() {
        Visitor admin = hospital.admin().at(port);
        admin.get("/account");
        admin.post("/work/people/" + person.account() + "/second-factor/reset");
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from evidence.audit
                                        where action = 'SECOND_FACTOR_REMOVED' and actor = :a
                                          and :person = any(things)
                                        """)
                                .param("a", hospital.admin().account().value())
                                .param("person", "people:" + person.account())
                                .query(Integer.class)
                                .single())
                .isOne();
        assertThat(admin.get("/work/trail?action=SECOND_FACTOR_REMOVED").text())
                .contains(
                        "Second facteur retiré du compte de "
                                + person.name()
                                + ", par "
                                + hospital.admin().name());
        Visitor again = Visitor.at(port);
        again.signIn(person.email(), person.password());
        again.setUpSecondFactor();
        assertThat(records("SECOND_FACTOR_ADDED")).isOne();
    }

    @Test
    void tellsOfTokensFromTheirMakingToTheirEnd() throws Exception {
        Visitor browser = person.at(port);
        browser.get("/work/tokens");
        String page =
                browser.follow(
                                browser.post(
                                        "/work/tokens",
                                        "name",
                                        "Rapport",
                                        "days",
                                        "30",
                                        "scopes",
                                        "EXPORT_ARCHIVE"))
                        .body();
        Matcher token = Pattern.compile("(lisolo_[\\w-]{43})").matcher(page);
        assertThat(token.find()).isTrue();
        String id =
                jdbc.sql("select id::text from people.token where account = :account")
                        .param("account", person.account().value())
                        .query(String.class)
                        .single();
        assertThat(call("/work/archive.csv?q=x&purpose=case&reason=x", token.group(1)))
                .isEqualTo(200);
        assertThat(call("/work/alerts.csv", token.group(1))).isEqualTo(403);
        browser.get("/work/tokens");
        browser.post("/work/tokens/" + id + "/revoke");
        assertThat(
                        jdbc.sql(
                                        """
                                        select action || ' ' || deed from evidence.audit
                                        where actor = :a and :token = any(things) order by id
                                        """)
                                .param("a", person.account().value())
                                .param("token", "tokens:" + id)
                                .query(String.class)
                                .list())
                .containsExactly(
                        "TOKEN_MADE 3", "EXPORT_ARCHIVE 2", "EXPORT_ALERTS 4", "TOKEN_REVOKED 3");
    }

    private int call(String path, String token) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Bearer " + token)
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }

    @Test
    void tellsOfSessionsThatEnd() {
        Visitor here = person.at(port);
        Visitor there = person.at(port);
        here.get("/account/devices");
        here.post("/account/devices/end-others");
        assertThat(records("SESSION_ENDED")).isOne();
        assertThat(there.get("/work").status()).isEqualTo(302);
        sessions.tellExpired();
        assertThat(records("SESSION_EXPIRED")).isZero();
        jdbc.sql(
                        "update people.session set expiry_time = 1, last_access_time = 1 where"
                                + " principal_name = :a")
                .param("a", person.account().toString())
                .update();
        assertThat(here.get("/work").status()).isEqualTo(302);
        sessions.tellExpired();
        assertThat(records("SESSION_EXPIRED")).isOne();
    }

    @Test
    void tellsOfAReplacedPassword() {
        Visitor visitor = Visitor.at(port);
        visitor.get("/sign-in/reset");
        visitor.post("/sign-in/reset", "contact", person.email());
        String body = postbox.await(new EmailAddress(person.email()), 1).body();
        await("PASSWORD_RESET_ASKED", 1);
        Matcher link = Pattern.compile("link=(\\S+)").matcher(body);
        assertThat(link.find()).isTrue();
        visitor.post(
                "/sign-in/reset/new", "link", link.group(1), "password", "baobab rivière tambour");
        assertThat(records("PASSWORD_RESET")).isOne();
    }

    @Test
    void isReadInBothLanguagesAndFoundByPersonAndAction() {
        person.at(port);
        Visitor.at(port).signIn(person.email(), "not the password");
        await("SIGN_IN_REFUSED", 1);
        String asked = "/work/trail?who=" + person.account();
        Visitor compliance = hospital.compliance().at(port);
        assertThat(compliance.get(asked).text())
                .contains("Connexion de " + person.name())
                .contains("Connexion refusée au compte de " + person.name());
        assertThat(compliance.get(asked + "&action=SIGNED_IN").text())
                .contains("Connexion de " + person.name())
                .doesNotContain("Connexion refusée au compte");
        assertThat(compliance.reading("en").get(asked).text())
                .contains(person.name() + " signed in")
                .contains("A sign-in to the account of " + person.name() + " was refused");
        Visitor other = Hospital.open(organisations, accounts).compliance().at(port);
        assertThat(other.get(asked).text()).doesNotContain("Connexion de " + person.name());
    }

    @Test
    void isSeenByThePersonThemselves() {
        Visitor.at(port).signIn(person.email(), "not the password");
        await("SIGN_IN_REFUSED", 1);
        assertThat(person.at(port).get("/account/data.json").body())
                .contains("SIGNED_IN", "SIGN_IN_REFUSED");
    }

    @Test
    void tellsOfWhatTheAccessTableRefuses() {
        Visitor visitor = person.at(port);
        for (int i = 0; i < 30; i++) {
            assertThat(visitor.get("/work/trail").status()).isEqualTo(403);
        }
        List<Integer> refused =
                jdbc.sql(
                                """
                                select count(*) from evidence.audit
                                where actor = :a and action = 'SEE_TRAIL' and deed = 4
                                  and route = 'GET /work/trail'
                                """)
                        .param("a", person.account().value())
                        .query(Integer.class)
                        .list();
        assertThat(refused).containsExactly(20);
    }

    private int records(String action) {
        return jdbc.sql(
                        """
                        select count(*) from evidence.audit
                        where action = :action and :person = any(things)
                        """)
                .param("action", action)
                .param("person", "people:" + person.account())
                .query(Integer.class)
                .single();
    }

    /** What was refused is told after the answer. */
    private void await(String action, int count) {
        Instant patience = Instant.now().plus(Duration.ofSeconds(15));
        while (records(action) < count && Instant.now().isBefore(patience)) {
            Thread.onSpinWait();
        }
        assertThat(records(action)).as(action).isGreaterThanOrEqualTo(count);
    }
}
