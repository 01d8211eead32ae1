package org.lisolo.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lisolo.server.publishing.Newsroom.fields;
import static org.lisolo.server.publishing.Newsroom.until;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.site.Sites;
import org.lisolo.server.message.Erasures;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Parcel;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.verification.NewVerifications;
import org.lisolo.server.publishing.library.Library;
import org.lisolo.server.testing.FakeNetwork;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.server.testing.WholeDatabase;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A post is said where somebody chose, in the words for that place, all of which the gate saw. */
@ServerTest
class PostChannelsTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired NewVerifications verifications;
    @Autowired Library library;
    @Autowired Sites sites;
    @Autowired FakeNetwork network;
    @Autowired Erasures erasures;
    @Autowired JdbcClient jdbc;

    private Newsroom newsroom;
    private Hospital hospital;
    private Visitor writer;
    private Channel page;

    @BeforeEach
    void openAPageBesideTheSite() {
        hospital = Hospital.open(organisations, accounts);
        newsroom = Newsroom.open(hospital, port, organisations, verifications, library);
        writer = newsroom.as(Role.COMMUNICATOR);
        page = network.open(hospital.id());
    }

    private String site() {
        return "to-" + sites.of(hospital.id()).id();
    }

    private String to() {
        return "to-" + page.id();
    }

    private String variant() {
        return "text-" + page.id();
    }

    private String begin() {
        writer.get("/work/posts");
        return writer.post("/work/posts").location().orElseThrow();
    }

    private Visitor.Page ask(String post, String... others) {
        return writer.post(post + "/ask", fields(writer, post, others));
    }

    private void approve(String post) {
        Visitor compliance = newsroom.as(Role.COMPLIANCE);
        Matcher version =
                Pattern.compile("name=\"version\" value=\"(\\d+)\"")
                        .matcher(compliance.get(post).body());
        assertThat(version.find()).as(compliance.get(post).text()).isTrue();
        compliance.post(post + "/approve", "version", version.group(1));
    }

    private boolean isOnTheSite(String words) {
        return Visitor.at(port).get("/news/" + hospital.id()).text().contains(words);
    }

    private List<String> said() {
        return network.arrived(page).stream().map(parcel -> parcel.what().text()).toList();
    }

    @Test
    void isSaidOnTheSiteAloneWhereNobodyChose() throws Exception {
        String post = begin();
        assertThat(writer.get(post).body()).contains("name=\"" + to() + "\"");
        ask(post, "text", "La pharmacie ouvre demain.");
        approve(post);
        until(() -> isOnTheSite("pharmacie ouvre"));
        assertThat(network.arrived(page)).isEmpty();
    }

    @Test
    void isSaidInTheWordsForAChannelThereAndInTheCommonOnesElsewhere() throws Exception {
        String post = begin();
        ask(
                post,
                "text",
                "La pharmacie ouvre demain à 8 heures, entrée par la cour.",
                site(),
                "on",
                to(),
                "on",
                variant(),
                "Pharmacie : demain 8 h.");
        approve(post);
        until(() -> said().contains("Pharmacie : demain 8 h."));
        until(() -> isOnTheSite("entrée par la cour"));
        assertThat(isOnTheSite("demain 8 h.")).isFalse();
        assertThat(writer.get(post).text()).contains(page.name() + " : publiée le");
    }

    @Test
    void showsEachNetworksWordsWithTheirLengthWhileTheyAreWritten() {
        String post = begin();
        Visitor.Page check =
                writer.post(
                        post + "/check",
                        fields(
                                writer,
                                post,
                                "text",
                                "Le texte commun.",
                                to(),
                                "on",
                                variant(),
                                "Bonjour 🇨🇩"));
        assertThat(check.text())
                .contains("Comme le montre « " + page.name() + " »")
                .contains("10 signes sur " + FakeNetwork.CHARACTERS)
                .contains("@hopital@test.example");
        assertThat(writer.get(post).body()).contains("Bonjour 🇨🇩</textarea>");
    }

    @Test
    void aNameInTheWordsForOneChannelIsCaughtLikeAnyOther() {
        String post = begin();
        String[] fields =
                fields(
                        writer,
                        post,
                        "text",
                        "Nous soignons tout le monde.",
                        "considered",
                        "on",
                        to(),
                        "on",
                        variant(),
                        "Notre patiente Béatrice Kalonji, 34 ans, a guéri.");
        assertThat(writer.post(post + "/check", fields).text())
                .contains("ces mots désignent une personne")
                .contains("Dans : " + page.name());
        ask(
                post,
                "considered",
                "on",
                to(),
                "on",
                variant(),
                "Notre patiente Béatrice Kalonji, 34 ans, a guéri.");
        Visitor doctor = newsroom.as(Role.PROFESSIONAL);
        doctor.get(post);
        doctor.post(post + "/approve", "version", "1");
        Visitor compliance = newsroom.as(Role.COMPLIANCE);
        compliance.get(post);
        assertThat(compliance.post(post + "/approve", "version", "1").status()).isEqualTo(422);
        assertThat(network.arrived(page)).isEmpty();
    }

    @Test
    void whatIsTooLongForOneChannelHasToBeMendedForIt() {
        String post = begin();
        String text = "Consultations ouvertes à tous. ".repeat(6);
        assertThat(ask(post, "text", text, site(), "on").status()).isEqualTo(302);
        String other = begin();
        Visitor.Page refused = ask(other, "text", text, to(), "on");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("dépasse ce que prend « " + page.name() + " »");
        assertThat(ask(other, "text", text, to(), "on", variant(), "Ouvert à tous.").status())
                .isEqualTo(302);
    }

    @Test
    void aChannelOfAnotherOrganisationIsNoChoice() throws Exception {
        Channel other = network.open(Hospital.open(organisations, accounts).id());
        String post = begin();
        assertThat(writer.get(post).body()).doesNotContain(other.id().toString());
        ask(post, "text", "Bonjour à tous.", "to-" + other.id(), "on");
        approve(post);
        until(() -> isOnTheSite("Bonjour à tous"));
        assertThat(network.arrived(other)).isEmpty();
    }

    @Test
    void aCorrectionFollowsTheChoiceOfChannels() throws Exception {
        String post = begin();
        ask(post, "text", "Ouvert à 8 heures.", site(), "on", to(), "on");
        approve(post);
        until(() -> isOnTheSite("8 heures") && network.arrived(page).size() == 1);
        writer.post(post + "/back");
        ask(post, "text", "Ouvert à 7 heures.", site(), "on");
        approve(post);
        until(() -> isOnTheSite("7 heures") && network.arrived(page).size() == 2);
        Parcel removal = network.arrived(page).getLast();
        assertThat(removal.what().kind()).isEqualTo(EventKind.DELETED);
        assertThat(removal.networkId()).isPresent();
        writer.post(post + "/back");
        ask(post, "text", "Ouvert à 6 heures.", to(), "on");
        approve(post);
        until(() -> !isOnTheSite("heures") && network.arrived(page).size() == 3);
        assertThat(network.arrived(page).getLast().what().kind()).isEqualTo(EventKind.CREATED);
    }

    @Test
    void aChannelThatWasClosedMeanwhileIsToldAndNothingIsSaid() {
        String post = begin();
        writer.post(post + "/check", fields(writer, post, "text", "Bonjour.", to(), "on"));
        Visitor admin = newsroom.as(Role.ADMIN);
        admin.post("/work/channels/" + page.id() + "/retire");
        Visitor.Page refused = ask(post, to(), "on");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Un des canaux choisis est fermé");
        assertThat(refused.body()).contains("name=\"" + to() + "\"");
        assertThat(isOnTheSite("Bonjour")).isFalse();
    }

    @Test
    void whatOneNetworkRefusedIsSentAgainThereAlone() throws Exception {
        network.refuse(page, true);
        String post = begin();
        ask(post, "text", "Marché de la santé samedi.", site(), "on", to(), "on");
        approve(post);
        until(() -> isOnTheSite("samedi"));
        UUID id = UUID.fromString(post.substring(post.lastIndexOf('/') + 1));
        until(() -> dead(id).size() == 1);
        network.refuse(page, false);
        Visitor compliance = newsroom.as(Role.COMPLIANCE);
        assertThat(compliance.get("/work/outbox").text()).contains(page.name());
        compliance.post("/work/outbox/" + dead(id).getFirst() + "/again");
        until(() -> said().contains("Marché de la santé samedi."));
        assertThat(
                        jdbc.sql("select count(*) from message.outgoing where post = ?")
                                .param(id)
                                .query(Integer.class)
                                .single())
                .isEqualTo(3);
    }

    @Test
    void anErasureReachesTheWordsForOneChannel() throws Exception {
        String word = "zq" + page.id().toString().replaceAll("[^a-f]", "") + "qz";
        String post = begin();
        ask(post, "text", "Bonjour à tous.", site(), "on", to(), "on", variant(), "Voir " + word);
        approve(post);
        until(() -> said().contains("Voir " + word));
        UUID id = UUID.fromString(post.substring(post.lastIndexOf('/') + 1));
        until(() -> messages(id).size() == 2);
        for (UUID message : messages(id)) {
            erasures.eraseMessage(
                    hospital.id(),
                    new MessageId(message),
                    hospital.compliance().account(),
                    "demande");
        }
        until(() -> !new WholeDatabase(jdbc).holds(word));
    }

    private List<UUID> messages(UUID post) {
        return jdbc.sql("select message from message.outgoing where post = ? and state = 'SENT'")
                .param(post)
                .query(UUID.class)
                .list();
    }

    private List<UUID> dead(UUID post) {
        return jdbc.sql("select id from message.outgoing where post = ? and state = 'DEAD'")
                .param(post)
                .query(UUID.class)
                .list();
    }
}
