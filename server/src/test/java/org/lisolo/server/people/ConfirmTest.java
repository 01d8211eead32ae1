package org.lisolo.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

@ServerTest
class ConfirmTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired FindByIndexNameSessionRepository<? extends Session> sessions;

    Hospital hospital;
    Hospital.Person person;
    Visitor visitor;

    @BeforeEach
    void signIn() {
        hospital = Hospital.open(organisations, accounts);
        person = hospital.admin();
        visitor = person.at(port);
    }

    /** As if the sign-in and the last confirmation had been then. */
    private <S extends Session> void age(
            FindByIndexNameSessionRepository<S> repository, Duration began, Duration confirmed) {
        Instant now = Instant.now();
        for (S session : repository.findByPrincipalName(person.account().toString()).values()) {
            session.setAttribute("proof", new Proof(true, now.minus(began), now.minus(confirmed)));
            repository.save(session);
        }
    }

    @Test
    void isAskedForBeforeWhatCanDoHarm() {
        age(sessions, Duration.ofMinutes(11), Duration.ofMinutes(11));
        String page = "/work/people/" + hospital.reader().account();
        assertThat(visitor.get("/work/people").status()).isEqualTo(200);
        assertThat(visitor.get("/work/alerts.csv").location())
                .contains("/confirm?next=%2Fwork%2Falerts.csv");
        var asked = visitor.get(page);
        assertThat(asked.location().orElse("")).startsWith("/confirm?next=%2Fwork%2Fpeople%2F");
        visitor.follow(asked);
        assertThat(visitor.post("/confirm", "next", page, "shown", "wrong").status())
                .isEqualTo(422);
        assertThat(visitor.post("/confirm", "next", page, "shown", person.password()).location())
                .contains(page);
        assertThat(visitor.get(page).status()).isEqualTo(200);
    }

    @Test
    void isAskedForInsteadOfAChangeAndWhatWasTypedGoesOnAfterwards() {
        String page = "/work/people/invite";
        visitor.get(page);
        age(sessions, Duration.ofMinutes(11), Duration.ofMinutes(11));
        String[] typed = {
            "name", "Kanku \"Esther\"", "email", "e@h.example", "roles", "ADMIN", "roles", "READER"
        };
        var asked = visitor.post(page, typed);
        assertThat(asked.status()).isEqualTo(403);
        carries(asked);
        String[] wrong = with(typed, "again", page, "shown", "wrong");
        assertThat(visitor.post("/confirm", wrong).status()).isEqualTo(422);
        carries(visitor.post("/confirm", wrong));
        var on = visitor.post("/confirm", with(typed, "again", page, "shown", person.password()));
        assertThat(on.status()).as("the same form by the same method").isEqualTo(307);
        assertThat(on.location()).contains(page);
        assertThat(visitor.follow(visitor.post(page, typed)).text()).contains("e@h.example");
    }

    private static void carries(Visitor.Page page) {
        assertThat(page.body())
                .contains("name=\"again\" value=\"/work/people/invite\"")
                .contains("name=\"name\" value=\"Kanku &#34;Esther&#34;\"")
                .contains("name=\"roles\" value=\"ADMIN\"", "name=\"roles\" value=\"READER\"");
        assertThat(page.body().split("name=\"_csrf\"", -1)).as("the page's own").hasSize(3);
    }

    private static String[] with(String[] typed, String... more) {
        return Stream.concat(Stream.of(typed), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void changesNothingMeanwhileAndCarriesNothingForged() {
        String page = "/work/people/" + hospital.reader().account();
        visitor.get(page);
        age(sessions, Duration.ofMinutes(11), Duration.ofMinutes(11));
        assertThat(visitor.post(page, "roles", "ADMIN").status()).isEqualTo(403);
        var forged = visitor.postBare(page, "roles", "ADMIN");
        assertThat(forged.location().orElse("")).startsWith("/confirm?next=");
        assertThat(forged.body()).doesNotContain("ADMIN");
        assertThat(accounts.colleagues(hospital.id()))
                .filteredOn(one -> one.account().equals(hospital.reader().account()))
                .extracting(Colleague::roles)
                .containsExactly(Set.of(Role.READER));
        visitor.get("/confirm");
        assertThat(visitor.post("/confirm/form", "roles", "ADMIN").location())
                .as("called from outside")
                .contains("/confirm");
        assertThat(
                        visitor.post(
                                        "/confirm",
                                        "again",
                                        "//evil.example/",
                                        "shown",
                                        person.password())
                                .location())
                .contains("/work");
    }

    @Test
    void endsASessionThatIsTooOldWhateverIsDone() {
        age(sessions, Duration.ofHours(13), Duration.ofMinutes(1));
        assertThat(visitor.get("/work").location().orElse("")).startsWith("/sign-in");
    }

    @Test
    void goesByTheShortestLimitOfSeveralRoles() {
        var settings = new MockEnvironment().withProperty("lisolo.session.idle.reader", "5m");
        settings.setConversionService(new ApplicationConversionService());
        var limits = new SessionLimits(settings);
        assertThat(limits.idle(Set.of(Role.TRAINER, Role.ADMIN))).isEqualTo(Duration.ofMinutes(30));
        assertThat(limits.idle(Set.of(Role.ADMIN, Role.READER))).isEqualTo(Duration.ofMinutes(5));
        assertThat(limits.longest(Set.of(Role.READER))).isEqualTo(Duration.ofHours(12));
        assertThat(limits.idle(Set.of())).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void listsDevicesAndSignsThemOut() {
        var elsewhere = person.at(port);
        assertThat(visitor.get("/account/devices").text())
                .contains("cet appareil", "Déconnecter tous les autres");
        visitor.post("/account/devices/end-others");
        assertThat(elsewhere.get("/work").status()).isEqualTo(302);
        assertThat(visitor.get("/work").status()).isEqualTo(200);

        var third = person.at(port);
        String body = visitor.get("/account/devices").body();
        String one = body.replaceFirst("(?s).*(/account/devices/[0-9a-f]{32}/end).*", "$1");
        visitor.post(one);
        assertThat(third.get("/work").status()).isEqualTo(302);
        assertThat(List.of(visitor.get("/work").status())).containsExactly(200);
    }

    @Test
    void letsAnAdministratorEndAColleaguesSessions() {
        var working = hospital.reader().at(port);
        visitor.get("/work/people/" + hospital.reader().account());
        visitor.post("/work/people/" + hospital.reader().account() + "/sessions/end");
        assertThat(working.get("/work").status()).isEqualTo(302);
    }
}
