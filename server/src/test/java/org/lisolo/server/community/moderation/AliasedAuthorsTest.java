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
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.moderation.Decisions.Grounds;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.community.spaces.Standing;
import org.lisolo.server.people.PersonalData;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.server.testing.WholeDatabase;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whoever writes behind an alias does with their words what others do, and nothing tells who. */
@ServerTest
class AliasedAuthorsTest {
    @Autowired Village village;
    @Autowired Contributions contributions;
    @Autowired Decisions decisions;
    @Autowired Limits limits;
    @Autowired Spaces spaces;
    @Autowired List<PersonalData> personal;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    private final String word = "za" + UUID.randomUUID().toString().replace("-", "");

    Citizen awa;
    Citizen chief;
    Visitor visitor;
    Visitor other;
    Visitor stranger;
    Space space;
    String question;
    String one;

    @BeforeEach
    void askUnderAnAlias() {
        awa = village.citizen();
        chief = village.citizen();
        space = village.openSpace(chief);
        visitor = awa.at(port);
        other = village.citizen().at(port);
        stranger = Visitor.at(port);
        question = ask(visitor, space, "Seule", "/aliased").location().orElseThrow();
        one = "/contributions/" + id(question);
    }

    /** No row of any table holds the account beside any of these. */
    private void tellsNobody(String... besides) {
        var database = new WholeDatabase(jdbc);
        for (String beside : besides) {
            assertThat(database.besides(awa.account().toString(), beside)).as(beside).isEmpty();
        }
        assertThat(visitor.get("/account/data.json").body()).doesNotContain(besides);
    }

    private Contribution contribution() {
        return contributions.find(new ContributionId(UUID.fromString(id(question)))).orElseThrow();
    }

    private Decision hide() {
        Contribution hidden = contribution();
        contributions.hide(hidden);
        return decisions.about(
                hidden,
                Decision.Kind.HIDE,
                new Grounds(Reason.FALSE, "Sans source.", chief.account(), Optional.empty()));
    }

    @Test
    void editTheirWordsAndTakeThemBackAndNobodyElseDoes() {
        String name = find("<strong>([^<]+)</strong>", stranger.get(question));
        assertThat(visitor.get(question).body())
                .contains(one + "/edit", one + "/delete")
                .doesNotContain(one + "/report");
        String[] words = {"title", "Seule", "text", "Voici " + word, "language", "fr"};
        Visitor moderator = chief.at(port);
        for (Visitor unable : new Visitor[] {other, moderator}) {
            assertThat(unable.get(question).body()).doesNotContain(one + "/edit");
            assertThat(unable.get(one + "/edit").status()).isEqualTo(403);
            assertThat(unable.post(one + "/edit", words).status()).isEqualTo(403);
            assertThat(unable.post(one + "/delete").status()).isEqualTo(403);
        }
        assertThat(visitor.post(one + "/edit", words).status()).isEqualTo(302);
        assertThat(stranger.get(question).text()).contains("Voici " + word, name);
        assertThat(visitor.post(one + "/delete").status()).isEqualTo(302);
        assertThat(stranger.get(question).text())
                .contains("Supprimé par son auteur")
                .doesNotContain(word);
        tellsNobody(id(question), word);
    }

    @Test
    void sayWhichAnswerHelpedAndLeaveNoRecord() {
        String answer = answer(other, question, "Reposez-vous.", "").location().orElseThrow();
        String helped = answer.substring(answer.indexOf("#c-") + 3);
        visitor.get(question);
        assertThat(visitor.post("/contributions/" + helped + "/accept").status()).isEqualTo(302);
        assertThat(stranger.get(question).body()).contains("saying accepted");
        visitor.post("/discussions/" + id(question) + "/duplicate", "original", "");
        tellsNobody(id(question), helped);
    }

    @Test
    void readWhyTheirWordsWereHiddenAndAppealThere() {
        Decision decision = hide();
        String page = one + "/decision";
        assertThat(visitor.get(question).body()).contains(page);
        assertThat(visitor.get(question).text())
                .contains("Retiré par la modération", "Faux ou dangereux", "Sans source.");
        for (Visitor unable : new Visitor[] {stranger, other, chief.at(port)}) {
            assertThat(unable.get(question).body())
                    .doesNotContain(page)
                    .doesNotContain("Sans source.");
            assertThat(unable.get(page).status()).isNotEqualTo(200);
        }
        other.get("/spaces");
        assertThat(other.post(page + "/appeal", "words", "Moi.").status()).isEqualTo(404);

        assertThat(visitor.get(page).text()).contains("Voici Seule", "Sans source.");
        assertThat(visitor.post(page + "/appeal", "words", " ").status()).isEqualTo(422);
        assertThat(visitor.post(page + "/appeal", "words", "La source " + word).location())
                .contains(page);
        assertThat(visitor.post(page + "/appeal", "words", "Encore.").status()).isEqualTo(409);
        assertThat(visitor.get(page).text()).contains("La source " + word, "attend une décision");

        Citizen second = village.citizen();
        spaces.stand(space.id(), second.account(), Standing.MODERATOR);
        Visitor decides = second.at(port);
        String appeal = "/moderation/appeals/" + decision.id();
        assertThat(decides.get(appeal).text()).contains("La source " + word, "Voici Seule");
        decides.post(appeal, "outcome", "undo", "words", "La source suffit.");
        assertThat(stranger.get(question).text()).contains("Voici Seule");
        assertThat(visitor.get(question).text()).contains("Il est de nouveau affiché.");
        assertThat(visitor.get(page).text())
                .contains("La décision est annulée.", "La source suffit.");
        tellsNobody(id(question), decision.id().toString(), word);
    }

    @Test
    void readWhatWaitsWhereTheyWroteItAndAppealWhatWasRefused() {
        limits.add(space.id(), "Remèdes", "miracle");
        answer(visitor, question, "Un miracle " + word, "/aliased");
        String title = "Autre miracle " + word;
        ask(visitor, space, title, "/aliased");
        assertThat(visitor.get(question).text())
                .contains("Attend une relecture", "Un miracle " + word);
        assertThat(visitor.get(space.path()).text()).contains("Attend une relecture", title);
        for (Visitor unable : new Visitor[] {stranger, other, chief.at(port)}) {
            for (String path : new String[] {question, space.path()}) {
                assertThat(unable.get(path).text()).doesNotContain(word);
            }
        }
        Visitor moderator = chief.at(port);
        String held = find("href=\"(/moderation/held/[^\"]+)\"", moderator.get("/moderation"));
        moderator.get(held);
        moderator.post(held + "/refuse", "version", "1", "why", "false", "words", "Sans source.");
        String decision = "/contributions/" + id(held) + "/decision";
        assertThat(visitor.get(question).body()).contains(decision);
        assertThat(visitor.get(decision).text()).contains("Un miracle " + word, "Sans source.");
        assertThat(other.get(decision).status()).isEqualTo(404);
        assertThat(visitor.post(decision + "/appeal", "words", "Une citation.").status())
                .isEqualTo(302);
        tellsNobody(id(held), id(question), word);
    }

    @Test
    void changeAndTakeBackWhatWaitsAndLeaveNoRecord() {
        limits.add(space.id(), "Remèdes", "miracle");
        answer(visitor, question, "Un miracle " + word, "/aliased");
        String page = find("href=\"(/contributions/[0-9a-f-]+/waiting)\"", visitor.get(question));
        assertThat(visitor.get(page).text()).contains("Un miracle " + word);
        Visitor moderator = chief.at(port);
        for (Visitor unable : new Visitor[] {other, moderator}) {
            unable.get("/spaces");
            assertThat(unable.get(page).status()).isEqualTo(404);
            assertThat(unable.post(page + "/edit", "text", "Moi").status()).isEqualTo(404);
            assertThat(unable.post(page + "/take-back").status()).isEqualTo(404);
        }
        assertThat(rows("held where space", space.id().value())).isEqualTo(1);
        assertThat(visitor.post(page + "/edit", "text", "Un autre " + word).location())
                .contains(page);
        assertThat(visitor.get(question).text()).contains("Un autre " + word);
        assertThat(visitor.post(page + "/take-back").location()).contains(question);
        assertThat(rows("held where space", space.id().value())).isZero();
        tellsNobody(page.split("/")[2], id(question), word);
    }

    @Test
    void decideNothingAboutThemselvesAsModerators() {
        spaces.stand(space.id(), awa.account(), Standing.MODERATOR);
        other.get("/spaces");
        other.post(one + "/report", "why", "false", "words", "C’est faux.");
        String file = find("href=\"(/moderation/reports/[^\"]+)\"", visitor.get("/moderation"));
        assertThat(visitor.post(file + "/claim").status()).isEqualTo(403);
        Decision decision = hide();
        visitor.post(one + "/decision/appeal", "words", "La source est là.");
        assertThat(visitor.get("/moderation/appeals/" + decision.id()).status()).isEqualTo(403);
    }

    @Test
    void areForgottenWithWhatTheyAppealedAndWhatWaits() {
        Decision decision = hide();
        visitor.get(question);
        visitor.post(one + "/decision/appeal", "words", "La source " + word);
        limits.add(space.id(), "Remèdes", "miracle");
        String elsewhere = ask(other, space, "Autre").location().orElseThrow();
        answer(visitor, elsewhere, "Un miracle " + word, "/aliased");
        assertThat(rows("appeal where decision", decision.id())).isEqualTo(1);
        assertThat(rows("held where space", space.id().value())).isEqualTo(1);

        transaction.executeWithoutResult(
                _ -> personal.reversed().forEach(module -> module.erase(awa.account())));

        assertThat(rows("appeal where decision", decision.id())).isZero();
        assertThat(rows("held where space", space.id().value())).isZero();
    }

    private long rows(String of, UUID id) {
        return jdbc.sql("select count(*) from community." + of + " = ?")
                .param(id)
                .query(Long.class)
                .single();
    }
}
