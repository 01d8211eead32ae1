package org.lisolo.server.community.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.Before;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.Writer;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.community.spaces.Standing;
import org.lisolo.server.message.Erasure;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Search over what is public, and within a closed space by those inside. */
@ServerTest
class CommunitySearchTest {
    @Autowired Village village;
    @Autowired Spaces spaces;
    @Autowired FoundStore store;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    final String word = "zebu" + UUID.randomUUID().toString().replace("-", "");

    Citizen awa;
    Citizen bijou;

    @BeforeEach
    void arrive() {
        awa = village.citizen();
        bijou = village.citizen();
    }

    private static Visitor.Page await(Visitor visitor, String path, String sign) {
        Instant patience = Instant.now().plus(Duration.ofSeconds(20));
        Visitor.Page page = visitor.get(path);
        while (!page.text().contains(sign) && Instant.now().isBefore(patience)) {
            page = visitor.get(path);
        }
        assertThat(page.text()).contains(sign);
        return page;
    }

    @Test
    void findsWordsPeopleAndSpaces() {
        Space space = village.openSpace(bijou);
        Discussion question =
                village.question(space, awa, "Éruptions " + word, "Depuis trois jours.");
        Visitor stranger = Visitor.at(port);
        String path = "/discussions/search?q=eruption+" + word;
        assertThat(await(stranger, path, "Éruptions " + word).body()).contains(question.path());
        assertThat(stranger.get(path + "+absent").text()).contains("Rien trouvé");
        assertThat(stranger.get("/discussions/search?q=" + awa.pseudonym().substring(4)).text())
                .contains("Personnes")
                .contains(awa.pseudonym());
        assertThat(stranger.get("/discussions/search?q=" + space.slug()).text())
                .contains(space.name());
        assertThat(stranger.get(path + "&in=" + village.openSpace(bijou).slug()).text())
                .contains("Rien trouvé");
    }

    @Test
    void isFoundByTheOneSearchBoxToo() {
        Space space = village.openSpace(bijou);
        Discussion question =
                village.question(space, awa, "Éruptions " + word, "Depuis trois jours.");
        Space closed = village.closedSpace(bijou);
        Visitor stranger = Visitor.at(port);
        assertThat(await(stranger, "/search?q=eruption+" + word, question.path()).body())
                .contains("href=\"/discussions/search?q=eruption%20" + word + "\"");
        assertThat(stranger.get("/search?q=" + space.slug()).body())
                .contains("href=\"" + space.path() + "\"");
        assertThat(stranger.get("/search?q=" + awa.pseudonym().substring(4)).body())
                .contains("href=\"/people/" + awa.account() + "\"");
        assertThat(stranger.get("/search?q=" + closed.slug()).body())
                .doesNotContain(closed.path())
                .doesNotContain(closed.name());
    }

    /** Both lists of messages, what such a list leads to, and what search engines read. */
    @Test
    void showsTheWarningInsteadOfTheWordsBehindIt() {
        Space space = village.openSpace(bijou);
        Writer writer = new Writer(awa.at(port));
        String[] warning = {"warning", "Un décès", "told", "yes"};
        String opened =
                writer.open(space, "question", "Récit " + word, "Mots durs " + word, warning);
        writer.answer(opened, "Suite dure " + word, "warning", "Un deuil");
        Visitor stranger = Visitor.at(port);
        await(stranger, "/discussions/search?q=" + word, "Attention : Un deuil");
        for (String search : List.of("/discussions/search?q=", "/search?q=")) {
            assertThat(await(stranger, search + word, "Attention : Un décès").text())
                    .contains("Récit " + word, "Attention : Un deuil")
                    .doesNotContain("Mots durs", "Suite dure");
        }
        String found = stranger.get("/search?q=durs+" + word).body();
        String message = found.replaceAll("(?s).*href=\"(/messages/[^\"]+)\".*", "$1");
        assertThat(stranger.get(message).body())
                .containsSubsequence(
                        "Récit " + word, "<details class=\"warned\">", "Un décès", "Mots durs");
        assertThat(stranger.get(opened).body())
                .contains("\"text\":\"Un décès\"", "\"text\":\"Un deuil\"")
                .doesNotContain("\"text\":\"Mots durs");
    }

    @Test
    void pagesThroughWhatItFound() {
        Space space = village.openSpace(bijou);
        for (int i = 0; i < 23; i++) {
            village.question(space, awa, word + " n" + i + ".", "Un texte");
        }
        Visitor stranger = Visitor.at(port);
        String path = "/discussions/search?q=" + word;
        String page = await(stranger, path, "n22.").body();
        String older = page.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1");
        assertThat(stranger.get(older.replace("&amp;", "&")).text())
                .contains("n0.")
                .contains("n2.")
                .doesNotContain("n3.");
    }

    @Test
    void findsWhatIsOlderThanWhatIsReadOneAfterTheOther() {
        Space space = village.openSpace(bijou);
        List<String> titles = List.of(word + " n1.", word + " n2.", word + " n3.");
        titles.forEach(title -> village.question(space, awa, title, "Un texte"));
        Visitor stranger = Visitor.at(port);
        String path = "/discussions/search?q=" + word;
        await(stranger, path, "n3.");
        // newer ones, two stretches and a half of them with a word of their own
        UUID elsewhere = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into community.found (contribution, space, words, author)
                        select cast('ffff' || substr(cast(gen_random_uuid() as text), 5) as uuid),
                               :space, to_tsvector('simple', :words), to_tsvector('simple', '')
                          from generate_series(1, :times)
                        """)
                .param("space", elsewhere)
                .param("words", "often" + word)
                .param("times", FoundStore.STRETCH * 5 / 2)
                .update();
        try {
            for (String within : List.of(path, path + "&in=" + space.slug())) {
                String page = stranger.get(within).text();
                assertThat(page).containsSubsequence(titles.reversed());
            }
            Asked often = Asked.of("often" + word);
            assertThat(store.byWords(often, Optional.empty(), Before.NOW, 5)).isEmpty();
        } finally {
            jdbc.sql("delete from community.found where space = ?").param(elsewhere).update();
        }
    }

    @Test
    void searchesAClosedSpaceForThoseInside() {
        Space closed = village.closedSpace(bijou);
        spaces.stand(closed.id(), awa.account(), Standing.MEMBER);
        village.question(closed, awa, "Dedans " + word, "Un texte");
        Visitor inside = awa.at(port);
        assertThat(inside.get("/discussions/search?q=" + word + "&in=" + closed.slug()).text())
                .contains("Dedans " + word);
        assertThat(
                        Visitor.at(port)
                                .get("/discussions/search?q=" + word + "&in=" + closed.slug())
                                .status())
                .isEqualTo(404);
    }

    @Test
    void forgetsTheWordsOfWhatIsErased() {
        Space space = village.openSpace(bijou);
        Discussion question = village.question(space, awa, "Titre " + word, "Un texte.");
        Visitor stranger = Visitor.at(port);
        await(stranger, "/discussions/search?q=" + word, "Titre " + word);
        var message = MessageId.of(space.id().channel(), question.path());
        store.forget(new Erasure(List.of(), Set.of(message), Set.of()));
        assertThat(stranger.get("/discussions/search?q=" + word).text()).contains("Rien trouvé");
    }
}
