package org.lisolo.server.community.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lisolo.server.community.Talk.find;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.Writer;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Contributions;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

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
        assertThat(visitor.get(one() + "/edit").status()).isEqualTo(409);
        var refused = edit("Autre " + word);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("pause dans cet espace", "Autre " + word);
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
        assertThat(moderator.post(held + "/let", "version", "1").status()).isEqualTo(302);
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
    void letsOneWaitOfSeveralThatAreSentAtOnce() throws Exception {
        List<Visitor> tabs = Stream.generate(() -> author.at(port)).limit(6).toList();
        tabs.forEach(tab -> tab.get(one() + "/edit"));
        List<Callable<Integer>> sent = new ArrayList<>();
        for (Visitor tab : tabs) {
            String text = "miracle " + tabs.indexOf(tab) + word;
            sent.add(() -> tab.post(one() + "/edit", "title", "Toux", "text", text).status());
        }
        try (var threads = Executors.newFixedThreadPool(tabs.size())) {
            for (var status : threads.invokeAll(sent)) {
                assertThat(status.get()).isEqualTo(302);
            }
        }
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void beginsTheFormWithWhatWaitsAndShowsWhatStands() {
        visitor.post(
                one() + "/edit",
                "title",
                "Un miracle " + word,
                "text",
                "Sans un jour de toux.",
                "language",
                "ln",
                "warning",
                "des aiguilles");
        var form = visitor.get(one() + "/edit");
        assertThat(form.body())
                .contains("value=\"Un miracle " + word + "\"", "value=\"des aiguilles\"")
                .containsPattern("<textarea[^>]*>Sans un jour de toux.</textarea>")
                .containsPattern("value=\"ln\" selected");
        assertThat(form.text()).contains("Ce qui est affiché", "Depuis trois jours.");
        assertThat(form.body()).contains(waitingPage(form));
        assertThat(visitor.get(one() + "/delete").text())
                .contains("Depuis trois jours.")
                .doesNotContain(word);
        var refused = visitor.post(one() + "/edit", "title", " ", "text", "Autre " + word);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Autre " + word, "attend déjà une relecture");
        assertThat(waiting()).isEqualTo(1);
    }

    private static String waitingPage(Visitor.Page page) {
        return find("href=\"(/contributions/[0-9a-f-]+/waiting)\"", page);
    }

    @Test
    void letsAuthorsTakeBackTheirChangeAndNobodyElse() {
        edit("miracle " + word);
        String held = held();
        String page = waitingPage(visitor.get(question));
        assertThat(waitingPage(visitor.get("/me/moderation"))).isEqualTo(page);
        assertThat(visitor.get(page).text())
                .contains("miracle " + word, "Ce qui est affiché reste tel quel.")
                .contains("Revenir à la discussion");
        Visitor other = village.citizen().at(port);
        other.get("/spaces");
        for (Visitor unable : new Visitor[] {other, moderator}) {
            assertThat(unable.get(page).status()).isEqualTo(404);
            assertThat(unable.post(page + "/take-back").status()).isEqualTo(404);
        }
        assertThat(stranger.get(page).location().orElse("")).startsWith("/sign-in");
        assertThat(waiting()).isEqualTo(1);

        pause();
        assertThat(visitor.post(page + "/take-back").location()).contains(question);
        assertThat(visitor.get(question).text()).contains("C’est retiré.").doesNotContain(word);
        assertThat(waiting()).isZero();
        assertThat(visitor.get(page).status()).isEqualTo(404);
        assertThat(visitor.post(page + "/take-back").status()).isEqualTo(404);
        assertThat(moderator.post(held + "/let", "version", "1").status()).isEqualTo(404);
        assertThat(stranger.get(question).text()).contains("Depuis trois jours.");
    }

    @Test
    void letsAuthorsTakeBackNewWordsThatNobodyHasRead() {
        String space = this.space.path();
        new Writer(visitor).open(this.space, "talk", "Un miracle", "Voici " + word);
        String page = waitingPage(visitor.get(space));
        assertThat(visitor.get(page).text())
                .contains("Voici " + word, "Il ne sera pas publié", "Revenir à l’espace")
                .doesNotContain("Revenir à la discussion");
        assertThat(visitor.post(page + "/take-back").location()).contains(space);
        assertThat(waiting()).isZero();
        assertThat(visitor.get(space).text()).doesNotContain(word);

        String id = Writer.id(visitor.get(question));
        String answers = "/discussions/" + Writer.last(question) + "/answers";
        visitor.post(answers, "id", id, "text", "Un miracle " + word, "language", "fr");
        page = "/contributions/" + id + "/waiting";
        String held = held();
        moderator.get(held);
        moderator.post(held + "/refuse", "version", "1", "why", "false", "words", "Sans source.");
        assertThat(visitor.get(page).status()).as("refused").isEqualTo(404);
        assertThat(visitor.post(page + "/take-back").status()).isEqualTo(404);
        assertThat(visitor.get("/contributions/" + id + "/decision").text()).contains(word);
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
        moderator.post(held + "/refuse", "version", "1", "why", "false", "words", "Sans source.");
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
    void putsNothingOverNewerWordsWhereAnAppealLetsIt() {
        edit("miracle " + word);
        String held = held();
        moderator.get(held);
        moderator.post(held + "/refuse", "version", "1", "why", "false", "words", "Sans source.");
        String decision = find("href=\"(/me/decisions/[^\"]+)\"", visitor.get("/me/moderation"));
        visitor.post(decision + "/appeal", "words", "C’est une citation.");
        edit("Depuis quatre jours.");
        Citizen second = village.citizen();
        spaces.stand(space.id(), second.account(), Standing.MODERATOR);
        Visitor other = second.at(port);
        String appeal = "/moderation/appeals/" + Writer.last(decision);
        assertThat(other.get(appeal).text()).contains("L’auteur a changé ce texte depuis");
        other.post(appeal, "outcome", "undo", "words", "En effet.");
        assertThat(stranger.get(question).text())
                .contains("Depuis quatre jours.")
                .doesNotContain(word);
        assertThat(visitor.get(decision).text()).contains("La décision est annulée.");
    }

    @Test
    void isSlowedNowhereAndSlowsNothing() {
        limits.set(space.id(), new SpaceLimits(false, false, 10, ""));
        assertThat(edit("Depuis quatre jours.").status()).isEqualTo(302);
        assertThat(edit("miracle " + word).status()).isEqualTo(302);
        jdbc.sql("update community.contribution set at = at - interval '1 hour' where space = ?")
                .param(space.id().value())
                .update();
        assertThat(new Writer(visitor).ask(space, "Une névralgie", "Depuis hier."))
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
        var refused = doctor.post(summary, "summary", word + "?".repeat(10_000));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .containsPattern("<textarea id=\"field-summary\"[^>]*aria-invalid[^>]*>" + word);
        doctor.post(summary, "summary", "Biopsie.", "language", "fr");
        doctor.post(summary, "summary", "Un miracle " + word, "language", "fr");
        doctor.post(summary, "summary", "Un miracle " + word, "language", "fr");
        assertThat(doctor.get(told).text())
                .contains("Votre modification attend une relecture.", "Biopsie.");
        assertThat(doctor.get(told).body())
                .containsPattern("<textarea id=\"field-summary\"[^>]*>Un miracle " + word);
        Visitor colleague = village.hospital().staff().get(Role.PROFESSIONAL).at(port);
        assertThat(colleague.get(told).text()).contains("Biopsie.").doesNotContain(word);
        String held = held();
        assertThat(moderator.post(held + "/let", "version", "1").status()).isEqualTo(302);
        assertThat(colleague.get(told).text()).contains("Un miracle " + word);
        assertThat(moderator.get("/moderation").body()).doesNotContain("/moderation/held/");
    }
}
