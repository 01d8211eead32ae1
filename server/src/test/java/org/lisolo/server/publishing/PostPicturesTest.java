package org.lisolo.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lisolo.server.publishing.Newsroom.fields;
import static org.lisolo.server.publishing.Newsroom.until;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.site.Sites;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.verification.NewVerifications;
import org.lisolo.server.publishing.library.Library;
import org.lisolo.server.releases.Ward;
import org.lisolo.server.testing.FakeNetwork;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Pictures;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.server.testing.Upload;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pictures of posts: described, a part of what is approved, and of people only with their word. */
@ServerTest
class PostPicturesTest {
    private static final String TEXT = "Notre nouvelle salle est ouverte.";

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired NewVerifications verifications;
    @Autowired Library library;
    @Autowired Sites sites;
    @Autowired FakeNetwork network;

    private Newsroom newsroom;
    private Hospital hospital;
    private Visitor writer;
    private String post;

    @BeforeEach
    void beginAPost() {
        hospital = Hospital.open(organisations, accounts);
        newsroom = Newsroom.open(hospital, port, organisations, verifications, library);
        writer = newsroom.as(Role.COMMUNICATOR);
        writer.get("/work/posts");
        post = writer.post("/work/posts").location().orElseThrow();
        writer.post(post + "/check", fields(writer, post, "text", TEXT, "considered", "on"));
    }

    private HttpResponse<String> add(byte[] picture, String... fields) throws Exception {
        return Upload.send(port, writer, post, post + "/pictures", "picture", picture, fields);
    }

    /** The hashes of the pictures that the page of the post shows. */
    private String hash() {
        Matcher shown =
                Pattern.compile(post + "/pictures/([0-9a-f]{64})\"")
                        .matcher(writer.get(post).body());
        assertThat(shown.find()).isTrue();
        return shown.group(1);
    }

    private Visitor.Page ask(String... others) {
        String[] all = java.util.Arrays.copyOf(others, others.length + 2);
        all[others.length] = "considered";
        all[others.length + 1] = "on";
        return writer.post(post + "/ask", fields(writer, post, all));
    }

    private int approve(Role role) {
        Visitor visitor = newsroom.as(role);
        Matcher version =
                Pattern.compile("name=\"version\" value=\"(\\d+)\"")
                        .matcher(visitor.get(post).body());
        assertThat(version.find()).as(visitor.get(post).text()).isTrue();
        return visitor.post(post + "/approve", "version", version.group(1)).status();
    }

    private String publicly(String hash) {
        return "/news/" + hospital.id() + "/pictures/" + hash;
    }

    private Visitor.Page item() {
        return Visitor.at(port)
                .get("/news/" + hospital.id() + "/" + post.substring(post.lastIndexOf('/') + 1));
    }

    @Test
    void isDescribedAndTellsOfPeopleBeforeAnybodyIsAsked() throws Exception {
        assertThat(add(Pictures.fromAPhone(800, 600, 1)).statusCode()).isEqualTo(302);
        String hash = hash();
        assertThat(writer.get(post).text())
                .contains(
                        TEXT,
                        "Décrivez cette image en mots",
                        "Dites si l’on peut reconnaître quelqu’un");
        assertThat(ask().status()).isEqualTo(422);
        assertThat(ask("alt-" + hash, "Une salle claire avec quatre lits").status()).isEqualTo(422);
        assertThat(
                        ask(
                                        "alt-" + hash,
                                        "Une salle claire avec quatre lits",
                                        "people-" + hash,
                                        "nobody")
                                .status())
                .isEqualTo(302);
    }

    @Test
    void isShownOnceItIsPublishedWithoutItsMetadataAndGoesWithThePost() throws Exception {
        Channel page = network.open(hospital.id());
        add(
                Pictures.fromAPhone(1_000, 600, 1),
                "picture_alt",
                "Une salle claire avec quatre lits",
                "picture_people",
                "nobody",
                "picture_shape",
                "square");
        String hash = hash();
        ask("to-" + sites.of(hospital.id()).id(), "on", "to-" + page.id(), "on");
        assertThat(Visitor.at(port).get(publicly(hash)).status()).isEqualTo(404);
        approve(Role.COMPLIANCE);
        until(() -> item().status() == 200 && network.arrived(page).size() == 1);

        assertThat(item().body())
                .contains(
                        "<img src=\"" + publicly(hash) + "\"",
                        "alt=\"Une salle claire avec quatre lits\"",
                        "width=\"600\" height=\"600\" loading=\"lazy\"");
        Visitor.Page shown = Visitor.at(port).get(publicly(hash));
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(shown.body()).doesNotContain("SECRETPLACE", "Exif");
        assertThat(network.arrived(page).getFirst().what().pictures())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.hash().hex()).isEqualTo(hash);
                            assertThat(one.alt()).isEqualTo("Une salle claire avec quatre lits");
                        });

        writer.get(post);
        writer.post(post + "/take-down");
        assertThat(Visitor.at(port).get(publicly(hash)).status()).isEqualTo(404);
    }

    @Test
    void ofAPersonIsForJustThePictureThatTheySaw() throws Exception {
        add(
                Pictures.fromAPhone(800, 600, 1),
                "picture_alt",
                "Une femme souriante devant un lit",
                "picture_people",
                "somebody");
        assertThat(writer.get(post).text()).contains("On peut reconnaître une personne");
        writer.get(post + "/release");
        String page =
                writer.post(
                                post + "/release",
                                "person",
                                "Kalonji Béatrice",
                                "aim",
                                "news",
                                "months",
                                "12",
                                "language",
                                "fr")
                        .location()
                        .orElseThrow();
        var asked = new Ward.Asked(page, Ward.link(writer.get(page)));
        Visitor phone = Visitor.at(port);
        assertThat(Ward.open(phone, asked.link()).text())
                .contains("Une femme souriante devant un lit");
        assertThat(
                        phone.get("/release/picture/1?link=" + asked.secret())
                                .headers()
                                .firstValue("Content-Type"))
                .contains("image/jpeg");
        Ward.sign(phone, asked);
        assertThat(writer.get(post).text()).contains("Voir l’autorisation");

        String hash = hash();
        writer.post(post + "/pictures/" + hash + "/remove");
        add(
                Pictures.fromAPhone(800, 601, 1),
                "picture_alt",
                "Une femme souriante devant un lit",
                "picture_people",
                "somebody");
        assertThat(hash()).isNotEqualTo(hash);
        assertThat(writer.get(post).text())
                .as("another picture, however alike")
                .doesNotContain("Voir l’autorisation")
                .contains("On peut reconnaître une personne");
    }

    @Test
    void whatIsNoPictureIsRefusedAndWhatWasTypedStays() throws Exception {
        HttpResponse<String> again =
                add(
                        "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8),
                        fields(writer, post, "text", "Un texte tout neuf.", "picture_alt", "x"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("Ce fichier n’est pas une image", "Un texte tout neuf.");
        assertThat(writer.get(post).text()).contains("Un texte tout neuf.");
    }

    @Test
    void nobodyElseSeesItBeforeItIsPublished() throws Exception {
        add(Pictures.fromAPhone(300, 300, 1));
        String path = post + "/pictures/" + hash();
        assertThat(writer.get(path).status()).isEqualTo(200);
        Visitor other = Hospital.open(organisations, accounts).communicator().at(port);
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(Visitor.at(port).get(path).status()).isNotEqualTo(200);
    }

    @Test
    void afterSomebodyWasAskedNoPictureChanges() throws Exception {
        add(Pictures.fromAPhone(300, 300, 1), "picture_alt", "Un lit", "picture_people", "nobody");
        String hash = hash();
        ask();
        assertThat(writer.post(post + "/pictures/" + hash + "/remove").status()).isEqualTo(409);
        assertThat(add(Pictures.fromAPhone(400, 400, 1)).statusCode()).isEqualTo(422);
        writer.post(post + "/back");
        assertThat(hash()).as("the next version shows the same").isEqualTo(hash);
    }
}
