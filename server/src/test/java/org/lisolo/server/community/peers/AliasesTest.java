package org.lisolo.server.community.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lisolo.server.community.Talk.answer;
import static org.lisolo.server.community.Talk.ask;
import static org.lisolo.server.community.Talk.find;
import static org.lisolo.server.community.Talk.id;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.spaces.Openness;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.SpaceForm;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.community.spaces.Subject;
import org.lisolo.server.people.PersonalData;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.server.testing.WholeDatabase;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.UUID;

@ServerTest
class AliasesTest {
    private static final String NAME = "<strong>([^<]+)</strong>";

    @Autowired Village village;
    @Autowired Spaces spaces;
    @Autowired List<PersonalData> personal;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    private final String word = "za" + UUID.randomUUID().toString().replace("-", "");

    Hospital hospital;
    Citizen awa;
    Visitor visitor;
    Space space;

    @BeforeEach
    void openASpace() {
        hospital = village.hospital();
        awa = village.citizen();
        visitor = awa.at(port);
        space =
                spaces.open(
                        SpaceForm.open("Entraide " + UUID.randomUUID(), "But", "", Subject.PLACE)
                                .with(Openness.OPEN, false)
                                .of(hospital.id()),
                        village.citizen().account());
    }

    private String aliased(String title) {
        String path = ask(visitor, space, title, "/aliased").location().orElseThrow();
        assertThat(path).startsWith("/questions/");
        return path;
    }

    @Test
    void keepsOneNameInADiscussionAndAnotherInTheNext() {
        String first = aliased("Première " + word);
        answer(visitor, first, "Suite", "/aliased");
        String second = aliased("Deuxième " + word);
        Visitor stranger = Visitor.at(port);
        String page = stranger.get(first).text();
        String name = find(NAME, stranger.get(first));
        assertThat(page.split(name, -1)).as("twice").hasSizeGreaterThanOrEqualTo(3);
        for (String path : List.of(first, second, "/questions", space.path(), "/")) {
            assertThat(stranger.get(path).text())
                    .as(path)
                    .doesNotContain(awa.pseudonym())
                    .doesNotContain(awa.account().toString());
        }
        List<String> authors = authors(first, second);
        assertThat(authors).hasSize(2).doesNotHaveDuplicates();
        assertThat(authors).allMatch(one -> one.matches("/aliases/[0-9a-f-]{14}4.*"));
    }

    /** A habit of pressing the first button shall not tell who it was. */
    @Test
    void offersFirstToGoOnUnderTheAlias() {
        String path = aliased("Encore " + word);
        Visitor other = village.citizen().at(port);
        answer(other, path, "Courage", "");
        String name = find(NAME, visitor.get(path));
        var page = visitor.get(path);
        assertThat(page.text())
                .contains("Répondre sous le nom de " + name, "Répondre sous votre propre nom")
                .doesNotContain("Publier la réponse");
        assertThat(page.body().indexOf("/answers/aliased"))
                .isLessThan(page.body().indexOf("Répondre sous votre propre nom"));
        assertThat(other.get(path).text())
                .contains("Publier la réponse")
                .doesNotContain("Répondre sous le nom de");
    }

    private List<String> authors(String first, String second) {
        return jdbc.sql(
                        """
                        select distinct c.author_id from message.content c
                          join message.event e on e.id = c.event
                          join community.contribution w on w.message = e.message
                         where w.discussion = any(?)
                        """)
                .param(new UUID[] {UUID.fromString(id(first)), UUID.fromString(id(second))})
                .query(String.class)
                .list();
    }

    /** No row of any table holds the account beside the discussion, the alias or the words. */
    @Test
    void leavesNoTraceOfTheAccountInAnyTable() {
        String path = aliased("Seule " + word);
        answer(visitor, path, "Suite", "/aliased");
        String alias =
                jdbc.sql("select id::text from community.alias where discussion = ?")
                        .param(UUID.fromString(id(path)))
                        .query(String.class)
                        .single();
        var database = new WholeDatabase(jdbc);
        for (String beside : List.of(id(path), alias, word)) {
            assertThat(database.besides(awa.account().toString(), beside)).as(beside).isEmpty();
        }
        assertThat(visitor.get("/account/data.json").body())
                .doesNotContain(alias)
                .doesNotContain(id(path));
    }

    @Test
    void opensOnlyByTwoTogetherAndOnce() {
        String path = aliased("Danger " + word);
        Visitor asks = hospital.staff().get(Role.MODERATOR).at(port);
        Visitor agrees = hospital.compliance().at(port);
        asks.get("/work/aliases?contribution=" + id(path));
        assertThat(asks.post("/work/aliases", "contribution", id(path), "reason", " ").status())
                .isEqualTo(422);
        asks.post("/work/aliases", "contribution", id(path), "reason", "Danger " + word);
        assertThat(asks.get("/work/aliases").text()).doesNotContain("/agree");
        assertThat(agrees.get("/work/aliases").body())
                .as("who agrees reads what it is about, and who asks")
                .contains("Demandé par ", "href=\"" + path);
        String opening =
                find("action=\"(/work/aliases/[^\"/]+)/agree\"", agrees.get("/work/aliases"));
        assertThat(asks.post(opening + "/agree").status()).isEqualTo(403);
        assertThat(asks.post(opening + "/show").status()).isEqualTo(410);

        Visitor elsewhere = village.hospital().compliance().at(port);
        elsewhere.get("/work/aliases");
        assertThat(elsewhere.get("/work/aliases").text()).doesNotContain("Danger " + word);
        assertThat(elsewhere.post(opening + "/agree").status()).isEqualTo(404);

        agrees.post(opening + "/agree");
        assertThat(agrees.post(opening + "/show").status()).isEqualTo(410);
        assertThat(asks.post(opening + "/show").text())
                .contains(awa.pseudonym())
                .contains(awa.account().toString());
        assertThat(asks.post(opening + "/show").status()).isEqualTo(410);
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from evidence.audit a
                                         where a.action = 'OPEN_ALIASES'
                                           and position(? in a::text) > 0
                                        """)
                                .param(id(opening))
                                .query(Long.class)
                                .single())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void isNotForCases() {
        Space clinicians = village.clinicians(awa);
        Visitor doctor = hospital.staff().get(Role.PROFESSIONAL).at(port);
        String form = clinicians.path() + "/new/case";
        var refused =
                doctor.post(
                        form + "/aliased",
                        "id",
                        find("name=\"id\" value=\"([^\"]+)\"", doctor.get(form)),
                        "title",
                        "Un cas",
                        "text",
                        "Un texte",
                        "language",
                        "fr");
        assertThat(refused.status()).isEqualTo(422);
    }

    @Test
    void forgetsAllThatAnAccountWroteUnderItsNameAndItsAliases() {
        String own = ask(visitor, space, "Nom " + word).location().orElseThrow();
        aliased("Alias " + word);
        String other = ask(village.citizen().at(port), space, "Autre").location().orElseThrow();
        answer(visitor, other, "Réponse " + word, "/aliased");
        String reported = "/contributions/" + id(other) + "/report";
        visitor.get(reported);
        visitor.post(reported, "why", "other", "words", "Signalé " + word);
        Citizen friend = village.citizen();
        answer(friend.at(port), own, "Un ami répond", "");
        assertThat(new WholeDatabase(jdbc).holds(word)).isTrue();

        transaction.executeWithoutResult(
                _ -> personal.reversed().forEach(module -> module.erase(awa.account())));

        assertThat(new WholeDatabase(jdbc).holds(word)).isFalse();
        assertThat(Visitor.at(port).get(own).text())
                .contains("Supprimé par son auteur")
                .contains("Un ami répond");
        assertThat(Visitor.at(port).get(other).text()).contains("Autre").doesNotContain(word);
    }
}
