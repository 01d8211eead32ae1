package org.lisolo.server.community;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Two people of whom one blocked the other see nothing of each other on any page. A page that shows
 * what people wrote or names them has its line in {@link #paths}.
 */
@ServerTest
class BlocksTest {
    @Autowired Village village;
    @LocalServerPort int port;

    final String tag = "sujet" + UUID.randomUUID().toString().replace("-", "");

    Space space;
    Side awa;
    Side bijou;

    /** One of the two: what they asked, and what they answered the other. */
    private record Side(
            Citizen who, Visitor visitor, String word, Discussion question, Contribution answer) {}

    @BeforeEach
    void talkWithEachOther() {
        Citizen third = village.citizen();
        space = village.openSpace(third);
        Citizen one = village.citizen();
        Citizen other = village.citizen();
        String ones = word();
        String others = word();
        Discussion asked = village.question(space, one, "Titre " + ones, text(ones));
        Discussion askedToo = village.question(space, other, "Titre " + others, text(others));
        awa = new Side(one, one.at(port), ones, asked, village.answer(space, one, askedToo, "Oui"));
        bijou =
                new Side(
                        other,
                        other.at(port),
                        others,
                        askedToo,
                        village.answer(space, other, asked, "Oui @" + one.pseudonym()));
        village.answer(space, third, asked, "Merci @" + other.pseudonym());
        village.answer(space, third, askedToo, "Merci @" + one.pseudonym());
        follow(awa, bijou);
        follow(bijou, awa);
    }

    private static String word() {
        return "zebu" + UUID.randomUUID().toString().replace("-", "");
    }

    private String text(String word) {
        return "Texte " + word + " #" + tag;
    }

    private void follow(Side reader, Side other) {
        reader.visitor.get("/me");
        reader.visitor.post("/follow", "kind", "person", "of", other.who.account().toString());
        reader.visitor.post("/follow", "kind", "space", "of", space.id().toString());
        reader.visitor.get("/me/follows"); // what was said of that is said once
    }

    /** Where the other is seen, and by what. */
    private Map<String, String> paths(Side other) {
        String title = "Titre " + other.word;
        String person = "/people/" + other.who.account();
        var message = MessageId.of(space.id().channel(), other.question.path());
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("/home", title);
        paths.put("/me/follows", other.who.pseudonym());
        paths.put("/me/notices", title);
        paths.put("/me/notices?before=", other.who.pseudonym());
        paths.put("/discussions/search?q=" + other.word, title);
        paths.put("/discussions/search?q=" + other.who.pseudonym().substring(4), person);
        paths.put("/discussions/search?in=" + space.slug() + "&q=" + other.word, title);
        paths.put("/search?q=" + other.word, "/messages/" + message);
        paths.put("/messages/" + message, title);
        paths.put("/", "Texte " + other.word);
        paths.put(person, title);
        paths.put("/questions", title);
        paths.put("/questions/similar?q=titre+" + other.word, title);
        paths.put(space.path(), title);
        paths.put("/tags/" + tag, title);
        paths.put(other.question.path(), title);
        paths.put("/contributions/" + other.question.id() + "/history", "Texte " + other.word);
        paths.put("/me/direct/to/" + other.answer.id(), other.who.pseudonym());
        return paths;
    }

    @Test
    void showNothingOfEachOtherAnywhere() {
        for (Side[] two : new Side[][] {{awa, bijou}, {bijou, awa}}) {
            paths(two[1])
                    .forEach(
                            (path, sign) ->
                                    assertThat(await(two[0].visitor, path, sign))
                                            .as(path + " before")
                                            .contains(sign));
        }
        assertThat(awa.visitor.get("/search?q=" + tag).text()).contains("2 messages");
        String form = "/me/direct/to/" + bijou.answer.id();
        String pair = awa.visitor.post(form, "words", "Bonjour").location().orElseThrow();
        awa.visitor.post("/contributions/" + bijou.answer.id() + "/block");
        awa.visitor.get("/me/blocks");

        List<String> leaks = new ArrayList<>();
        for (Side[] two : new Side[][] {{awa, bijou}, {bijou, awa}}) {
            paths(two[1])
                    .forEach(
                            (path, sign) -> {
                                if (two[0].visitor.get(path).text().contains(sign)) {
                                    leaks.add(path + " by " + (two[0] == awa ? "awa" : "bijou"));
                                }
                            });
            assertThat(two[0].visitor.get("/me/notices").text())
                    .as("what somebody else answered them")
                    .contains("<span class=\"count\">1</span>");
            assertThat(two[0].visitor.get("/search?q=" + tag).text())
                    .contains("1 message")
                    .doesNotContain("2 messages");
            two[0].visitor.get(pair);
            assertThat(two[0].visitor.post(pair, "words", "Encore").status()).isEqualTo(403);
        }
        assertThat(leaks).isEmpty();
        assertThat(Visitor.at(port).get("/messages/" + message(bijou)).text())
                .as("a stranger")
                .contains("Titre " + bijou.word);
    }

    private MessageId message(Side side) {
        return MessageId.of(space.id().channel(), side.question.path());
    }

    /** Some of it is made by followers of the log. */
    private static String await(Visitor visitor, String path, String sign) {
        Instant patience = Instant.now().plus(Duration.ofSeconds(20));
        String text = visitor.get(path).text();
        while (!text.contains(sign) && Instant.now().isBefore(patience)) {
            text = visitor.get(path).text();
        }
        return text;
    }
}
