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
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.UUID;

/** Who answers somebody says to whom; and where many answered, each is found on its page. */
@ServerTest
class LongDiscussionsTest {
    @Autowired Village village;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    Space space;
    Citizen bijou;
    Writer writer;
    Writer other;
    String talk;

    @BeforeEach
    void talk() {
        space = village.openSpace(village.citizen());
        bijou = village.citizen();
        writer = new Writer(bijou.at(port));
        other = new Writer(village.citizen().at(port));
        talk =
                writer.open(
                        space, "talk", "Le dos", "Le soir.\n\n> Un mot d’avant\n\nEt **vous** ?");
    }

    @Test
    void quotesWhatItAnswersAndTellsItsAuthor() {
        Visitor.Page page = other.visitor().get(talk);
        assertThat(page.body()).contains("href=\"" + talk + "?quote=" + Writer.last(talk));
        assertThat(writer.visitor().get(talk).body()).as("not oneself").doesNotContain("?quote=");
        String quoting = other.visitor().get(talk + "?quote=" + Writer.last(talk)).text();
        assertThat(quoting)
                .contains("&gt; **" + bijou.pseudonym() + "**", "&gt; Le soir. Et vous ?")
                .doesNotContain("&gt; Un mot");
        String said = other.answer(talk, "Moi, le matin.");
        String answer = talk + "?quote=" + said;
        assertThat(writer.visitor().get(answer).body())
                .contains("name=\"to\" value=\"" + said + "\"");
        String again = writer.answer(talk, "> Moi, le matin.\n\nTiens.", "to", said);
        assertThat(
                        jdbc.sql("select parent::text from community.contribution where id = ?")
                                .param(UUID.fromString(again))
                                .query(String.class)
                                .single())
                .as("whose author is told")
                .isEqualTo(said);
        assertThat(other.visitor().get(talk + "?quote=" + UUID.randomUUID()).status())
                .isEqualTo(200);
    }

    private String answerOnTheNextPage() {
        String id = Writer.id(other.visitor().get(talk));
        String form = "/discussions/" + Writer.last(talk) + "/answers";
        assertThat(
                        other.visitor()
                                .post(form, "id", id, "text", "La dernière", "language", "fr")
                                .location())
                .as("whoever answers sees it")
                .contains(talk + "?from=50#c-" + id);
        return id;
    }

    @Test
    void leadsToTheAnswerOnItsPage() {
        String first = other.answer(talk, "La première");
        assertThat(other.visitor().get(talk).text()).doesNotContain("dernière réponse");
        for (int i = 0; i < Contents.ANSWERS - 1; i++) {
            other.answer(talk, "Encore " + i);
        }
        String last = answerOnTheNextPage();
        Visitor stranger = Visitor.at(port);
        assertThat(stranger.get("/contributions/" + first).location())
                .contains(talk + "#c-" + first);
        assertThat(stranger.get("/contributions/" + last).location())
                .contains(talk + "?from=50#c-" + last);
        assertThat(stranger.get(talk + "?from=50").body()).contains("id=\"c-" + last + "\"");
        assertThat(stranger.get(talk).text()).contains("href=\"" + talk + "?from=50#answer\"");
    }
}
