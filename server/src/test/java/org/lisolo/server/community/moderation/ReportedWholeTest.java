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
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Pictures;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.server.testing.Upload;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever decides on something sees all of it, also where they are not inside. */
@ServerTest
class ReportedWholeTest {
    @Autowired Village village;
    @Autowired Spaces spaces;
    @LocalServerPort int port;

    Hospital hospital;
    Space space;
    Visitor writer;
    Visitor reader;
    Visitor moderator;

    @BeforeEach
    void openASpaceThatTheModeratorIsNotInside() {
        hospital = village.hospital();
        space = village.closedSpaceOf(hospital.id(), village.citizen());
        writer = member();
        reader = member();
        moderator = hospital.staff().get(Role.MODERATOR).at(port);
    }

    private Visitor member() {
        Citizen citizen = village.citizen();
        spaces.stand(space.id(), citizen.account(), Standing.MEMBER);
        return citizen.at(port);
    }

    /** With a poll, a picture and a warning. */
    private String talk() throws Exception {
        String form = space.path() + "/new/talk";
        return Upload.send(
                        port,
                        writer,
                        form,
                        form,
                        "picture1",
                        Pictures.bytes("jpeg", Pictures.redAndBlue(200, 100)),
                        "id",
                        Writer.id(writer.get(form)),
                        "title",
                        "Mon traitement",
                        "text",
                        "Voici ce que je prends.",
                        "language",
                        "sw",
                        "warning",
                        "des aiguilles",
                        "choices",
                        "Je fais pareil\nJe n’ose pas",
                        "days",
                        "3",
                        "alt1",
                        "Une seringue")
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("https?://[^/]+", "");
    }

    private static String report(Visitor by, String talk) {
        String form = "/contributions/" + Writer.last(talk) + "/report";
        by.get(form);
        assertThat(by.post(form, "why", "danger").status()).isEqualTo(302);
        return form;
    }

    private static String picture(Visitor visitor, String page) {
        return find("src=\"(" + page + "/pictures/[0-9a-f]{64})\"", visitor.get(page));
    }

    private void isWhole(Visitor.Page page) {
        assertThat(page.text())
                .contains(
                        "Mon traitement",
                        "Voici ce que je prends.",
                        "Attention : des aiguilles",
                        "Je fais pareil",
                        "Je n’ose pas",
                        "1 image",
                        "Une seringue",
                        "kiswahili");
        assertThat(page.body())
                .contains("lang=\"sw\"", "alt=\"Image 1\"")
                .containsSubsequence("<details class=\"warned\">", "<img ", "</details>");
    }

    private void isFor(String picture, Visitor able) {
        Visitor.Page bytes = able.get(picture);
        assertThat(bytes.status()).isEqualTo(200);
        assertThat(bytes.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(bytes.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        Visitor elsewhere = village.hospital().staff().get(Role.MODERATOR).at(port);
        for (Visitor unable : new Visitor[] {reader, village.citizen().at(port), elsewhere}) {
            assertThat(unable.get(picture).status()).isEqualTo(404);
        }
        assertThat(Visitor.at(port).get(picture).location().orElse("")).startsWith("/sign-in");
        String other = picture.replaceFirst("[0-9a-f]{64}$", "0".repeat(64));
        assertThat(able.get(other).status()).isEqualTo(404);
    }

    @Test
    void showsItBehindItsWarningByAnAddressForModeratorsAlone() throws Exception {
        String talk = talk();
        report(reader, talk);
        String file = find("href=\"(/moderation/reports/[^\"]+)\"", moderator.get("/moderation"));
        isWhole(moderator.get(file));
        String picture = picture(moderator, file);
        isFor(picture, moderator);
        String there = "/contributions/" + Writer.last(talk) + "/pictures/" + Writer.last(picture);
        assertThat(reader.get(there).status()).isEqualTo(200);
        assertThat(moderator.get(there).status()).as("not inside").isEqualTo(404);

        moderator.get(file);
        moderator.post(file + "/claim");
        moderator.post(file + "/decide", "outcome", "hide", "why", "danger", "words", "Trop tôt.");
        isWhole(moderator.get(file));
        isFor(picture, moderator);
        assertThat(reader.get(there).status()).isEqualTo(404);
    }

    @Test
    void showsItToWhomSomebodyCalledForHelp() throws Exception {
        String form = "/contributions/" + Writer.last(talk()) + "/worry";
        reader.get(form);
        reader.post(form, "words", "Je m’inquiète.");
        String task =
                find("href=\"(/moderation/worries/[^\"]+)\"", moderator.get("/moderation/worries"));
        isWhole(moderator.get(task));
        isFor(picture(moderator, task), moderator);
    }

    @Test
    void showsItToWhoDecidesTheAppealAndToItsAuthor() throws Exception {
        String talk = talk();
        report(reader, talk);
        String file = find("href=\"(/moderation/reports/[^\"]+)\"", moderator.get("/moderation"));
        moderator.get(file);
        moderator.post(file + "/claim");
        moderator.post(file + "/decide", "outcome", "hide", "why", "danger", "words", "Trop tôt.");
        String decision = find("href=\"(/me/decisions/[^\"]+)\"", writer.get("/me/moderation"));
        isWhole(writer.get(decision));
        String own =
                find(
                        "src=\"(/contributions/[0-9a-f-]+/pictures/[0-9a-f]{64})\"",
                        writer.get(decision));
        assertThat(writer.get(own).status()).isEqualTo(200);
        assertThat(reader.get(own).status()).isEqualTo(404);

        writer.post(decision + "/appeal", "words", "C’est mon ordonnance.");
        Visitor operator = hospital.staff().get(Role.OPERATOR).at(port);
        String appeal = "/moderation/appeals/" + Writer.last(decision);
        isWhole(operator.get(appeal));
        isFor(picture(operator, appeal), operator);
        assertThat(moderator.get(appeal).status()).as("who decided first").isEqualTo(403);
    }
}
