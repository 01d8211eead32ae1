package org.lisolo.server.people.rights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.message.Attachment;
import org.lisolo.server.message.Blobs;
import org.lisolo.server.message.ContentHash;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.monitoring.Ward;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** What was granted to a person holds: their words serve no more than it allows. */
@ServerTest
class LimitsTest {
    private static final String TAKE = "&purpose=%s&reason=Essai";

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Inbox inbox;
    @Autowired Rules rules;
    @Autowired Blobs blobs;
    @Autowired JdbcClient jdbc;

    private final String word = "kw" + UUID.randomUUID().toString().replace("-", "");
    private Hospital hospital;
    private Visitor compliance;
    private Visitor communicator;
    private Said bijou;

    @BeforeEach
    void bijouWroteToTheHospital() throws Exception {
        hospital = Hospital.open(organisations, accounts);
        compliance = hospital.compliance().at(port);
        communicator = hospital.communicator().at(port);
        bijou = Said.in(hospital.id()).by("bijou " + word).text("Elle " + word + " tousse");
        inbox.accept(List.of(bijou.arrival()));
        Ward.until(() -> isFoundBy(communicator));
    }

    @Test
    void restrictedWordsServeNobodyButThoseWhoDecide() throws Exception {
        grant("restriction");
        assertThat(isFoundBy(communicator)).isFalse();
        assertThat(communicator.get(history()).status()).isEqualTo(404);
        assertThat(exported(communicator, "operations")).doesNotContain("Elle " + word);
        assertThat(Visitor.at(port).get("/messages/" + message()).status()).isEqualTo(404);
        assertThat(Visitor.at(port).get("/search?q=" + word).body()).doesNotContain("Elle " + word);

        assertThat(isFoundBy(compliance)).isTrue();
        assertThat(compliance.get(history()).text()).contains("Elle " + word);
        assertThat(exported(compliance, "operations")).doesNotContain("Elle " + word);
        assertThat(exported(compliance, "rights")).contains("Elle " + word);
    }

    @Test
    void restrictedWordsAndPicturesLeaveCasesAlertsPreviewsAndFindingsToo() throws Exception {
        var ward = new Ward(hospital, rules, jdbc);
        String rule = "/work/rules/" + ward.watch("fièvre").id();
        ContentHash picture = blobs.keep(("image " + word).getBytes(StandardCharsets.UTF_8));
        inbox.accept(
                List.of(
                        Said.in(hospital.id())
                                .by("bijou " + word)
                                .text("une fièvre, voir " + word)
                                .with(new Attachment("image/png", "photo " + word, null, picture))
                                .arrival()));
        Ward.until(() -> ward.alerts() == 1);
        String file = "/work/cases/" + ward.cases().getFirst();
        String image = "/work/archive/attachments/" + picture.hex();
        List<String> pages = List.of(file, "/work/cases", "/work/alerts", "/work");
        for (String page : pages) {
            assertThat(communicator.get(page).text()).as(page).contains(word);
        }
        assertThat(communicator.get(image).status()).isEqualTo(200);
        assertThat(tried("fièvre")).contains(word);

        grant("restriction");
        for (String page : pages) {
            assertThat(communicator.get(page).text()).as(page).doesNotContain(word);
        }
        assertThat(communicator.get(rule).text()).as(rule).doesNotContain(word);
        assertThat(communicator.get(image).status()).isEqualTo(404);
        assertThat(tried("fièvre")).doesNotContain(word);
        assertThat(compliance.get(image).status()).as("for deciding").isEqualTo(200);
    }

    /** The page of a rule that is tried on what was said. */
    private String tried(String query) {
        communicator.get("/work/rules/new");
        return communicator.post("/work/rules/preview", "query", query).text();
    }

    @Test
    void whatARestrictedPersonWritesLaterRaisesNoAlert() throws Exception {
        grant("restriction");
        var ward = new Ward(hospital, rules, jdbc);
        ward.watch("fièvre");
        inbox.accept(
                List.of(
                        Said.in(hospital.id()).by("bijou " + word).text("une fièvre").arrival(),
                        Said.in(hospital.id()).by("awa " + word).text("une fièvre").arrival()));
        Ward.until(() -> ward.alerts() > 0);
        assertThat(ward.alerts()).isOne();
    }

    @Test
    void whoeverObjectsIsLeftOutOfResearchAlone() {
        grant("objection");
        assertThat(isFoundBy(communicator)).isTrue();
        assertThat(exported(communicator, "operations")).contains("Elle " + word);
        assertThat(exported(communicator, "research")).doesNotContain("Elle " + word);
        assertThat(exported(compliance, "research")).doesNotContain("Elle " + word);
        Visitor epidemiologist =
                hospital.staff().get(org.lisolo.server.people.Role.EPIDEMIOLOGIST).at(port);
        assertThat(exported(epidemiologist, "operations")).doesNotContain("Elle " + word);
    }

    @Test
    void isLiftedWithAReasonThatStandsInTheTrail() {
        grant("restriction");
        assertThat(compliance.get(request()).text()).contains("Limitation en vigueur");
        assertThat(compliance.post(request() + "/lift", "reason", "").status()).isEqualTo(422);
        assertThat(isFoundBy(communicator)).isFalse();
        assertThat(compliance.post(request() + "/lift", "reason", "Exactitude vérifiée").status())
                .isEqualTo(302);
        assertThat(isFoundBy(communicator)).isTrue();
        assertThat(compliance.get("/work/trail?action=ANSWER_DATA_REQUESTS").text())
                .contains("Exactitude vérifiée");
    }

    @Test
    void isGrantedForNobodyElsesMessage() {
        String id = noted("restriction");
        var others = Hospital.open(organisations, accounts);
        Said elsewhere = Said.in(others.id()).by("bijou").text("ailleurs");
        inbox.accept(List.of(elsewhere.arrival()));
        for (String named : List.of("", elsewhere.event().message().toString())) {
            Visitor.Page page =
                    compliance.post(id, "decision", "granted", "answer", "Fait", "messages", named);
            assertThat(page.status()).isEqualTo(422);
        }
        assertThat(compliance.get(id).text()).contains("En cours");
    }

    @Test
    void goesWithTheLastOfTheWords() {
        grant("restriction");
        compliance.get(history() + "/erase");
        compliance.post(history() + "/erase", "what", "author", "reason", "Demande");
        assertThat(
                        jdbc.sql("select count(*) from message.limitation where organisation = :o")
                                .param("o", hospital.id().value())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    private boolean isFoundBy(Visitor visitor) {
        return visitor.get("/work/archive?q=" + word).body().contains(history());
    }

    private String exported(Visitor visitor, String purpose) {
        Visitor.Page page = visitor.get("/work/archive.csv?q=" + word + TAKE.formatted(purpose));
        assertThat(page.status()).isEqualTo(200);
        return page.body();
    }

    private void grant(String kind) {
        String path = noted(kind);
        Visitor.Page page =
                compliance.post(
                        path,
                        "decision",
                        "granted",
                        "answer",
                        "C'est fait.",
                        "messages",
                        "http://localhost" + history());
        assertThat(page.status()).as(page.text()).isEqualTo(302);
    }

    private String noted(String kind) {
        compliance.get("/work/requests/new");
        Visitor.Page noted =
                compliance.post(
                        "/work/requests/new", "kind", kind, "name", "Bijou", "words", "Svp");
        assertThat(noted.status()).isEqualTo(302);
        compliance.get(request());
        return request();
    }

    private String request() {
        return "/work/requests/"
                + jdbc.sql("select id from people.data_request where organisation = :o")
                        .param("o", hospital.id().value())
                        .query(UUID.class)
                        .single();
    }

    private String message() {
        return bijou.event().message().toString();
    }

    private String history() {
        return "/work/archive/messages/" + message();
    }
}
