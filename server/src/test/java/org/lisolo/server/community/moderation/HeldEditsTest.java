package org.lisolo.server.community.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lisolo.server.community.Talk.find;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.Writer;
import org.lisolo.server.community.discussions.Contribution;
import org.lisolo.server.community.discussions.Contributions;
import org.lisolo.server.community.moderation.Decisions.Grounds;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.community.spaces.Standing;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.server.testing.WholeDatabase;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What takes the place of words passes the same door as new ones. */
@ServerTest
class HeldEditsTest {
    @Autowired Village village;
    @Autowired Contributions contributions;
    @Autowired Limits limits;
    @Autowired Decisions decisions;
    @Autowired Spaces spaces;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    private final String word = "zm" + UUID.randomUUID().toString().replace("-", "");

    Citizen author;
    Citizen chief;
    Space space;
    Visitor visitor;
    Visitor moderator;
    Visitor stranger;
    String question;

    @BeforeEach
    void ask() {
        author = village.citizen();
        chief = village.citizen();
        space = village.openSpace(chief);
        visitor = author.at(port);
        moderator = chief.at(port);
        stranger = Visitor.at(port);
        limits.add(space.id(), "Remèdes", "miracle");
        question = new Writer(visitor).ask(space, "Une toux", "Depuis trois jours.");
    }

    private Visitor.Page edit(String text) {
        return visitor.post(one() + "/edit", "title", "Une toux", "text", text, "language", "fr");
    }

    private String one() {
        return "/contributions/" + Writer.last(question);
    }

    private void pause() {
        Contribution one =
                contributions
                        .find(new ContributionId(UUID.fromString(Writer.last(question))))
                        .orElseThrow();
        decisions.measure(
                one,
                Decision.Kind.PAUSE,
                Duration.ofDays(7),
                new Grounds(Reason.INSULT, "Du calme.", chief.account(), Optional.empty()));
    }

    private String held() {
        return find("href=\"(/moderation/held/[^\"]+)\"", moderator.get("/moderation"));
    }

    private long waiting() {
        return jdbc.sql(
                        """
                        select count(*) from community.held
                         where space = ? and refused_at is null
                        """)
                .param(space.id().value())
                .query(Long.class)
                .single();
    }

    @Test
    void refusesTheEditOfWhoIsToPauseAndNotThatTheyTakeItBack() {
        pause();
        assertThat(visitor.get(one() + "/edit").status()).isEqualTo(403);
        assertThat(edit("Autre " + word).status()).isEqualTo(403);
        assertThat(stranger.get(question).text())
                .contains("Depuis trois jours.")
                .doesNotContain(word);
        assertThat(visitor.post(one() + "/delete").status()).isEqualTo(302);
        assertThat(stranger.get(question).text()).doesNotContain("Depuis trois jours.");
    }

    @Test
    void showsTheOldWordsUntilTheNewOnesWereRead() {
        String first = "miracle " + word;
        assertThat(edit(first).location()).contains(question + "#c-" + Writer.last(question));
        assertThat(visitor.get(question).text())
                .contains("Votre modification attend une relecture.");
        assertThat(visitor.get(question).text()).contains("Attend une relecture", first);
        for (Visitor reader : new Visitor[] {stranger, moderator}) {
            assertThat(reader.get(question).text())
                    .contains("Depuis trois jours.")
                    .doesNotContain(word);
            assertThat(reader.get(one() + "/history").text()).doesNotContain(word);
        }
        assertThat(new WholeDatabase(jdbc).holds(first)).isFalse();
        assertThat(visitor.get("/me/moderation").text()).contains("Attend une relecture");

        String held = held();
        assertThat(moderator.get(held).text()).contains(first, "Depuis trois jours.");
        assertThat(moderator.post(held + "/let").status()).isEqualTo(302);
        assertThat(stranger.get(question).text())
                .contains(first, "modifié")
                .doesNotContain("Depuis trois jours.");
        assertThat(stranger.get(one() + "/history").text()).contains("Depuis trois jours.");

        edit(first);
        assertThat(waiting()).as("what stands is no change").isZero();
    }

    @Test
    void letsOneWaitHoweverOftenItIsSent() {
        assertThat(visitor.get(one() + "/edit").text()).doesNotContain("attend déjà");
        edit("miracle " + word);
        edit("miracle " + word);
        assertThat(waiting()).isEqualTo(1);
        assertThat(visitor.get(one() + "/edit").text())
                .contains("Une modification de ce texte attend déjà une relecture.");
        String before = held();
        moderator.get(before);
        edit("miracle bien dit " + word);
        assertThat(waiting()).isEqualTo(1);
        assertThat(moderator.post(before + "/let").status()).isEqualTo(404);
        assertThat(moderator.get(held()).text()).contains("miracle bien dit " + word);
    }

    @Test
    void letsNothingWaitThatWasSaidOtherwiseOrTakenBackSince() {
        edit("miracle " + word);
        edit("Depuis quatre jours.");
        assertThat(waiting()).isZero();
        assertThat(stranger.get(question).text()).contains("Depuis quatre jours.");
        edit("miracle " + word);
        edit("Depuis quatre jours.");
        assertThat(waiting()).as("the words that stand take it back").isZero();
        edit("miracle " + word);
        visitor.post(one() + "/delete");
        assertThat(waiting()).isZero();
    }

    @Test
    void keepsTheOldWordsWhereTheNewOnesWereRefusedUnlessAnAppealLetsThem() {
        edit("miracle " + word);
        String held = held();
        moderator.get(held);
        moderator.post(held + "/refuse", "why", "false", "words", "Sans source.");
        assertThat(stranger.get(question).text()).contains("Depuis trois jours.");
        String decision = find("href=\"(/me/decisions/[^\"]+)\"", visitor.get("/me/moderation"));
        assertThat(visitor.get(decision).text()).contains("Non publié", "miracle " + word);
        visitor.post(decision + "/appeal", "words", "C’est une citation.");
        Citizen second = village.citizen();
        spaces.stand(space.id(), second.account(), Standing.MODERATOR);
        Visitor other = second.at(port);
        String appeal = "/moderation/appeals/" + Writer.last(decision);
        assertThat(other.get(appeal).text()).contains("miracle " + word);
        other.post(appeal, "outcome", "undo", "words", "En effet.");
        assertThat(stranger.get(question).text())
                .contains("miracle " + word)
                .doesNotContain("Depuis trois jours.");
    }

    @Test
    void isSlowedNowhereAndSlowsNothing() {
        limits.set(space.id(), new SpaceLimits(false, false, 10, ""));
        assertThat(edit("Depuis quatre jours.").status()).isEqualTo(302);
        assertThat(edit("miracle " + word).status()).isEqualTo(302);
        jdbc.sql("update community.contribution set at = at - interval '1 hour' where space = ?")
                .param(space.id().value())
                .update();
        assertThat(new Writer(visitor).ask(space, "Une fièvre", "Depuis hier."))
                .startsWith("/questions/");
    }

    @Test
    void readsWhatCameOfACaseBeforeItIsShown() {
        Space clinicians = village.clinicians(chief);
        limits.add(clinicians.id(), "Remèdes", "miracle");
        var hospital = village.hospital();
        Visitor doctor = hospital.staff().get(Role.PROFESSIONAL).at(port);
        String told = new Writer(doctor).open(clinicians, "case", "Éruption", "Un texte");
        String summary = "/discussions/" + Writer.last(told) + "/summary";
        doctor.post(summary, "text", "Biopsie.", "language", "fr");
        doctor.post(summary, "text", "Un miracle " + word, "language", "fr");
        doctor.post(summary, "text", "Un miracle " + word, "language", "fr");
        assertThat(doctor.get(told).text())
                .contains("Votre modification attend une relecture.", "Biopsie.");
        Visitor colleague = village.hospital().staff().get(Role.PROFESSIONAL).at(port);
        assertThat(colleague.get(told).text()).contains("Biopsie.").doesNotContain(word);
        String held = held();
        assertThat(moderator.post(held + "/let").status()).isEqualTo(302);
        assertThat(colleague.get(told).text()).contains("Un miracle " + word);
        assertThat(moderator.get("/moderation").body()).doesNotContain("/moderation/held/");
    }
}
