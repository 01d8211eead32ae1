package org.lisolo.server.monitoring.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.message.Arrival;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.message.MessageId;
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

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What points at a person on the pages of messages and cases, and the marks of reviewers. */
@ServerTest
class IdentifierPagesTest {
    private static final Pattern WRONG =
            Pattern.compile("action=\"(/work/identifiers/[^\"]+-phone/wrong)\"");

    @Autowired private Organisations organisations;
    @Autowired private Accounts accounts;
    @Autowired private Inbox inbox;
    @Autowired private Rules rules;
    @Autowired private ScreenedWordsStore store;
    @Autowired private JdbcClient jdbc;
    @LocalServerPort private int port;

    private Hospital hospital;
    private Said said;

    @BeforeEach
    void openAHospital() {
        hospital = Hospital.open(organisations, accounts);
        said = Said.in(hospital.id()).within();
    }

    @Test
    void aMessagesPageTellsWhatWhyAndASafeWording() throws Exception {
        Said message = said.text("Appelez Mme Kapinga Mbuyi au +243 812 345 678 😀 svp");
        accept(message);
        Visitor reader = hospital.reader().at(port);
        String french = reader.get(page(message)).text();
        assertThat(french)
                .contains("Ce qui peut désigner une personne", "Téléphone", "+243 812 345 678")
                .contains("plans de numérotation", "[numéro de téléphone retiré]")
                .doesNotContain("C’est une erreur");
        assertThat(reader.reading("en").get(page(message)).text())
                .contains("What may point at a person", "Telephone")
                .contains("[numéro de téléphone retiré]");
    }

    @Test
    void aCaseTellsIt() throws Exception {
        Ward ward = new Ward(hospital, rules, jdbc);
        ward.watch("fièvre");
        accept(said.text("La fièvre de Mme Kapinga Mbuyi, +243 812 345 678"));
        Ward.until(() -> ward.alerts() == 1);
        String text =
                hospital.communicator()
                        .at(port)
                        .get("/work/cases/" + ward.cases().getFirst())
                        .text();
        assertThat(text).contains("peuvent désigner une personne", "La même chose sans désigner");
    }

    @Test
    void aReviewerMarksAMistakeTakesItBackAndTakesTheTestSetAlong() throws Exception {
        Said message =
                said.text(
                        "Bonjour 😀 le standard de l'hôpital répond au +243 812 345 678, demandez"
                                + " Mme Kapinga Mbuyi au centre de santé Bomoko");
        accept(message);
        Visitor compliance = hospital.compliance().at(port);
        Matcher wrong = WRONG.matcher(compliance.get(page(message)).body());
        assertThat(wrong.find()).isTrue();
        Visitor.Page marked = compliance.follow(compliance.post(wrong.group(1)));
        assertThat(marked.text())
                .contains("Noté : ce n’est pas une donnée personnelle.")
                .contains("Marqué comme erreur par Ilunga Tshibanda Didier")
                .doesNotContain("[numéro de téléphone retiré]");
        assertThat(compliance.get("/work/identifiers").text())
                .contains("1 erreur marquée", "+243 812 345 678", "Emporter comme jeu d’essai");
        Visitor.Page export = compliance.export("/work/identifiers.jsonl");
        JsonNode line = JsonMapper.shared().readTree(export.body().strip());
        assertThat(line.get("text").asString()).isEqualTo(message.text());
        assertThat(line.get("lang").asString()).isEqualTo("fr");
        assertThat(line.get("spans").values())
                .noneMatch(span -> span.get("label").asString().equals("PHONE"))
                .anyMatch(span -> span.get("label").asString().equals("GEOGRAPHIC_LOCATION"))
                .anySatisfy(
                        span -> {
                            assertThat(span.get("label").asString()).isEqualTo("NAME");
                            int start = span.get("start").asInt();
                            int end = span.get("end").asInt();
                            assertThat(codePoints(message.text(), start, end))
                                    .isEqualTo(span.get("text").asString());
                        });
        compliance.get(page(message));
        Visitor.Page back =
                compliance.follow(compliance.post(wrong.group(1).replaceAll("wrong$", "right")));
        assertThat(back.text()).contains("La marque est retirée.");
        assertThat(compliance.get("/work/identifiers").text()).contains("Aucune erreur marquée");
        assertThat(compliance.export("/work/identifiers.jsonl").body()).isEmpty();
    }

    @Test
    void marksOfOneOrganisationAreNotAnothersAndNothingUnfoundIsMarked() throws Exception {
        Said message = said.text("Le standard : +243 812 345 678");
        EventId id = accept(message);
        Visitor compliance = hospital.compliance().at(port);
        Matcher wrong = WRONG.matcher(compliance.get(page(message)).body());
        assertThat(wrong.find()).isTrue();
        Visitor other = Hospital.open(organisations, accounts).compliance().at(port);
        other.get("/work/identifiers");
        assertThat(other.post(wrong.group(1)).status()).isEqualTo(404);
        for (String nothing : List.of("0-2-name", "2-1-name", "x", "0-99999999-phone")) {
            compliance.get("/work/identifiers");
            assertThat(
                            compliance
                                    .post("/work/identifiers/" + id + "/" + nothing + "/wrong")
                                    .status())
                    .as(nothing)
                    .isEqualTo(404);
        }
    }

    @Test
    void theLanguageIsShownByNameAndFoundWhereTheNetworkToldNone() throws Exception {
        Said lingala =
                said.text("Mbote na bino banso, tokoki kozwa nkisi ya malaria na lopitalo nini?");
        accept(lingala);
        accept(said.next("Bonjour à tous, où peut-on se faire vacciner ce matin ?"));
        Said told = said.next("Bonjour").language("fr-CD");
        accept(told);
        Visitor reader = hospital.reader().at(port);
        assertThat(reader.get(page(lingala)).text()).contains("lingala", "(reconnue à ses mots)");
        assertThat(reader.get(page(told)).text())
                .contains("français")
                .doesNotContain("reconnue à ses mots");
        Ward.until(
                () ->
                        reader.get("/work/archive?q=lang:ln").body().contains("kozwa nkisi")
                                && !reader.get("/work/archive?q=lang:ln")
                                        .body()
                                        .contains("vacciner"));
    }

    private static String codePoints(String text, int start, int end) {
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }

    private static String page(Said message) {
        return "/work/archive/messages/" + MessageId.of(message.channel(), message.networkId());
    }

    private EventId accept(Said message) throws InterruptedException {
        Arrival arrival = message.arrival();
        inbox.accept(List.of(arrival));
        EventId id = arrival.event().id();
        Ward.until(() -> store.find(List.of(id)).containsKey(id));
        return id;
    }
}
