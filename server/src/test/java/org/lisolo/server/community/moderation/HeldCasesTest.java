package org.lisolo.server.community.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lisolo.server.community.Talk.find;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.Writer;
import org.lisolo.server.community.contributions.CasePictures;
import org.lisolo.server.community.contributions.SaidPictureStore;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.message.ContentHash;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.people.PersonalData;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Pictures;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.server.testing.Upload;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Pictures of a case that waits are looked through by its author, and then wait with it. */
@ServerTest
class HeldCasesTest {
    @Autowired Village village;
    @Autowired Limits limits;
    @Autowired HeldStore store;
    @Autowired CasePictures cases;
    @Autowired SaidPictureStore pictures;
    @Autowired Messages messages;
    @Autowired List<PersonalData> personal;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    Space space;
    Hospital.Person author;
    Visitor doctor;
    Visitor colleague;
    Visitor moderator;

    @BeforeEach
    void openASpaceThatReadsFirst() {
        Citizen chief = village.citizen();
        space = village.clinicians(chief);
        limits.set(space.id(), new SpaceLimits(true, false, 0, ""));
        author = village.hospital().staff().get(Role.PROFESSIONAL);
        doctor = author.at(port);
        colleague = village.hospital().staff().get(Role.PROFESSIONAL).at(port);
        moderator = chief.at(port);
    }

    /** Where the form leads. */
    private String send(Visitor who, String id, int width) throws Exception {
        String form = space.path() + "/new/case";
        return Upload.send(
                        port,
                        who,
                        form,
                        form,
                        "picture1",
                        Pictures.fromAPhone(width, 200, 1),
                        "id",
                        id,
                        "title",
                        "Une plaque",
                        "text",
                        "Depuis mardi.",
                        "language",
                        "fr")
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("https?://[^/]+", "");
    }

    private String send() throws Exception {
        String look = send(doctor, Writer.id(doctor.get(space.path() + "/new/case")), 300);
        assertThat(look).matches("/contributions/[0-9a-f-]{36}/pictures");
        return look;
    }

    private static String hash(Visitor.Page page) {
        return find("/pictures/([0-9a-f]{64})\"", page);
    }

    private static String id(String look) {
        return look.split("/")[2];
    }

    /** With all that is asked of a picture, but for one thing. */
    private static String[] looked(String hash, String but) {
        List<String> typed = new ArrayList<>(List.of("alt-" + hash, "Plaque érythémateuse"));
        Stream.of("face", "mark", "writing", "name")
                .filter(check -> !check.equals(but))
                .forEach(check -> typed.addAll(List.of(check + "-" + hash, "yes")));
        return typed.toArray(String[]::new);
    }

    private void isFor(Visitor able, String picture) {
        assertThat(able.get(picture).status()).isEqualTo(200);
        Visitor member = village.citizen().at(port);
        for (Visitor one : new Visitor[] {doctor, colleague, moderator, member}) {
            if (one != able) {
                assertThat(one.get(picture).status()).isEqualTo(404);
            }
        }
        assertThat(Visitor.at(port).get(picture).status()).isNotEqualTo(200);
    }

    @Test
    void letsTheAuthorLookThemThroughAndThenWhoDecidesSeeThem() throws Exception {
        String look = send();
        var page = doctor.get(look);
        assertThat(page.text()).contains("Votre texte attend une relecture.");
        String hash = hash(page);
        String picture = look + "/" + hash;
        isFor(doctor, picture);
        String held = "/moderation/held/" + id(look);
        assertThat(moderator.get(held).text()).contains("Depuis mardi.").doesNotContain("1 image");
        assertThat(moderator.get(held).body()).doesNotContain(hash);
        assertThat(moderator.get(held + "/pictures/" + hash).status()).isEqualTo(404);
        for (Visitor other : new Visitor[] {colleague, moderator}) {
            assertThat(other.get(look).status()).isEqualTo(404);
            other.get(space.path() + "/new/case");
            assertThat(other.post(look, looked(hash, "")).status()).isEqualTo(404);
        }
        assertThat(doctor.get("/contributions/" + id(look) + "/waiting").body()).contains(look);

        var refused = doctor.post(look, looked(hash, "writing"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("aucun texte n’est inscrit", "Joindre ces images");
        assertThat(refused.body()).contains("Plaque érythémateuse");
        assertThat(store.awaited()).doesNotContain(new ContentHash(hash));
        var waiting = doctor.post(look, looked(hash, "")).location().orElseThrow();
        assertThat(waiting).isEqualTo("/contributions/" + id(look) + "/waiting");
        assertThat(doctor.get(waiting).body()).contains("Plaque érythémateuse", picture);
        assertThat(store.awaited()).contains(new ContentHash(hash));
        isFor(doctor, picture);

        var unseen = moderator.post(held + "/let", "version", "1");
        assertThat(unseen.status()).isEqualTo(409);
        assertThat(unseen.text()).contains("L’auteur a changé ce texte depuis");
        assertThat(unseen.body()).contains("Plaque érythémateuse");
        isFor(moderator, held + "/pictures/" + hash);
        assertThat(moderator.post(held + "/let", "version", "2").status()).isEqualTo(302);
        assertThat(colleague.get("/cases/" + id(look)).body())
                .contains("alt=\"Plaque érythémateuse\"", picture);
        assertThat(colleague.get(picture).status()).isEqualTo(200);
        assertThat(village.citizen().at(port).get(picture).status()).isEqualTo(404);
        assertThat(payload("/cases/" + id(look)))
                .contains("\"lookedThrough\":[{\"picture\":\"" + hash, "\"writing\"");
    }

    private String payload(String name) {
        var sight = space.id().inFull();
        var message = messages.find(MessageId.of(space.id().channel(), name), sight).orElseThrow();
        return new String(
                messages.payload(message.first().id(), sight).orElseThrow().bytes(),
                StandardCharsets.UTF_8);
    }

    @Test
    void letsThemBeLookedThroughLaterWhereTheWordsWereLetBefore() throws Exception {
        String look = send();
        String hash = hash(doctor.get(look));
        moderator.get("/moderation");
        moderator.post("/moderation/held/" + id(look) + "/let", "version", "1");
        isFor(doctor, look + "/" + hash);
        assertThat(colleague.get("/cases/" + id(look)).text()).contains("Depuis mardi.");
        assertThat(doctor.get(look).text()).contains("Votre texte est publié.");
        assertThat(doctor.post(look, looked(hash, "")).location().orElse(""))
                .startsWith("/cases/" + id(look));
        assertThat(colleague.get("/cases/" + id(look)).body())
                .contains("alt=\"Plaque érythémateuse\"");
    }

    @Test
    void keepsTheWordsOfAChangeThatWaitsWhenPicturesAreLookedThrough() throws Exception {
        String look = send();
        String hash = hash(doctor.get(look));
        moderator.get("/moderation");
        moderator.post("/moderation/held/" + id(look) + "/let", "version", "1");
        limits.add(space.id(), "Remèdes", "miracle");
        String one = "/contributions/" + id(look);
        doctor.post(one + "/edit", "title", "Une plaque", "text", "Un miracle");
        doctor.post(look, looked(hash, ""));
        String held = find("href=\"(/moderation/held/[^\"]+)\"", moderator.get("/moderation"));
        assertThat(moderator.get(held).text()).contains("Un miracle", "Plaque érythémateuse");
        doctor.post(one + "/edit", "title", "Une plaque", "text", "Un miracle, dit-il");
        held = find("href=\"(/moderation/held/[^\"]+)\"", moderator.get("/moderation"));
        moderator.post(held + "/let", "version", "1");
        assertThat(colleague.get("/cases/" + id(look)).body())
                .contains("Un miracle, dit-il", "alt=\"Plaque érythémateuse\"");
        var sight = space.id().inFull();
        var name = MessageId.of(space.id().channel(), "/cases/" + id(look));
        var now = messages.find(name, sight).orElseThrow().current();
        assertThat(
                        new String(
                                messages.payload(now.id(), sight).orElseThrow().bytes(),
                                StandardCharsets.UTF_8))
                .contains("\"lookedThrough\":[{\"picture\":\"" + hash);
    }

    @Test
    void keepsNothingOfWhatIsTakenBackOrErased() throws Exception {
        String look = send();
        String picture = look + "/" + hash(doctor.get(look));
        doctor.post("/contributions/" + id(look) + "/waiting/take-back");
        assertThat(doctor.get(picture).status()).isEqualTo(404);
        assertThat(doctor.get(look).status()).isEqualTo(404);
        assertThat(waiting(look)).isZero();

        String again = send();
        assertThat(waiting(again)).isEqualTo(1);
        transaction.executeWithoutResult(
                _ -> personal.reversed().forEach(module -> module.erase(author.account())));
        assertThat(waiting(again)).isZero();
    }

    @Test
    void keepsThemAsLongAsTheWordsWaitAndADayFromThenOn() throws Exception {
        String look = send();
        var hash = new ContentHash(hash(doctor.get(look)));
        moderator.get("/moderation");
        daysPass(look, 3);
        cases.removeOld();
        isFor(doctor, look + "/" + hash.hex());
        assertThat(pictures.awaited()).contains(hash);
        moderator.post("/moderation/held/" + id(look) + "/let", "version", "1");
        cases.removeOld();
        isFor(doctor, look + "/" + hash.hex());
        daysPass(look, 1);
        cases.removeOld();
        assertThat(doctor.get(look + "/" + hash.hex()).status()).isEqualTo(404);
        assertThat(pictures.awaited()).doesNotContain(hash);
    }

    @Test
    void keepsThemNoLongerWhereTheWordsWereRefusedOrWaitForEver() throws Exception {
        String look = send();
        moderator.get("/moderation");
        daysPass(look, 31);
        cases.removeOld();
        assertThat(waiting(look)).isZero();

        String refused = send();
        moderator.post(
                "/moderation/held/" + id(refused) + "/refuse",
                "version",
                "1",
                "why",
                "privacy",
                "words",
                "On la reconnaît.");
        daysPass(refused, 1);
        cases.removeOld();
        assertThat(waiting(refused)).isZero();
    }

    private void daysPass(String look, int days) {
        jdbc.sql(
                        """
                        update community.waiting_picture
                           set kept_at = kept_at - make_interval(days => ?)
                         where contribution = ?
                        """)
                .params(days, UUID.fromString(id(look)))
                .update();
    }

    private long waiting(String look) {
        return jdbc.sql("select count(*) from community.waiting_picture where contribution = ?")
                .param(UUID.fromString(id(look)))
                .query(Long.class)
                .single();
    }

    @Test
    void putsNoPictureBesideWordsOfSomebodyElse() throws Exception {
        String look = send();
        send(colleague, id(look), 240);
        assertThat(waiting(look)).isEqualTo(1);
        moderator.get("/moderation");
        moderator.post("/moderation/held/" + id(look) + "/let", "version", "1");
        send(colleague, id(look), 240);
        assertThat(waiting(look)).isEqualTo(1);
    }

    @Test
    void keepsThoseOfAnAnswerToo() throws Exception {
        limits.set(space.id(), new SpaceLimits(false, false, 0, ""));
        limits.add(space.id(), "Remèdes", "miracle");
        String told = new Writer(colleague).open(space, "case", "Éruption", "Un texte");
        String look =
                Upload.send(
                                port,
                                doctor,
                                told,
                                told.replace("cases", "discussions") + "/answers",
                                "picture1",
                                Pictures.fromAPhone(300, 200, 1),
                                "id",
                                Writer.id(doctor.get(told)),
                                "text",
                                "Un miracle",
                                "language",
                                "fr")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow()
                        .replaceFirst("https?://[^/]+", "");
        String hash = hash(doctor.get(look));
        doctor.post(look, looked(hash, ""));
        isFor(doctor, look + "/" + hash);
        moderator.get("/moderation");
        moderator.post("/moderation/held/" + id(look) + "/let", "version", "2");
        assertThat(colleague.get(told).body()).contains("alt=\"Plaque érythémateuse\"");
    }
}
