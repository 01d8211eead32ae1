package org.lisolo.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Postbox;
import org.lisolo.server.testing.Tab;
import org.lisolo.testkit.OneTimeCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person does for their own account, from the first link to a forgotten password. */
@BrowserTest
class AccountBrowserTest {
    private static final String PASSWORD = "tambour baobab rivière";

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Invitations invitations;
    @Autowired Postbox postbox;
    @Autowired FindByIndexNameSessionRepository<? extends Session> sessions;

    private static void send(Tab tab) {
        tab.page().locator("main form button").first().click();
    }

    @Test
    void setsUpTheSecondFactorThatTheRolesAskFor(Chromium chromium) {
        chromium.inEveryLook(
                tab -> {
                    var hospital = Hospital.open(organisations, accounts);
                    String token =
                            invitations.invite(
                                    hospital.id(),
                                    UUID.randomUUID() + "@hopital.example",
                                    "Kanku Esther",
                                    Set.of(Role.COMPLIANCE));
                    tab.go("/welcome?link=" + token).sees(hospital.name()).check("welcome");
                    tab.page().locator("#field-password").fill(PASSWORD);
                    send(tab);
                    tab.page().waitForURL("**/account/second-factor");
                    tab.check("second-factor-new");
                    tab.go("/work/cases");
                    assertThat(tab.page().url())
                            .as("nothing else is open")
                            .endsWith("second-factor");
                    tab.page().locator("#field-code").fill("000000");
                    send(tab);
                    tab.sees(tab.in("Ce code ne convient pas", "This code does not fit"))
                            .check("second-factor-wrong");
                    String key = tab.page().locator("code.copy").innerText();
                    tab.page().locator("#field-code").fill(OneTimeCode.now(key));
                    send(tab);
                    tab.sees(tab.in("Vos codes de secours", "Your recovery codes"))
                            .check("recovery-codes");
                    assertThat(tab.page().locator(".codes li").count()).isEqualTo(10);
                    tab.page().locator("main .deeds a").click();
                    tab.page().waitForURL("**/work");
                    tab.go("/account/second-factor").check("second-factor");
                });
    }

    @Test
    void choosesANewPasswordByALetter(Chromium chromium) {
        chromium.inEveryLook(
                tab -> {
                    var person = Hospital.open(organisations, accounts).reader();
                    tab.go("/sign-in").check("sign-in");
                    tab.page().locator("main a[href='/sign-in/reset']").click();
                    tab.check("reset");
                    tab.page().locator("#field-contact").fill(person.email());
                    send(tab);
                    tab.sees(person.email()).check("reset-sent");
                    tab.go(link(postbox.await(new EmailAddress(person.email()), 1).body()));
                    tab.page().locator("#field-password").fill("court");
                    send(tab);
                    tab.sees("12").check("reset-weak");
                    tab.page().locator("#field-password").fill(PASSWORD);
                    send(tab);
                    tab.page().waitForURL("**/sign-in");
                    tab.check("reset-done");
                    tab.page().locator("#field-email").fill(person.email());
                    tab.page().locator("#field-password").fill(PASSWORD);
                    send(tab);
                    tab.page().locator("#field-code").fill(person.code());
                    send(tab);
                    tab.page().waitForURL("**/work");
                });
    }

    private static String link(String letter) {
        Matcher link = Pattern.compile("(/sign-in/reset/new\\?link=\\S+)").matcher(letter);
        assertThat(link.find()).as(letter).isTrue();
        return link.group(1);
    }

    @Test
    void makesATokenForAScriptAndRevokesIt(Chromium chromium) {
        chromium.inEveryLook(
                tab -> {
                    var person = Hospital.open(organisations, accounts).compliance();
                    tab.signIn(person).go("/work/tokens").check("tokens-none");
                    tab.page().locator("#field-name").fill("Rapport du lundi");
                    tab.page().locator("#field-scopes-EXPORT_ALERTS").check();
                    send(tab);
                    tab.sees(tab.in("Votre jeton", "Your token")).check("token-made");
                    String token = tab.page().locator("code.copy").innerText();
                    assertThat(exports(token)).isEqualTo(200);
                    tab.go("/work/tokens").check("tokens");
                    assertThat(tab.page().content()).as("shown once").doesNotContain(token);
                    tab.press(tab.in("Révoquer", "Revoke"));
                    tab.sees(tab.in("Le jeton est révoqué", "The token is revoked"));
                    assertThat(exports(token)).isEqualTo(401);
                });
    }

    private int exports(String token) {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:"
                                                + port
                                                + "/work/alerts.csv?purpose=operations&reason=Essai"))
                        .header("Authorization", "Bearer " + token)
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What was typed is not lost where the confirmation has run out meanwhile. */
    @Test
    void confirmsAgainAndTheFormGoesOn(Chromium chromium) {
        chromium.inEveryLook(
                tab -> {
                    var hospital = Hospital.open(organisations, accounts);
                    tab.signIn(hospital.admin()).go("/work/people/invite");
                    String email = UUID.randomUUID() + "@hopital.example";
                    tab.page().locator("#field-name").fill("Kanku « Esther »");
                    tab.page().locator("#field-email").fill(email);
                    forgetConfirmation(hospital.admin());
                    tab.page().locator("main form button").first().click();
                    tab.sees(tab.in("est gardé et part", "is kept, and goes on"))
                            .check("confirm-carried");
                    tab.page().locator("#field-shown").fill("not this");
                    send(tab);
                    tab.page().locator("#field-shown").fill(hospital.admin().password());
                    send(tab);
                    tab.page().waitForURL("**/work/people");
                    tab.sees(email).sees("Kanku « Esther »");
                });
    }

    private void forgetConfirmation(Hospital.Person person) {
        forget(sessions, person);
    }

    private <S extends Session> void forget(
            FindByIndexNameSessionRepository<S> repository, Hospital.Person person) {
        for (S session : repository.findByPrincipalName(person.account().toString()).values()) {
            var now = Instant.now();
            session.setAttribute("proof", new Proof(true, now, now.minus(Proof.FRESH)));
            repository.save(session);
        }
    }
}
