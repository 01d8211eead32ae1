package org.lisolo.server.community;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.message.Arrival;
import org.lisolo.server.message.Author;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Payload;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Role;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@ServerTest
class CommunityTest {
    private static final Pattern ID = Pattern.compile("name=\"id\" value=\"([^\"]+)\"");

    @Autowired Village village;
    @Autowired Inbox inbox;
    @Autowired Ids ids;
    @LocalServerPort int port;

    Citizen awa;
    Visitor visitor;

    @BeforeEach
    void arrive() {
        awa = village.citizen();
        visitor = awa.at(port);
    }

    private static String id(Visitor.Page page) {
        Matcher id = ID.matcher(page.body());
        assertThat(id.find()).as(page.text()).isTrue();
        return id.group(1);
    }

    private String ask(Space space, String kind, String title) {
        String form = space.path() + "/new/" + kind;
        String id = id(visitor.get(form));
        return visitor.post(
                        form,
                        "id",
                        id,
                        "title",
                        title,
                        "text",
                        "Depuis trois jours.",
                        "language",
                        "fr")
                .location()
                .orElseThrow();
    }

    @Test
    void readsTheAnswerOfADoctorWhoIsShownAsVerified() {
        Space space = village.openSpace(village.citizen());
        String title = "La névralgie de ma fille " + UUID.randomUUID();
        String question = ask(space, "question", title);
        assertThat(question).startsWith("/questions/");

        Hospital hospital = village.hospital();
        Visitor doctor = hospital.staff().get(Role.PROFESSIONAL).at(port);
        String form = id(doctor.get(question));
        var answered =
                doctor.post(
                        question.replace("questions", "discussions") + "/answers",
                        "id",
                        form,
                        "text",
                        "Un enfant névralgique se montre le jour même.",
                        "language",
                        "fr");
        assertThat(answered.location()).contains(question + "#c-" + form);

        Visitor stranger = Visitor.at(port);
        assertThat(stranger.get(question).text())
                .contains(title)
                .contains(awa.pseudonym())
                .contains("Un enfant névralgique se montre le jour même.")
                .contains("vérifié")
                .contains(hospital.name());
        assertThat(stranger.get("/questions").text()).contains(title).contains("1 réponse");
        assertThat(stranger.get(space.path()).text()).contains(title);
    }

    @Test
    void writesAFormThatIsSentTwiceOnce() {
        Space space = village.openSpace(village.citizen());
        String question = ask(space, "question", "Une question");
        String form = id(visitor.get(question));
        String to = question.replace("questions", "discussions") + "/answers";
        for (int i = 0; i < 2; i++) {
            visitor.post(to, "id", form, "text", "Une réponse.", "language", "fr");
        }
        assertThat(visitor.get(question).text()).containsOnlyOnce(">Une réponse.<");
    }

    @Test
    void findsWhatWasAcceptedBeforeTheServerWasKilled() throws InterruptedException {
        Space space = village.openSpace(village.citizen());
        String path = "/questions/" + UUID.randomUUID();
        Instant now = Instant.now();
        inbox.accept(
                List.of(
                        new Arrival(
                                new MessageEvent(
                                        new EventId(ids.next()),
                                        EventKind.CREATED,
                                        space.id().channel(),
                                        path,
                                        new Author(
                                                "/people/" + awa.account(), null, awa.pseudonym()),
                                        OrganisationId.NONE,
                                        Visibility.PUBLIC,
                                        "fr",
                                        null,
                                        null,
                                        null,
                                        now,
                                        now,
                                        "Une question acceptée",
                                        "Le serveur s’est arrêté juste après.",
                                        null,
                                        List.of()),
                                new Payload("application/json", new byte[0]))));
        Instant deadline = now.plusSeconds(60);
        while (visitor.get(path).status() != 200) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(50);
        }
        assertThat(visitor.get(path).text()).contains("Le serveur s’est arrêté juste après.");
    }

    @Test
    void keepsWhatWasTypedAndNamesThePlaceOfAMistake() {
        Space space = village.openSpace(village.citizen());
        String form = space.path() + "/new/question";
        var refused =
                visitor.post(
                        form,
                        "id",
                        id(visitor.get(form)),
                        "title",
                        " ",
                        "text",
                        "Ce que j’ai écrit longuement.",
                        "language",
                        "fr");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("Dites en une phrase")
                .contains("Ce que j’ai écrit longuement.");
    }

    @Test
    void showsNothingOfAClosedSpaceToStrangersAndOtherMembers() {
        Space space = village.closedSpace(awa);
        String title = "Ce qui reste entre nous " + UUID.randomUUID();
        String talk = ask(space, "talk", title);
        assertThat(visitor.get(talk).text()).contains(title);
        for (Visitor other : new Visitor[] {Visitor.at(port), village.citizen().at(port)}) {
            assertThat(other.get(space.path()).status()).isEqualTo(404);
            assertThat(other.get(talk).status()).isEqualTo(404);
            assertThat(other.get("/spaces").text()).doesNotContain(space.name());
            assertThat(other.get("/").text()).doesNotContain(title);
        }
    }

    @Test
    void keepsCasesAmongVerifiedProfessionals() {
        Space space = village.clinicians(awa);
        assertThat(
                        visitor.post(
                                        space.path() + "/new/case",
                                        "id",
                                        UUID.randomUUID().toString(),
                                        "title",
                                        "Un cas",
                                        "text",
                                        "Un texte",
                                        "language",
                                        "fr")
                                .status())
                .isEqualTo(403);
        Visitor doctor = village.hospital().staff().get(Role.PROFESSIONAL).at(port);
        String form = space.path() + "/new/case";
        String made =
                doctor.post(
                                form,
                                "id",
                                id(doctor.get(form)),
                                "title",
                                "Éruption chez un adulte",
                                "text",
                                "Depuis cinq jours.",
                                "language",
                                "fr")
                        .location()
                        .orElseThrow();
        assertThat(doctor.get(made).text()).contains("Éruption chez un adulte");
        assertThat(visitor.get(made).status()).isEqualTo(404);
        assertThat(visitor.get(space.path()).text()).doesNotContain("Éruption chez un adulte");
        Visitor colleague = village.hospital().staff().get(Role.PROFESSIONAL).at(port);
        assertThat(colleague.get(space.path()).text()).contains("Éruption chez un adulte");
    }
}
