package org.lisolo.server.community.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lisolo.server.community.Talk.find;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.Writer;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.community.spaces.Standing;
import org.lisolo.server.message.ContentHash;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.Pictures;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.server.testing.Upload;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.UUID;

/** What waits with words comes with them when they are let through. */
@ServerTest
class HeldPicturesTest {
    private static final String PICTURE =
            "src=\"(/moderation/(?:held|appeals)/[0-9a-f-]+/pictures/[0-9a-f]{64})\"";

    @Autowired Village village;
    @Autowired Limits limits;
    @Autowired HeldStore store;
    @Autowired Spaces spaces;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    Citizen chief;
    Space space;
    Visitor visitor;
    Visitor moderator;

    @BeforeEach
    void openASpace() {
        chief = village.citizen();
        space = village.openSpace(chief);
        limits.set(space.id(), new SpaceLimits(true, false, 0, ""));
        visitor = village.citizen().at(port);
        moderator = chief.at(port);
    }

    private String held() {
        return find("href=\"(/moderation/held/[^\"]+)\"", moderator.get("/moderation"));
    }

    @Test
    void keepsAPollThatGoesOnForTheTimeThatWasChosen() {
        new Writer(visitor)
                .open(
                        space,
                        "talk",
                        "Un sondage",
                        "Votez.",
                        "choices",
                        "Des tisanes\nDes comprimés",
                        "days",
                        "1",
                        "warning",
                        "des aiguilles");
        String held = held();
        assertThat(moderator.get(held).text())
                .contains("Des tisanes", "Des comprimés", "des aiguilles");
        jdbc.sql("update community.held set at = at - interval '3 days' where id = ?")
                .param(UUID.fromString(Writer.last(held)))
                .update();
        moderator.post(held + "/let", "version", "1");
        String talk = "/talks/" + Writer.last(held);
        assertThat(Visitor.at(port).get(talk).text())
                .contains("Des tisanes", "Des comprimés", "se termine le");
        visitor.get(talk);
        assertThat(
                        visitor.post("/discussions/" + Writer.last(talk) + "/vote", "choice", "0")
                                .status())
                .isEqualTo(302);
    }

    private void sendWithPicture() throws Exception {
        String form = space.path() + "/new/question";
        var sent =
                Upload.send(
                        port,
                        visitor,
                        form,
                        form,
                        "picture1",
                        Pictures.bytes("jpeg", Pictures.redAndBlue(200, 100)),
                        "id",
                        Writer.id(visitor.get(form)),
                        "title",
                        "Une tache",
                        "text",
                        "Depuis mardi.",
                        "language",
                        "fr",
                        "told",
                        "yes",
                        "alt1",
                        "Une tache rouge");
        assertThat(sent.headers().firstValue("Location").orElse("")).endsWith(space.path());
        assertThat(visitor.get(space.path()).text())
                .contains("attend une relecture")
                .doesNotContain("n'a pas été gardée");
    }

    @Test
    void keepsPicturesAndShowsThemToWhoDecides() throws Exception {
        sendWithPicture();
        String held = held();
        var page = moderator.get(held);
        assertThat(page.text()).contains("Une tache rouge");
        String path = find(PICTURE, page);
        assertThat(moderator.get(path).headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(store.awaited()).contains(new ContentHash(Writer.last(path)));
        String later = "/contributions/" + Writer.last(held) + "/pictures/" + Writer.last(path);
        Visitor other = village.citizen().at(port);
        assertThat(visitor.get(path).status()).isEqualTo(404);
        assertThat(other.get(path).status()).isEqualTo(404);
        isForItsAuthorAlone(later);
        assertThat(moderator.post(held + "/let").status()).as("unseen").isEqualTo(409);
        moderator.post(held + "/let", "version", "1");
        Visitor stranger = Visitor.at(port);
        assertThat(stranger.get("/questions/" + Writer.last(held)).body())
                .contains("alt=\"Une tache rouge\"", later, "width=\"200\"");
        assertThat(stranger.get(later).status()).isEqualTo(200);
        assertThat(moderator.get(path).status()).isEqualTo(404);
        assertThat(store.awaited()).doesNotContain(new ContentHash(Writer.last(path)));
    }

    private void isForItsAuthorAlone(String picture) {
        assertThat(visitor.get(picture).status()).isEqualTo(200);
        assertThat(visitor.get(picture).headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
        Visitor other = village.citizen().at(port);
        for (Visitor outsider : new Visitor[] {Visitor.at(port), other, moderator}) {
            assertThat(outsider.get(picture).status()).isEqualTo(404);
        }
        String another = picture.replaceFirst("[0-9a-f]{64}$", "0".repeat(64));
        assertThat(visitor.get(another).status()).isEqualTo(404);
    }

    @Test
    void beginsAnotherChangeWithThePicturesOfTheOneThatWaits() throws Exception {
        limits.set(space.id(), new SpaceLimits(false, false, 0, ""));
        limits.add(space.id(), "Remèdes", "miracle");
        String question = new Writer(visitor).ask(space, "Une tache", "Depuis mardi.");
        String edit = "/contributions/" + Writer.last(question) + "/edit";
        String[] words = {"title", "Une tache", "text", "Un miracle", "alt1", "Une tache rouge"};
        byte[] file = Pictures.bytes("jpeg", Pictures.redAndBlue(200, 100));
        Upload.send(port, visitor, edit, edit, "picture1", file, words);
        var form = visitor.get(edit);
        String picture = find("src=\"(/contributions/[0-9a-f-]+/pictures/[0-9a-f]{64})\"", form);
        isForItsAuthorAlone(picture);
        String hash = Writer.last(picture);
        assertThat(form.body()).contains("off-" + hash, "value=\"Une tache rouge\"");
        visitor.post(edit, "title", "Une tache", "text", "Un miracle, dit-on");
        moderator.get(held());
        moderator.post(held() + "/let", "version", "1");
        assertThat(Visitor.at(port).get(question).body())
                .contains("alt=\"Une tache rouge\"", hash, "Un miracle, dit-on");
        assertThat(visitor.get(picture).status()).as("by the id of the change").isEqualTo(404);
    }

    @Test
    void changesThemWithTheWordsThatWait() throws Exception {
        sendWithPicture();
        String held = held();
        String page = "/contributions/" + Writer.last(held) + "/waiting";
        var form = visitor.get(page + "/edit");
        String picture = find("src=\"(/contributions/[0-9a-f-]+/pictures/[0-9a-f]{64})\"", form);
        isForItsAuthorAlone(picture);
        String hash = Writer.last(picture);
        assertThat(form.body()).contains("off-" + hash, "value=\"Une tache rouge\"");
        String[] words = {
            "title", "Deux taches", "text", "Depuis lundi.", "alt2", "Bleue", "alt-" + hash, "Rouge"
        };
        byte[] file = Pictures.bytes("jpeg", Pictures.redAndBlue(100, 200));
        Upload.send(port, visitor, page + "/edit", page + "/edit", "picture2", file, words);
        assertThat(moderator.get(held).text())
                .contains("Deux taches", "Depuis lundi.", "Rouge", "Bleue")
                .doesNotContain("Une tache rouge");
        visitor.post(page + "/edit", "title", "Une", "text", "Bleue.", "off-" + hash, "yes");
        assertThat(moderator.get(held).text()).contains("Bleue").doesNotContain("Rouge");
        assertThat(store.awaited()).doesNotContain(new ContentHash(hash));
        moderator.post(held + "/let", "version", "3");
        assertThat(Visitor.at(port).get("/questions/" + Writer.last(held)).body())
                .contains("alt=\"Bleue\"")
                .doesNotContain(hash);
    }

    @Test
    void keepsPicturesOfWhatWasRefusedForWhoDecidesTheAppeal() throws Exception {
        sendWithPicture();
        String held = held();
        moderator.get(held);
        moderator.post(
                held + "/refuse",
                "version",
                "1",
                "why",
                "privacy",
                "words",
                "On y reconnaît une enfant.");
        String decision = find("href=\"(/me/decisions/[^\"]+)\"", visitor.get("/me/moderation"));
        String own = "/contributions/" + Writer.last(held) + "/pictures/";
        isForItsAuthorAlone(own + find(own + "([0-9a-f]{64})", visitor.get(decision)));
        visitor.post(decision + "/appeal", "words", "Il n’y a personne.");
        Citizen second = village.citizen();
        spaces.stand(space.id(), second.account(), Standing.MODERATOR);
        Visitor other = second.at(port);
        String appeal = "/moderation/appeals/" + Writer.last(decision);
        assertThat(other.get(find(PICTURE, other.get(appeal))).status()).isEqualTo(200);
        other.post(appeal, "outcome", "undo", "words", "En effet.");
        assertThat(Visitor.at(port).get("/questions/" + Writer.last(held)).body())
                .contains("alt=\"Une tache rouge\"");
    }
}
