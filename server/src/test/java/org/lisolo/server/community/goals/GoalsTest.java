package org.lisolo.server.community.goals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.Talk;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.people.PersonalData;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** What members propose to themselves. */
@ServerTest
class GoalsTest {
    @Autowired Village village;
    @Autowired JdbcClient jdbc;
    @Autowired List<PersonalData> modules;
    @LocalServerPort int port;

    final String word = "zebu" + UUID.randomUUID().toString().replace("-", "");

    Citizen awa;
    Visitor visitor;

    @BeforeEach
    void arrive() {
        awa = village.citizen();
        visitor = awa.at(port);
    }

    /** Since three days. */
    private String set(String kind, String words) {
        visitor.get("/me/goals/new");
        String begins = LocalDate.now(ZoneId.of("Africa/Kinshasa")).minusDays(3).toString();
        var page =
                visitor.post(
                        "/me/goals/new",
                        "kind",
                        kind,
                        "words",
                        words,
                        "rhythm",
                        "day",
                        "begins",
                        begins);
        return page.location().orElseThrow(() -> new AssertionError(page.text()));
    }

    private Visitor.Page say(String goal, int ago, String how, String words, String tell) {
        return visitor.post(
                goal + "/check-ins",
                "next",
                next(goal),
                "ago",
                String.valueOf(ago),
                "how",
                how,
                "words",
                words,
                "tell",
                tell,
                "language",
                "fr");
    }

    private String next(String goal) {
        return Talk.find("name=\"next\" value=\"([^\"]+)\"", visitor.get(goal));
    }

    @Test
    void tellsTheOwnerAloneHowItGoes() {
        assertThat(visitor.get("/me/goals").text()).contains("encore rien proposé");
        String goal = set("smoking", "");
        assertThat(visitor.get(goal).text())
                .contains("Arrêter de fumer")
                .contains("Pas encore de jour tenu");
        say(goal, 2, "held", "", "");
        say(goal, 1, "held", "Ce fut dur " + word, "");
        var slipped = visitor.follow(say(goal, 0, "slipped", "Une seule", ""));
        assertThat(slipped.text())
                .contains("Un écart n’efface rien")
                .contains("2 jours tenus")
                .contains("Ce fut dur " + word)
                .doesNotContain("3 jours");
        say(goal, 0, "held", "Finalement non", "");
        assertThat(visitor.get("/me/goals").text())
                .contains("3 jours tenus")
                .contains("3 jours de suite");
        Citizen other = village.citizen();
        assertThat(other.at(port).get(goal).status()).isEqualTo(404);
        assertThat(village.hospital().admin().at(port).get(goal).status()).isEqualTo(404);
        assertThat(Visitor.at(port).get(goal).location().orElse("")).startsWith("/sign-in");
    }

    @Test
    void standsNowhereInTheClear() {
        String goal = set("other", "Lire " + word);
        say(goal, 0, "held", "Un mot " + word, "");
        String clear =
                jdbc.sql(
                                """
                                select string_agg(encode(g.words, 'escape') || g::text
                                                  || encode(c.words, 'escape') || c::text, ' ')
                                  from community.goal g join community.check_in c on c.goal = g.id
                                 where g.account = ?
                                """)
                        .param(awa.account().value())
                        .query(String.class)
                        .single();
        assertThat(clear).isNotEmpty().doesNotContain(word).doesNotContain("OTHER", "HELD");
    }

    @Test
    void isShownInASpaceAndEncouragedThere() {
        Space space = village.openSpace(village.citizen());
        String goal = set("walking", "");
        assertThat(visitor.get(goal).text()).contains("Rejoignez d’abord un espace");
        assertThat(show(goal, space).status()).as("not joined").isEqualTo(422);
        visitor.get(space.path());
        visitor.post(space.path() + "/join");
        assertThat(show(goal, space).location()).contains(goal);
        String discussion = Talk.find("href=\"(/talks/[^\"]+)\"", visitor.get(goal));
        Visitor other = village.citizen().at(port);
        assertThat(other.get(discussion).text())
                .contains("Je marche " + word)
                .contains(awa.pseudonym());
        String id = Talk.id(discussion);
        other.post("/contributions/" + id + "/reactions", "kind", "support");
        assertThat(visitor.get(discussion).text()).contains("Soutien");
        say(goal, 1, "held", "Pour moi seul " + word, "");
        say(goal, 0, "held", "Pour vous tous " + word, "yes");
        assertThat(other.get(discussion).text())
                .contains("Pour vous tous " + word)
                .doesNotContain("Pour moi seul " + word);
    }

    private Visitor.Page show(String goal, Space space) {
        return visitor.post(
                goal + "/show",
                "next",
                next(goal),
                "space",
                space.slug(),
                "title",
                "Je marche " + word,
                "text",
                "Trente minutes par jour",
                "language",
                "fr");
    }

    @Test
    void isTakenAlongAndGoesWithTheAccount() {
        String goal = set("treatment", "Matin et soir " + word);
        say(goal, 0, "held", "Un mot " + word, "");
        String told =
                modules.stream()
                        .flatMap(module -> module.of(awa.account()).stream())
                        .toList()
                        .toString();
        assertThat(told).contains("Matin et soir " + word).contains("Un mot " + word);
        modules.stream()
                .filter(module -> module.columns().contains("community.goal.account"))
                .forEach(module -> module.erase(awa.account()));
        assertThat(visitor.get(goal).status()).isEqualTo(404);
        assertThat(visitor.get("/me/goals").text()).doesNotContain(word);
    }

    @Test
    void isDeletedByItsOwner() {
        String goal = set("treatment", word);
        visitor.get(goal);
        assertThat(visitor.follow(visitor.post(goal + "/delete")).text()).doesNotContain(word);
        assertThat(visitor.get(goal).status()).isEqualTo(404);
    }

    @Test
    void keepsWhatWasTyped() {
        visitor.get("/me/goals/new");
        var refused =
                visitor.post("/me/goals/new", "kind", "other", "words", "", "begins", "bientôt");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Dites avec vos mots");
        refused =
                visitor.post("/me/goals/new", "kind", "other", "words", word, "begins", "bientôt");
        assertThat(refused.text()).contains("Donnez un premier jour").contains(word);
        String goal = set("smoking", "");
        refused = say(goal, 0, "", "Un mot " + word, "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Un mot " + word);
        assertThat(say(goal, 5, "held", "", "").status()).as("before it began").isEqualTo(422);
    }

    @Test
    void bringsBackTheFormThatWasRefusedAndNothingOfItInTheOther() {
        Space space = village.openSpace(village.citizen());
        String goal = set("walking", "");
        visitor.get(space.path());
        visitor.post(space.path() + "/join");
        String words = "Pour moi seul " + word;
        var refused = say(goal, 5, "slipped", words, "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .containsPattern("value=\"slipped\" checked")
                .containsPattern("<textarea id=\"field-words\"[^>]*>" + words)
                .containsPattern("<textarea id=\"field-text\"[^>]*></textarea>");

        String id = next(goal);
        refused =
                visitor.post(
                        goal + "/show",
                        "next",
                        id,
                        "space",
                        space.slug(),
                        "title",
                        " ",
                        "text",
                        "Pour tous " + word);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Dites en une phrase");
        assertThat(refused.body())
                .contains("<details class=\"more\" open>")
                .containsPattern("value=\"" + space.slug() + "\" selected")
                .containsPattern("<input id=\"field-title\"[^>]*value=\" \"")
                .containsPattern("<textarea id=\"field-text\"[^>]*>Pour tous " + word)
                .containsPattern("<textarea id=\"field-words\"[^>]*></textarea>");
    }
}
