package org.lisolo.server.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.monitoring.rules.Rule;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Vocation;
import org.lisolo.server.people.verification.NewVerifications;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The pages as a browser without JavaScript sees them, and the stream that live pages hear. */
@ServerTest
class PagesTest {
    @Autowired private Organisations organisations;
    @Autowired private Accounts accounts;
    @Autowired private Inbox inbox;
    @Autowired private Rules rules;
    @Autowired private NewVerifications verifications;
    @Autowired private JdbcClient jdbc;
    @LocalServerPort private int port;

    private Ward ward;
    private Hospital hospital;
    private Said said;

    @BeforeEach
    void openAHospital() {
        hospital = Hospital.open(organisations, accounts);
        ward = new Ward(hospital, rules, jdbc);
        said = Said.in(hospital.id()).within();
    }

    @Test
    void anAlertShowsItsWordsMarkedAndRunsNoMarkup() throws Exception {
        ward.watch("fièvre");
        raise(said.by("<b>awa</b>").text("<script>alert(1)</script> la fièvre \"><img src=x>"));
        Visitor awa = hospital.communicator().at(port);
        for (String path : List.of("/work/alerts", "/work/cases", casePath(), "/work")) {
            String body = awa.get(path).body();
            assertThat(body).as(path).doesNotContain("<script>alert", "<img src=x", "<b>awa</b>");
            assertThat(body).as(path).contains("&lt;script&gt;alert(1)");
        }
        assertThat(awa.get("/work/alerts").body()).contains("<mark>fièvre</mark>");
    }

    @Test
    void aStrangerSeesNothing() throws Exception {
        Rule rule = ward.watch("fièvre");
        raise(said.text("la fièvre"));
        Visitor stranger = Visitor.at(port);
        for (String path :
                List.of(
                        "/work/alerts",
                        "/work/alerts/new?after=0",
                        "/work/alerts.csv",
                        "/work/alerts/live",
                        "/work/cases",
                        casePath(),
                        "/work/rules",
                        "/work/rules/" + rule.id())) {
            Visitor.Page page = stranger.get(path);
            assertThat(page.status()).as(path).isIn(302, 401, 403);
            assertThat(page.body()).as(path).doesNotContain("fièvre");
        }
    }

    @Test
    void anotherOrganisationsAdministratorSeesNothing() throws Exception {
        Rule rule = ward.watch("fièvre");
        raise(said.text("la fièvre"));
        Visitor other = Hospital.open(organisations, accounts).admin().at(port);
        for (String path : List.of("/work/alerts", "/work/cases", "/work/rules", "/work")) {
            assertThat(other.get(path).body()).as(path).doesNotContain("fièvre");
        }
        assertThat(other.get("/work/alerts/new?after=0").body()).doesNotContain("fièvre");
        assertThat(other.export("/work/alerts.csv").body()).doesNotContain("fièvre");
        assertThat(other.get(casePath()).status()).isEqualTo(404);
        assertThat(other.get("/work/rules/" + rule.id()).status()).isEqualTo(404);
        other.get("/work/rules/new");
        assertThat(other.post(casePath() + "/take", "version", "1").status()).isEqualTo(404);
        assertThat(other.post("/work/rules/" + rule.id() + "/delete").status()).isEqualTo(404);
        assertThat(ward.steps(ward.cases().getFirst())).containsExactly("OPENED");
    }

    @Test
    void aReaderReadsAndChangesNothing() throws Exception {
        ward.watch("fièvre");
        raise(said.text("la fièvre"));
        Visitor reader = hospital.reader().at(port);
        assertThat(reader.get(casePath()).body()).contains("fièvre").doesNotContain("/take");
        assertThat(reader.get("/work/rules/new").status()).isEqualTo(403);
        assertThat(reader.get("/work/alerts.csv").status()).isEqualTo(403);
        reader.get(casePath());
        assertThat(reader.post(casePath() + "/take", "version", "1").status()).isEqualTo(403);
    }

    @Test
    void aVerifiedProfessionalsNoteBearsTheBadge() throws Exception {
        ward.watch("fièvre");
        raise(said.text("la fièvre"));
        Visitor awa = hospital.communicator().at(port);
        awa.get(casePath());
        awa.post(casePath() + "/notes", "note", "J'appelle.");
        assertThat(awa.get(casePath()).text()).doesNotContain("Vérifié par");
        organisations.nameVerifier(hospital.id(), true);
        UUID asked =
                verifications.ask(
                        hospital.communicator().account(),
                        hospital.id(),
                        "Nzuzi Awa",
                        Vocation.profession("nurse"),
                        Optional.empty(),
                        "Urgences de Mbanza");
        verifications.verify(asked, hospital.admin().signedIn());
        assertThat(awa.get(casePath()).text())
                .contains("Urgences de Mbanza", "Vérifié par " + hospital.name());
    }

    @Test
    void aCaseIsTakenNotedAndClosedByForms() throws Exception {
        ward.watch("fièvre");
        raise(said.text("la fièvre"));
        Visitor awa = hospital.communicator().at(port);
        awa.get("/work/cases");
        Visitor.Page taken =
                awa.follow(awa.post(casePath() + "/take", "version", "1", "back", "/work/cases"));
        assertThat(taken.text()).contains("Vous suivez le dossier n° 1.", "suivi par vous");
        awa.get(casePath());
        Visitor.Page noted = awa.post(casePath() + "/notes", "note", "J'appelle.");
        assertThat(awa.follow(noted).text())
                .contains("Votre note est dans l’historique.", "J'appelle.");
        Visitor.Page undecided =
                awa.post(
                        casePath() + "/close",
                        "version",
                        "2",
                        "alerts",
                        "1",
                        "closingNote",
                        "Mot gardé");
        assertThat(undecided.status()).isEqualTo(422);
        assertThat(undecided.text()).contains("Choisissez la suite donnée.", "Mot gardé");
        Visitor.Page closed =
                awa.follow(
                        awa.post(
                                casePath() + "/close",
                                "version",
                                "2",
                                "alerts",
                                "1",
                                "outcome",
                                "answered"));
        assertThat(closed.text()).contains("Le dossier n° 1 est clos.", "Nous avons répondu");
    }

    @Test
    void whoComesLateIsToldWhoWasQuicker() throws Exception {
        ward.watch("fièvre");
        raise(said.text("la fièvre"));
        Visitor awa = hospital.communicator().at(port);
        Visitor didier = hospital.compliance().at(port).reading("en");
        awa.get("/work/cases");
        didier.get("/work/cases");
        awa.post(casePath() + "/take", "version", "1");
        Visitor.Page late = didier.post(casePath() + "/take", "version", "1");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text())
                .contains(
                        "Nothing was changed", hospital.communicator().name() + " took this case");
    }

    @Test
    void aRuleIsTriedWrittenPausedAndDeletedWithUndo() throws Exception {
        raise(said.text("bonjour, la fièvre"), false);
        Visitor awa = hospital.communicator().at(port);
        awa.get("/work/rules/new");
        Visitor.Page wrong = awa.post("/work/rules/preview", "name", "Mon nom", "query", "(fièvre");
        assertThat(wrong.text()).contains("Les mots ne peuvent pas être lus", "Mon nom");
        Visitor.Page tried = awa.post("/work/rules/preview", "query", "fièvre");
        assertThat(tried.text()).contains("message", "<mark>fièvre</mark>");
        Visitor.Page added =
                awa.follow(
                        awa.post(
                                "/work/rules",
                                "name",
                                "Fièvres",
                                "query",
                                "fièvre",
                                "urgency",
                                "urgent",
                                "roles",
                                "communicator",
                                "allowed",
                                "60"));
        assertThat(added.text()).contains("La règle « Fièvres » est en marche.");
        String path = "/work/rules/" + rules.all(hospital.admin().signedIn()).getFirst().id();
        assertThat(awa.follow(awa.post(path + "/delete")).text())
                .contains("est supprimée", path + "/on");
        assertThat(awa.follow(awa.post(path + "/on")).text()).contains("Fièvres");
        assertThat(awa.get(path).text()).contains("règle écrite", "supprimée", "mise en marche");
    }

    @Test
    void theErrorOfAQueryIsSaidInTheReadersLanguage() {
        Visitor awa = hospital.communicator().at(port).reading("en");
        awa.get("/work/rules/new");
        assertThat(awa.post("/work/rules/preview", "query", "(fever").text())
                .contains("The words cannot be read");
    }

    @Test
    void theListCanBeTakenAlong() throws Exception {
        ward.watch("fièvre");
        raise(said.text("=SOMME(A1) la fièvre"));
        Visitor awa = hospital.communicator().at(port);
        Visitor.Page csv = awa.export("/work/alerts.csv");
        assertThat(csv.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(csv.body()).contains("'=SOMME(A1) la fièvre", "received_at,");
    }

    @Test
    void anOpenPageHearsOfAnAlertWithoutReload() throws Exception {
        ward.watch("fièvre");
        Visitor awa = hospital.communicator().at(port);
        awa.get("/work/alerts");
        HttpResponse<Stream<String>> open =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        "http://localhost:"
                                                                + port
                                                                + "/work/alerts/live"))
                                        .header("Cookie", "SESSION=" + awa.session())
                                        .header("Accept", "text/event-stream")
                                        .build(),
                                HttpResponse.BodyHandlers.ofLines());
        assertThat(open.statusCode()).isEqualTo(200);
        CompletableFuture<Long> heard = new CompletableFuture<>();
        Thread.startVirtualThread(
                () ->
                        open.body()
                                .filter(line -> line.equals("event:alerts"))
                                .findFirst()
                                .ifPresent(line -> heard.complete(System.nanoTime())));
        inbox.accept(List.of(said.text("la fièvre monte").arrival()));
        long accepted = System.nanoTime();
        long took = heard.get(15, TimeUnit.SECONDS) - accepted;
        System.out.printf("from acceptance to the open page: %d ms%n", took / 1_000_000);
        assertThat(awa.get("/work/alerts/new?after=0").body())
                .contains("<mark>fièvre</mark>", "hx-swap-oob");
    }

    private void raise(Said message) throws InterruptedException {
        raise(message, true);
    }

    private void raise(Said message, boolean wait) throws InterruptedException {
        inbox.accept(List.of(message.arrival()));
        if (wait) {
            Ward.until(() -> ward.alerts() > 0);
        }
    }

    private String casePath() {
        return "/work/cases/" + ward.cases().getFirst();
    }
}
