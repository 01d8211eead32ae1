package org.lisolo.server.community.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.Writer;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

@ServerTest
class EditsTest {
    @Autowired Village village;
    @LocalServerPort int port;

    Citizen awa;
    Visitor visitor;
    Writer writer;
    Space space;

    @BeforeEach
    void arrive() {
        awa = village.citizen();
        visitor = awa.at(port);
        writer = new Writer(visitor);
        space = village.openSpace(village.citizen());
    }

    @Test
    void keepsWhatStoodBeforeForAllToRead() {
        String title = "Une toux " + UUID.randomUUID();
        String question = writer.ask(space, title, "Depuis **trois** jours.");
        String one = "/contributions/" + Writer.last(question);
        var form = visitor.get(one + "/edit");
        assertThat(form.body()).contains("Depuis **trois** jours.");
        assertThat(
                        visitor.post(
                                        one + "/edit",
                                        "title",
                                        title,
                                        "text",
                                        "Depuis quatre jours.",
                                        "language",
                                        "ln",
                                        "warning",
                                        "une maladie d'enfant")
                                .location())
                .contains(question + "#c-" + Writer.last(question));
        Visitor stranger = Visitor.at(port);
        var page = stranger.get(question);
        assertThat(page.text())
                .contains("Depuis quatre jours.", "modifié", "Attention : une maladie d'enfant")
                .doesNotContain("trois");
        assertThat(page.body())
                .contains("<details class=\"warned\">", "lang=\"ln\"", "<h1")
                .contains("<title>" + title + " ·");
        assertThat(stranger.get(one + "/history").body())
                .contains("Depuis <strong>trois</strong> jours.", "Depuis quatre jours.");
        assertThat(stranger.get(one).location()).contains(question + "#c-" + Writer.last(question));
        assertThat(stranger.get(space.path()).text())
                .contains(title, "Attention : une maladie d'enfant")
                .doesNotContain("Depuis quatre jours.");
    }

    @Test
    void leavesOfWhatWasDeletedThatItWas() {
        String question = writer.ask(space, "Une question", "Un texte");
        Writer other = new Writer(village.citizen().at(port));
        String answer = other.answer(question, "Une réponse regrettée", "warning", "propos amers");
        String one = "/contributions/" + answer;
        assertThat(other.visitor().get(one + "/delete").text()).contains("Une réponse regrettée");
        assertThat(other.visitor().post(one + "/delete").location())
                .contains(question + "#c-" + answer);
        assertThat(visitor.get(question).text())
                .contains("Supprimé par son auteur")
                .doesNotContain("Une réponse regrettée")
                .doesNotContain("propos amers");
        assertThat(visitor.get(one + "/history").status()).isEqualTo(404);
        assertThat(other.visitor().get(one + "/edit").status()).isEqualTo(404);

        assertThat(visitor.post("/contributions/" + Writer.last(question) + "/delete").location())
                .isPresent();
        assertThat(Visitor.at(port).get(space.path()).text()).doesNotContain("Une question");
        assertThat(Visitor.at(port).get(question).text()).doesNotContain("Une question");
    }

    @Test
    void letsNobodyTouchWhatOthersWrote() {
        String question = writer.ask(space, "Une question", "Un texte");
        Visitor other = village.citizen().at(port);
        String one = "/contributions/" + Writer.last(question);
        other.get("/spaces");
        assertThat(other.get(question).body()).doesNotContain(one + "/edit");
        assertThat(other.get(one + "/edit").status()).isEqualTo(403);
        assertThat(other.post(one + "/edit", "title", "x", "text", "y").status()).isEqualTo(403);
        assertThat(other.post(one + "/delete").status()).isEqualTo(403);
        assertThat(visitor.get(question).text()).contains("Un texte");
    }

    @Test
    void showsVersionsOfAClosedSpaceToNobodyElse() {
        Space closed = village.closedSpace(awa);
        String talk = writer.open(closed, "talk", "Entre nous", "Un texte secret");
        String one = "/contributions/" + Writer.last(talk);
        assertThat(visitor.get(one + "/history").text()).contains("Un texte secret");
        for (Visitor other : new Visitor[] {Visitor.at(port), village.citizen().at(port)}) {
            assertThat(other.get(one).status()).isEqualTo(404);
            assertThat(other.get(one + "/history").status()).isEqualTo(404);
        }
        Visitor member = village.citizen().at(port);
        assertThat(member.get(one + "/edit").status()).isEqualTo(404);
        assertThat(member.get(one + "/delete").status()).isEqualTo(404);
    }

    @Test
    void tellsAllThatIsWrongInAFormAtOnceAndEachAtItsField() {
        String tooLong = "x".repeat(101);
        String form = space.path() + "/new/talk";
        String id = Writer.id(visitor.get(form));
        String[] all = {"id", id, "title", " ", "text", "", "warning", tooLong, "choices", "Un"};
        refused(form, all, "title", "text", "warning", "choices");
        refused(
                space.path() + "/new/question",
                new String[] {"id", id, "title", "x".repeat(151), "text", " "},
                "title",
                "text");
        String question = writer.ask(space, "Une question", "Un texte");
        refused(
                "/discussions/" + Writer.last(question) + "/answers",
                new String[] {"id", id, "text", " ", "warning", tooLong},
                "text",
                "warning");
        refused(
                "/contributions/" + Writer.last(question) + "/edit",
                new String[] {"title", "", "text", "x".repeat(10_001)},
                "title",
                "text");
    }

    private void refused(String path, String[] typed, String... fields) {
        Visitor.Page page = visitor.post(path, typed);
        assertThat(page.status()).isEqualTo(422);
        List<String> told =
                Pattern.compile("id=\"error-([^\"]+)\"")
                        .matcher(page.body())
                        .results()
                        .map(one -> one.group(1))
                        .toList();
        assertThat(told).containsExactly(fields);
        for (String field : fields) {
            assertThat(page.body()).contains("<li><a href=\"#field-" + field + "\">");
        }
    }

    @Test
    void keepsTheWordsOfARefusedEdit() {
        String question = writer.ask(space, "Une question", "Un texte");
        var refused =
                visitor.post(
                        "/contributions/" + Writer.last(question) + "/edit",
                        "title",
                        " ",
                        "text",
                        "Ce que je voulais dire",
                        "language",
                        "fr");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Dites en une phrase", "Ce que je voulais dire");
    }
}
