package org.lisolo.server.community;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What feed readers and search engines are told of what is open to all. */
@ServerTest
class FeedsTest {
    private static final Pattern DATA =
            Pattern.compile("(?s)<script type=\"application/ld\\+json\">(.*?)</script>");

    @Autowired Village village;
    @LocalServerPort int port;

    final String word = UUID.randomUUID().toString();

    @Test
    void feedsWhatIsOpen() {
        Citizen awa = village.citizen();
        Space space = village.openSpace(awa);
        Discussion question =
                village.question(space, awa, "Titre <b>&" + word, "Texte ]]> " + word);
        Visitor stranger = Visitor.at(port);
        for (String format : new String[] {"rss", "atom", "json"}) {
            var feed = stranger.get(space.path() + "/feed/" + format);
            assertThat(feed.status()).as(format).isEqualTo(200);
            assertThat(feed.body()).contains(word).contains(question.path());
        }
        assertThat(stranger.get(space.path() + "/feed/atom").body())
                .contains("Titre &lt;b&gt;&amp;" + word)
                .contains(awa.pseudonym());
        assertThat(stranger.get(space.path()).body())
                .contains("type=\"application/atom+xml\"")
                .contains("rel=\"canonical\"");
        assertThat(stranger.get(space.path() + "/feed/csv").status()).isEqualTo(404);
        Space closed = village.closedSpace(awa);
        assertThat(awa.at(port).get(closed.path() + "/feed/rss").status())
                .as("for nobody, and hence for no reader that keeps it elsewhere")
                .isEqualTo(404);
    }

    @Test
    void listsOpenPagesForSearchEngines() {
        Citizen awa = village.citizen();
        Space space = village.openSpace(awa);
        Discussion question = village.question(space, awa, "Titre", "Texte");
        Visitor stranger = Visitor.at(port);
        assertThat(stranger.get("/sitemap.xml").body()).contains("/sitemap/discussions/0");
        assertThat(stranger.get("/sitemap/discussions/0").body())
                .contains(space.path() + "<")
                .contains(question.path() + "<");
        assertThat(stranger.get("/sitemap/nothing/0").status()).isEqualTo(404);
    }

    @Test
    void tellsSearchEnginesOfAQuestionAndItsAnswers() {
        Citizen awa = village.citizen();
        Space space = village.openSpace(awa);
        Discussion question =
                village.question(space, awa, "Est-ce </script><b> grave", "Je tousse & crache.");
        village.answer(space, village.citizen(), question, "Montrez-vous </script>");
        String body = Visitor.at(port).get(question.path()).body();
        Matcher data = DATA.matcher(body);
        assertThat(data.find()).as(body).isTrue();
        JsonNode node = new JsonMapper().readTree(data.group(1));
        assertThat(node.path("@type").asString()).isEqualTo("QAPage");
        JsonNode entity = node.path("mainEntity");
        assertThat(entity.path("name").asString()).isEqualTo("Est-ce </script><b> grave");
        assertThat(entity.path("answerCount").asInt()).isEqualTo(1);
        assertThat(entity.path("suggestedAnswer").path(0).path("text").asString())
                .isEqualTo("Montrez-vous </script>");
        Discussion inside = village.question(village.closedSpace(awa), awa, "Dedans", "Je tousse.");
        assertThat(awa.at(port).get(inside.path()).body())
                .doesNotContain("ld+json")
                .contains("noindex");
    }
}
