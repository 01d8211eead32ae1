package org.lisolo.server.community.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.Writer;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.Pictures;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.server.testing.Upload;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@ServerTest
class CommunityPicturesTest {
    private static final Pattern SHOWN =
            Pattern.compile("src=\"(/contributions/[0-9a-f-]+/pictures/([0-9a-f]{64}))\"");

    @Autowired Village village;
    @LocalServerPort int port;

    Citizen awa;
    Visitor visitor;

    @BeforeEach
    void arrive() {
        awa = village.citizen();
        visitor = awa.at(port);
    }

    private HttpResponse<String> send(
            Visitor who, Space space, String kind, byte[] file, String alt)
            throws IOException, InterruptedException {
        String form = space.path() + "/new/" + kind;
        String id = Writer.id(who.get(form));
        return Upload.send(
                port,
                who,
                form,
                form,
                "picture1",
                file,
                "id",
                id,
                "title",
                "Une tache",
                "text",
                "Depuis **mardi**.",
                "language",
                "fr",
                "told",
                "yes",
                "alt1",
                alt);
    }

    private static Matcher shown(Visitor.Page page) {
        Matcher shown = SHOWN.matcher(page.body());
        assertThat(shown.find()).as(page.text()).isTrue();
        return shown;
    }

    @Test
    void drawsAPictureAnewAndShowsItToWhoeverSeesTheWords() throws Exception {
        Space space = village.openSpace(village.citizen());
        var sent =
                send(
                        visitor,
                        space,
                        "question",
                        Pictures.fromAPhone(1600, 900, 6),
                        "Une tache <b>");
        String question = sent.headers().firstValue("Location").orElseThrow();
        question = question.replaceFirst("https?://[^/]+", "");
        Visitor stranger = Visitor.at(port);
        var page = stranger.get(question);
        assertThat(page.body())
                .contains("alt=\"Une tache &lt;b>\"", "loading=\"lazy\"", "height=\"1200\"");
        String path = shown(page).group(1);
        var picture = stranger.get(path);
        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(picture.body()).doesNotContain("SECRETPLACE").doesNotContain("Exif");

        var thrifty = Visitor.at(port).with("Save-Data", "on").get(question);
        assertThat(thrifty.body()).doesNotContain("<img").contains("href=\"" + path + "\"");
        assertThat(thrifty.text()).contains("Voir l’image (", "Ko)", "Une tache");

        visitor.get(question);
        String one = "/contributions/" + Writer.last(question);
        visitor.post(one + "/edit", "title", "Une tache", "text", "Depuis lundi.");
        assertThat(stranger.get(question).body()).contains(path, "Depuis lundi.");
        visitor.post(one + "/delete");
        assertThat(stranger.get(path).status()).isEqualTo(404);
    }

    private static String path(HttpResponse<String> sent) {
        return sent.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(sent.body()))
                .replaceFirst("https?://[^/]+", "");
    }

    private HttpResponse<String> add(String question, byte[] file, String... fields)
            throws IOException, InterruptedException {
        String edit = "/contributions/" + Writer.last(question) + "/edit";
        List<String> all = new ArrayList<>(List.of("title", "Une tache", "text", "Depuis lundi."));
        all.addAll(List.of(fields));
        return Upload.send(port, visitor, edit, edit, "picture1", file, all.toArray(String[]::new));
    }

    @Test
    void changesWhatAPictureIsSaidToShowAndTakesItOff() throws Exception {
        Space space = village.openSpace(village.citizen());
        byte[] file = Pictures.bytes("jpeg", Pictures.redAndBlue(200, 100));
        String question = path(send(visitor, space, "question", file, "Une tache"));
        String edit = "/contributions/" + Writer.last(question) + "/edit";
        var form = visitor.get(edit);
        Matcher shown = shown(form);
        String alt = "alt-" + shown.group(2);
        assertThat(form.body()).contains("name=\"" + alt + "\"", "value=\"Une tache\"");
        String[] words = {"title", "Une tache", "text", "Depuis lundi.", alt, " "};
        var refused = visitor.post(edit, words);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("error-" + alt, "Depuis lundi.");
        var more = visitor.post(edit, "title", "", "text", "", alt, " ");
        assertThat(more.body()).contains("error-title", "error-text", "error-" + alt);

        words[5] = "Une tache bleue";
        assertThat(visitor.post(edit, words).status()).isEqualTo(302);
        Visitor stranger = Visitor.at(port);
        assertThat(stranger.get(question).body())
                .contains("alt=\"Une tache bleue\"", "width=\"200\"", "Depuis lundi.")
                .doesNotContain("alt=\"Une tache\"");

        words[4] = "off-" + shown.group(2);
        assertThat(visitor.post(edit, words).status()).isEqualTo(302);
        assertThat(stranger.get(question).body())
                .contains("Depuis lundi.")
                .doesNotContain("alt=\"Une tache");
        assertThat(stranger.get(shown.group(1)).status()).isEqualTo(404);
        assertThat(visitor.get(edit).body()).doesNotContain("off-");
    }

    @Test
    void addsPicturesToWhatWasSaidUpToFour() throws Exception {
        Space space = village.openSpace(village.citizen());
        String question = new Writer(visitor).ask(space, "Une tache", "Depuis mardi.");
        byte[] script = "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8);
        var refused = add(question, script, "alt1", "Une tache");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("error-picture1", "Depuis lundi.");
        for (int i = 1; i <= 4; i++) {
            byte[] file = Pictures.bytes("jpeg", Pictures.redAndBlue(100 + i, 100));
            assertThat(add(question, file, "alt1", "Vue " + i).statusCode()).isEqualTo(302);
        }
        Visitor stranger = Visitor.at(port);
        assertThat(stranger.get(question).body())
                .containsSubsequence("Vue 1", "Vue 2", "Vue 3", "Vue 4");
        String edit = "/contributions/" + Writer.last(question) + "/edit";
        assertThat(visitor.get(edit).body()).doesNotContain("type=\"file\"");
        byte[] more = Pictures.bytes("jpeg", Pictures.redAndBlue(150, 100));
        var many = add(question, more, "alt1", "Vue 5");
        assertThat(many.statusCode()).isEqualTo(422);
        assertThat(many.body()).contains("4 images au plus");
        assertThat(stranger.get(question).body()).doesNotContain("Vue 5");
    }

    @Test
    void refusesWhatIsNoPictureAndKeepsTheWords() throws Exception {
        Space space = village.openSpace(village.citizen());
        byte[] script = "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8);
        for (byte[] hostile : new byte[][] {script, Pictures.thatClaims(40_000, 40_000)}) {
            var refused = send(visitor, space, "question", hostile, "Une tache");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body())
                    .contains("Depuis **mardi**.", "value=\"Une tache\"", "error-picture1");
        }
        byte[] good = Pictures.bytes("png", Pictures.redAndBlue(80, 60));
        var silent = send(visitor, space, "question", good, " ");
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("Dites en quelques mots", "Depuis **mardi**.");
        assertThat(Visitor.at(port).get(space.path()).text()).doesNotContain("Une tache");
    }

    @Test
    void servesPicturesOfAClosedSpaceInsideItAlone() throws Exception {
        Space closed = village.closedSpace(awa);
        byte[] file = Pictures.bytes("jpeg", Pictures.redAndBlue(200, 100));
        var sent = send(visitor, closed, "talk", file, "Une tache");
        String talk =
                sent.headers()
                        .firstValue("Location")
                        .orElseThrow()
                        .replaceFirst("https?://[^/]+", "");
        Matcher shown = shown(visitor.get(talk));
        assertThat(visitor.get(shown.group(1)).status()).isEqualTo(200);
        Writer other = new Writer(village.citizen().at(port));
        Space open = village.openSpace(village.citizen());
        String public_ = "/contributions/" + Writer.last(other.ask(open, "Question", "Texte"));
        for (Visitor outsider : new Visitor[] {Visitor.at(port), other.visitor()}) {
            assertThat(outsider.get(shown.group(1)).status()).isEqualTo(404);
            assertThat(outsider.get(public_ + "/pictures/" + shown.group(2)).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void showsPicturesOfCasesOnlyAfterTheyWereLookedThrough() throws Exception {
        Space space = village.clinicians(awa);
        Visitor doctor = village.hospital().staff().get(Role.PROFESSIONAL).at(port);
        Visitor colleague = village.hospital().staff().get(Role.PROFESSIONAL).at(port);
        byte[] file = Pictures.fromAPhone(300, 200, 1);
        var sent = send(doctor, space, "case", file, "");
        String look =
                sent.headers()
                        .firstValue("Location")
                        .orElseThrow()
                        .replaceFirst("https?://[^/]+", "");
        assertThat(look).endsWith("/pictures");
        var page = doctor.get(look);
        String path = shown(page).group(1);
        String hash = shown(page).group(2);
        assertThat(doctor.get(path).status()).isEqualTo(200);
        assertThat(colleague.get(path).status()).isEqualTo(404);
        assertThat(colleague.get(look).status()).isEqualTo(403);
        String discussion =
                look.replace("/contributions/", "/cases/").replaceFirst("/pictures$", "");
        assertThat(colleague.get(discussion).body())
                .contains("Depuis <strong>mardi</strong>.")
                .doesNotContain("<img", look);
        assertThat(doctor.get(discussion).body()).as("the way back").contains(look);

        var refused =
                doctor.post(
                        look,
                        "alt-" + hash,
                        "Plaque érythémateuse",
                        "face-" + hash,
                        "yes",
                        "mark-" + hash,
                        "yes",
                        "name-" + hash,
                        "yes");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("aucun texte n’est inscrit");
        assertThat(doctor.post(look).text())
                .as("all at once")
                .contains("en quelques mots", "aucun visage, ou", "Image 1 : confirmez qu’aucun");
        assertThat(refused.body()).contains("Plaque érythémateuse");
        assertThat(colleague.get(path).status()).isEqualTo(404);
        var shown =
                doctor.post(
                        look,
                        "alt-" + hash,
                        "Plaque érythémateuse",
                        "face-" + hash,
                        "yes",
                        "mark-" + hash,
                        "yes",
                        "name-" + hash,
                        "yes",
                        "writing-" + hash,
                        "yes");
        assertThat(shown.location()).contains(discussion + "#c-" + Writer.last(discussion));
        assertThat(colleague.get(discussion).body()).contains("alt=\"Plaque érythémateuse\"", path);
        assertThat(colleague.get(path).status()).isEqualTo(200);
        assertThat(visitor.get(path).status()).isEqualTo(404);
        assertThat(Visitor.at(port).get(path).status()).isEqualTo(404);
        assertThat(doctor.get(look).text()).contains("Aucune image n’attend");
        assertThat(doctor.get(discussion).body()).doesNotContain(look + "\"");
    }

    @Test
    void tellsCliniciansWhoReadACaseAndWhatWasAdvised() {
        Space space = village.clinicians(awa);
        Visitor doctor = village.hospital().staff().get(Role.PROFESSIONAL).at(port);
        var hospital = village.hospital();
        Visitor colleague = hospital.staff().get(Role.PROFESSIONAL).at(port);
        String told =
                new Writer(doctor)
                        .open(space, "case", "Éruption", "Voir PMID: 33301246 et 10.1000/182");
        assertThat(colleague.get(told).body())
                .contains(
                        "https://pubmed.ncbi.nlm.nih.gov/33301246/", "https://doi.org/10.1000/182");
        assertThat(doctor.get(told).text()).contains("Lu par 1 soignant", hospital.name());
        String summary = "/discussions/" + Writer.last(told) + "/summary";
        assertThat(colleague.post(summary, "summary", "Autre chose", "language", "fr").status())
                .isEqualTo(403);
        doctor.post(summary, "summary", "Biopsie **puis** corticoïdes.", "language", "fr");
        doctor.post(summary, "summary", "Biopsie **d'abord**.", "language", "fr");
        assertThat(colleague.get(told).body())
                .contains("Biopsie <strong>d&#39;abord</strong>.")
                .doesNotContain("corticoïdes");
        visitor.get("/spaces");
        assertThat(visitor.post(summary, "summary", "x", "language", "fr").status()).isEqualTo(404);
        assertThat(colleague.get("/account/data").text()).contains("Cas que vous avez lus");
    }

    @Test
    void letsNoFormWriteOverWhatStandsUnderAnothersId() {
        Space space = village.openSpace(village.citizen());
        String question = new Writer(visitor).ask(space, "Ce que j'ai dit", "Mes mots");
        Visitor other = village.citizen().at(port);
        String form = space.path() + "/new/question";
        other.get(form);
        other.post(
                form,
                "id",
                Writer.last(question),
                "title",
                "Autre chose",
                "text",
                "Ses mots",
                "told",
                "yes");
        assertThat(Visitor.at(port).get(question).text())
                .contains("Ce que j'ai dit", "Mes mots")
                .doesNotContain("Ses mots");
    }
}
