package org.lisolo.server.community.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lisolo.server.community.Talk.answer;
import static org.lisolo.server.community.Talk.ask;
import static org.lisolo.server.community.Talk.find;
import static org.lisolo.server.community.Talk.id;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.community.spaces.Standing;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.server.testing.WholeDatabase;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

@ServerTest
class ModerationTest {
    @Autowired Village village;
    @Autowired Contributions contributions;
    @Autowired Spaces spaces;
    @Autowired HeldWords held;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    private final String word = "zm" + UUID.randomUUID().toString().replace("-", "");

    Citizen author;
    Citizen chief;
    Space space;
    Visitor writer;
    Visitor moderator;

    @BeforeEach
    void openASpace() {
        author = village.citizen();
        chief = village.citizen();
        space = village.openSpace(chief);
        writer = author.at(port);
        moderator = chief.at(port);
    }

    /** The path of a question of the author's. */
    private String question() {
        String path = ask(writer, space, "Remède " + word).location().orElseThrow();
        assertThat(path).startsWith("/questions/");
        return path;
    }

    private static Visitor.Page report(Visitor by, String question, String words) {
        String form = "/contributions/" + id(question) + "/report";
        by.get(form);
        return by.post(form, "why", "false", "words", words);
    }

    /** The one file that waits. */
    private String file(Visitor visitor) {
        return find("href=\"(/moderation/reports/[^\"]+)\"", visitor.get("/moderation"));
    }

    private Visitor.Page decide(String file, String outcome, String measure) {
        moderator.get(file);
        assertThat(moderator.post(file + "/claim").status()).isEqualTo(302);
        return moderator.post(
                file + "/decide",
                "outcome",
                outcome,
                "measure",
                measure,
                "days",
                "7",
                "why",
                "false",
                "words",
                "Sans source, ce conseil est dangereux.");
    }

    private String hide(String question) {
        report(village.citizen().at(port), question, "C’est faux.");
        assertThat(decide(file(moderator), "hide", "none").location()).contains("/moderation");
        String decision = find("href=\"(/me/decisions/[^\"]+)\"", writer.get("/me/moderation"));
        assertThat(writer.get(decision).text())
                .contains("Retiré")
                .contains("Sans source, ce conseil est dangereux.")
                .contains(word);
        return decision;
    }

    /** The forms that tell what they are about tell no more of it than its discussion does. */
    @Test
    void showsToNobodyElseWhatWasTakenFromSightOrTakenBack() {
        Visitor other = village.citizen().at(port);
        String hidden = question();
        String form = "/contributions/" + id(hidden);
        assertThat(other.get(form + "/worry").text()).contains(word);
        hide(hidden);
        assertThat(other.get(form + "/worry").text()).doesNotContain(word);
        assertThat(other.get(form + "/report").status()).isEqualTo(404);

        String answered =
                answer(writer, question(), "Une tisane " + word, "").location().orElseThrow();
        form = "/contributions/" + answered.replaceAll(".*#c-", "");
        assertThat(other.get(form + "/report").text()).contains("Une tisane " + word);
        writer.post(form + "/delete");
        assertThat(other.get(form + "/worry").text()).doesNotContain(word);
        assertThat(other.get(form + "/report").text()).doesNotContain(word);
    }

    @Test
    void gathersReportsOfSeveralInOneFileAndTakesOneOfEach() {
        String question = question();
        Visitor one = village.citizen().at(port);
        assertThat(report(one, question, "C’est faux.").location()).contains(question);
        assertThat(report(one, question, "Encore.").status()).isEqualTo(409);
        report(village.citizen().at(port), question, "Dangereux.");
        assertThat(moderator.get("/moderation").text()).contains("2 signalements");
        assertThat(moderator.get(file(moderator)).text())
                .contains("C’est faux.")
                .contains("Dangereux.")
                .doesNotContain("Encore.");
        assertThat(new WholeDatabase(jdbc).holds("C’est faux.")).isFalse();
    }

    @Test
    void showsTheQueueAndItsFilesToModeratorsAlone() {
        String question = question();
        report(village.citizen().at(port), question, "C’est faux.");
        String file = file(moderator);
        Visitor other = village.citizen().at(port);
        assertThat(other.get("/moderation").status()).isEqualTo(404);
        for (Visitor unable : new Visitor[] {other, writer}) {
            unable.get("/me");
            assertThat(unable.get(file).status()).isEqualTo(404);
            assertThat(unable.post(file + "/claim").status()).isEqualTo(404);
            assertThat(unable.get(space.path() + "/moderation").status()).isEqualTo(404);
        }
        Visitor stranger = Visitor.at(port);
        assertThat(stranger.get(question).text()).doesNotContain("/report\"");
        assertThat(stranger.get(file).location().orElse("")).startsWith("/sign-in");
    }

    @Test
    void hidesFromEverybodyAndTellsTheReporter() throws InterruptedException {
        String question = question();
        awaitFound();
        Visitor reporter = village.citizen().at(port);
        report(reporter, question, "C’est faux.");
        assertThat(reporter.get("/me/moderation").text()).contains("C’est faux.", "En attente");
        String own = find("href=\"(/me/reports/[^\"]+)\"", reporter.get("/me/moderation"));
        String file = file(moderator);
        decide(file, "hide", "warn");
        assertThat(reporter.get("/me/moderation").text())
                .contains("Retiré")
                .doesNotContain("En attente", "Avertissement");
        assertThat(reporter.get(own).text()).contains("Retiré").contains("Faux ou dangereux");

        Visitor stranger = Visitor.at(port);
        String message =
                contributions
                        .find(new ContributionId(UUID.fromString(id(question))))
                        .orElseThrow()
                        .message()
                        .toString();
        for (Visitor reader : new Visitor[] {stranger, reporter, writer, moderator}) {
            assertThat(reader.get(question).text())
                    .contains("Retiré par la modération")
                    .doesNotContain(word);
            for (String path :
                    new String[] {
                        "/", "/questions", space.path(), "/messages/" + message, "/search?q=" + word
                    }) {
                assertThat(reader.get(path).text().replace("/search?q=" + word, ""))
                        .as(path)
                        .doesNotContain("Remède " + word);
            }
        }
        assertThat(moderator.get(file).text()).contains(word);
    }

    private void awaitFound() throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!Visitor.at(port).get("/search?q=" + word).text().contains("Remède")) {
            assertThat(Instant.now()).as("is found before").isBefore(end);
            Thread.sleep(100);
        }
    }

    @Test
    void writesToAndFroWithWhoReported() {
        String question = question();
        Visitor reporter = village.citizen().at(port);
        report(reporter, question, "C’est faux.");
        String file = file(moderator);
        moderator.get(file);
        moderator.post(file + "/claim");
        String answer = find("action=\"(" + file + "/reporters/[^\"]+)\"", moderator.get(file));
        String tooLong = word + "?".repeat(2_000);
        var refused = moderator.post(answer, "answer", tooLong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).containsPattern("<textarea[^>]*aria-invalid[^>]*>" + word);
        moderator.post(answer, "answer", "Qu’est-ce qui est faux " + word);
        String own = find("href=\"(/me/reports/[^\"]+)\"", reporter.get("/me/moderation"));
        assertThat(reporter.get(own).text()).contains("Qu’est-ce qui est faux");
        reporter.post(own + "/replies", "words", "La dose.");
        assertThat(moderator.get(file).text()).contains("La dose.");
        assertThat(writer.get(own).status()).isEqualTo(404);
        assertThat(new WholeDatabase(jdbc).holds("Qu’est-ce qui est faux " + word)).isFalse();
    }

    @Test
    void keepsWhatWasChosenWhereAWordIsMissing() {
        report(village.citizen().at(port), question(), "C’est faux.");
        String file = file(moderator);
        moderator.get(file);
        moderator.post(file + "/claim");
        var refused =
                moderator.post(
                        file + "/decide",
                        "outcome",
                        "hide",
                        "measure",
                        "pause",
                        "days",
                        "30",
                        "why",
                        "insult",
                        "words",
                        " ");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .containsPattern("value=\"hide\" checked")
                .containsPattern("<option value=\"pause\" selected")
                .containsPattern("<option value=\"30\" selected")
                .containsPattern("<option value=\"insult\" selected");
    }

    @Test
    void letsOneModeratorHaveAFileAndNobodyDecideAboutThemselves() {
        Citizen second = village.citizen();
        spaces.stand(space.id(), second.account(), Standing.MODERATOR);
        spaces.stand(space.id(), author.account(), Standing.MODERATOR);
        report(village.citizen().at(port), question(), "C’est faux.");
        String file = file(moderator);
        assertThat(writer.post(file + "/claim").status()).isEqualTo(403);
        moderator.post(file + "/claim");
        Visitor other = second.at(port);
        other.get(file);
        assertThat(other.post(file + "/claim").status()).isEqualTo(409);
        assertThat(
                        other.post(
                                        file + "/decide",
                                        "outcome",
                                        "hide",
                                        "why",
                                        "false",
                                        "words",
                                        "Non.")
                                .status())
                .isEqualTo(409);
    }

    @Test
    void pausesAndExcludesTheAuthor() {
        report(village.citizen().at(port), question(), "C’est faux.");
        decide(file(moderator), "leave", "pause");
        var paused = ask(writer, space, "Encore");
        assertThat(paused.status()).isEqualTo(409);
        assertThat(paused.text()).contains("pause dans cet espace").contains("Voici Encore");
        assertThat(ask(writer, village.openSpace(chief), "Ailleurs").status()).isEqualTo(302);

        Citizen rude = village.citizen();
        String said = ask(rude.at(port), space, "Impoli " + word).location().orElseThrow();
        report(village.citizen().at(port), said, "Insulte.");
        decide(file(moderator), "hide", "exclude");
        assertThat(ask(rude.at(port), space, "Encore").status()).isEqualTo(403);
    }

    @Test
    void letsAnotherModeratorDecideAnAppealAndRestores() {
        String question = question();
        String decision = hide(question);
        writer.get(decision);
        writer.post(decision + "/appeal", "words", "La source est là.");
        assertThat(writer.post(decision + "/appeal", "words", "Encore.").status()).isEqualTo(409);
        String appeal = "/moderation/appeals/" + id(decision);
        assertThat(moderator.get(appeal).status()).isEqualTo(403);
        assertThat(moderator.get("/moderation").text()).doesNotContain(appeal);

        Citizen second = village.citizen();
        spaces.stand(space.id(), second.account(), Standing.MODERATOR);
        Visitor other = second.at(port);
        assertThat(other.get("/moderation").body())
                .contains(appeal, "row-kind\">" + space.name() + "</p>");
        assertThat(other.get(appeal).text()).contains("La source est là.").contains(word);
        other.post(appeal, "outcome", "undo", "words", "La source suffit.");
        assertThat(Visitor.at(port).get(question).text()).contains(word);
        assertThat(writer.get(decision).text())
                .contains("La décision est annulée.")
                .contains("La source suffit.");
    }

    @Test
    void letsWhoRunsThePlatformDecideWhereThereIsOneModerator() {
        String question = question();
        String decision = hide(question);
        writer.get(decision);
        writer.post(decision + "/appeal", "words", "La source est là.");
        Visitor operator = village.hospital().staff().get(Role.OPERATOR).at(port);
        String appeal = "/moderation/appeals/" + id(decision);
        assertThat(operator.get("/moderation").text()).contains(appeal, space.name());
        assertThat(operator.get(appeal).status()).isEqualTo(200);
        operator.post(appeal, "outcome", "uphold", "words", "Le conseil reste dangereux.");
        assertThat(Visitor.at(port).get(question).text()).doesNotContain(word);
        assertThat(writer.get(decision).text()).contains("La décision est maintenue.");
    }

    @Test
    void tellsEverybodyWhatWasDecidedAndNobodysName() {
        String question = question();
        Visitor reporter = village.citizen().at(port);
        report(reporter, question, "C’est faux.");
        decide(file(moderator), "hide", "warn");
        assertThat(Visitor.at(port).get(space.path() + "/log").text())
                .contains("Retiré")
                .contains("Avertissement")
                .contains("Faux ou dangereux")
                .doesNotContain(word)
                .doesNotContain(author.pseudonym())
                .doesNotContain(chief.pseudonym())
                .doesNotContain(author.account().toString())
                .doesNotContain(id(question));
        Space closed = village.closedSpace(chief);
        assertThat(Visitor.at(port).get(closed.path() + "/log").status()).isEqualTo(404);
        assertThat(audited("MODERATION_HIDE", question)).isEqualTo(1);
        assertThat(audited("MODERATION_LOOK", file(author.account()))).isPositive();
    }

    private String file(AccountId person) {
        return jdbc.sql("select file from community.decision where person = ? limit 1")
                .param(person.value())
                .query(UUID.class)
                .single()
                .toString();
    }

    private long audited(String action, String thing) {
        return jdbc.sql(
                        """
                        select count(*) from evidence.audit a
                         where a.action = ? and position(? in a::text) > 0
                        """)
                .params(action, id(thing))
                .query(Long.class)
                .single();
    }

    private void set(String... fields) {
        moderator.get(space.path() + "/moderation");
        assertThat(moderator.post(space.path() + "/moderation", fields).status()).isEqualTo(302);
    }

    @Test
    void holdsTheFirstOfAPersonUntilAModeratorHasReadIt() {
        set("first", "true", "slow", "0");
        assertThat(ask(writer, space, "Première " + word).location()).contains(space.path());
        assertThat(writer.get("/me/moderation").text())
                .contains("Attend une relecture")
                .contains("Première " + word);
        assertThat(writer.get(space.path()).text())
                .contains("Attend une relecture", "Première " + word);
        for (Visitor other : new Visitor[] {Visitor.at(port), village.citizen().at(port)}) {
            for (String path : new String[] {space.path(), "/questions", "/"}) {
                assertThat(other.get(path).text())
                        .doesNotContain(word)
                        .doesNotContain("Attend une relecture");
            }
        }
        assertThat(new WholeDatabase(jdbc).holds("Première " + word)).isFalse();
        String held = find("href=\"(/moderation/held/[^\"]+)\"", moderator.get("/moderation"));
        assertThat(writer.get(held).status()).isEqualTo(404);
        assertThat(moderator.get(held).text()).contains("Première " + word);
        moderator.post(held + "/let", "version", "1");
        assertThat(Visitor.at(port).get("/questions/" + id(held)).text())
                .contains("Première " + word)
                .contains(author.pseudonym());
        assertThat(ask(writer, space, "Deuxième").location().orElseThrow())
                .startsWith("/questions/");
    }

    @Test
    void refusesWithAReasonAndForgetsAfterTheTimeOfAppeal() {
        set("first", "true", "slow", "0");
        ask(writer, space, "Première " + word);
        String held = find("href=\"(/moderation/held/[^\"]+)\"", moderator.get("/moderation"));
        moderator.get(held);
        moderator.post(
                held + "/refuse",
                "version",
                "1",
                "why",
                "privacy",
                "words",
                "On y reconnaît une enfant.");
        String decision = find("href=\"(/me/decisions/[^\"]+)\"", writer.get("/me/moderation"));
        assertThat(writer.get(decision).text())
                .contains("Non publié")
                .contains("On y reconnaît une enfant.")
                .contains("Première " + word);
        jdbc.sql("update community.held set refused_at = now() - interval '31 days' where id = ?")
                .param(UUID.fromString(id(held)))
                .update();
        this.held.removeOld();
        assertThat(
                        jdbc.sql("select count(*) from community.held where id = ?")
                                .param(UUID.fromString(id(held)))
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(writer.get(decision).text()).doesNotContain("Première " + word);
    }

    @Test
    void publishesAfterAllWhatARefusalKeptBack() {
        set("first", "true", "slow", "0");
        ask(writer, space, "Première " + word);
        String held = find("href=\"(/moderation/held/[^\"]+)\"", moderator.get("/moderation"));
        moderator.get(held);
        moderator.post(held + "/refuse", "version", "1", "why", "privacy", "words", "Non.");
        String decision = find("href=\"(/me/decisions/[^\"]+)\"", writer.get("/me/moderation"));
        writer.get(decision);
        writer.post(decision + "/appeal", "words", "Il n’y a personne.");
        Citizen second = village.citizen();
        spaces.stand(space.id(), second.account(), Standing.MODERATOR);
        Visitor other = second.at(port);
        String appeal = "/moderation/appeals/" + id(decision);
        assertThat(other.get(appeal).text()).contains("Première " + word);
        other.post(appeal, "outcome", "undo", "words", "En effet.");
        assertThat(Visitor.at(port).get("/questions/" + id(held)).text()).contains(word);
    }

    @Test
    void holdsWhatAFilterFindsAndLinksOfNewcomers() {
        set("links", "true", "slow", "0");
        String filters = space.path() + "/filters";
        var broken = moderator.post(filters, "name", "Remèdes", "query", "(miracle");
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.text()).contains("à partir du caractère").contains("(miracle");
        moderator.post(filters, "name", "Remèdes", "query", "miracle AND remède");
        assertThat(ask(writer, space, "Un remède miracle").location()).contains(space.path());
        assertThat(ask(writer, space, "Voir https://exemple.example").location())
                .contains(space.path());
        assertThat(ask(writer, space, "Un remède").location().orElseThrow())
                .startsWith("/questions/");
        assertThat(moderator.get("/moderation").text())
                .contains("Arrêté par un filtre")
                .contains("Remèdes")
                .contains("Liens d’une personne nouvelle ici");
    }

    /** Wherever it is written. */
    @Test
    void holdsWhatAFilterFindsBesideTheText() {
        set("slow", "0");
        moderator.post(space.path() + "/filters", "name", "Remèdes", "query", "miracle");
        writer.get(space.path() + "/new/talk");
        for (String[] beside :
                new String[][] {
                    {"choices", "Une tisane\nUn miracle"},
                    {"warning", "un miracle"},
                }) {
            assertThat(
                            writer.post(
                                            space.path() + "/new/talk",
                                            "id",
                                            UUID.randomUUID().toString(),
                                            "title",
                                            "Un sondage",
                                            "text",
                                            "Votez.",
                                            beside[0],
                                            beside[1])
                                    .location())
                    .as(beside[0])
                    .contains(space.path());
        }
    }

    @Test
    void slowsDownWhoWritesTooFast() {
        set("slow", "10");
        assertThat(ask(writer, space, "Une").status()).isEqualTo(302);
        var fast = ask(writer, space, "Deux");
        assertThat(fast.status()).isEqualTo(429);
        assertThat(fast.text()).contains("10 minutes").contains("Voici Deux");
        moderator.get("/me");
        assertThat(ask(moderator, space, "Une").status()).isEqualTo(302);
        assertThat(ask(moderator, space, "Deux").status()).isEqualTo(302);
    }
}
