package org.lisolo.server.community.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.Writer;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.community.spaces.Standing;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.server.testing.WholeDatabase;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;

/** Authors say otherwise what waits, and nobody decides on words that they have not read. */
@ServerTest
class HeldAnewTest {
    @Autowired Village village;
    @Autowired Limits limits;
    @Autowired Spaces spaces;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    private final String before = "zm" + UUID.randomUUID().toString().replace("-", "");
    private final String after = "zn" + UUID.randomUUID().toString().replace("-", "");

    Citizen author;
    Citizen chief;
    Space space;
    Visitor visitor;
    Visitor moderator;
    Visitor stranger;

    @BeforeEach
    void openASpaceThatReadsFirst() {
        author = village.citizen();
        chief = village.citizen();
        space = village.openSpace(chief);
        limits.set(space.id(), new SpaceLimits(true, false, 0, ""));
        visitor = author.at(port);
        moderator = chief.at(port);
        moderator.get("/moderation");
        stranger = Visitor.at(port);
    }

    /** The id of a talk that waits. */
    private String talk() {
        String form = space.path() + "/new/talk";
        String id = Writer.id(visitor.get(form));
        visitor.post(form, "id", id, "title", "Mes jours", "text", before, "language", "fr");
        return id;
    }

    private static String waiting(String id) {
        return "/contributions/" + id + "/waiting";
    }

    private static String held(String id) {
        return "/moderation/held/" + id;
    }

    private Visitor.Page edit(String id, String text) {
        return visitor.post(
                waiting(id) + "/edit", "title", "Mes nuits", "text", text, "language", "fr");
    }

    private Visitor.Page let(String id, int version) {
        return moderator.post(held(id) + "/let", "version", Integer.toString(version));
    }

    @Test
    void putsTheirNewWordsInThePlaceOfTheOld() {
        String id = talk();
        assertThat(visitor.get(waiting(id)).body()).contains(waiting(id) + "/edit");
        var form = visitor.get(waiting(id) + "/edit");
        assertThat(form.body())
                .contains("value=\"Mes jours\"")
                .containsPattern("<textarea[^>]*>" + before + "</textarea>");
        assertThat(form.text()).contains("Revenir au texte qui attend");
        var refused = visitor.post(waiting(id) + "/edit", "title", " ", "text", after);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains(after);

        assertThat(edit(id, after).location()).contains(waiting(id));
        assertThat(visitor.get(waiting(id)).text())
                .contains("Votre texte attend toujours une relecture.", "Mes nuits", after)
                .doesNotContain(before);
        assertThat(visitor.get(space.path()).text()).contains(after).doesNotContain(before);
        assertThat(moderator.get(held(id)).text())
                .contains("Mes nuits", after)
                .doesNotContain("Mes jours", before);
        assertThat(stranger.get(space.path()).text()).doesNotContain(after);
        assertThat(new WholeDatabase(jdbc).holds(after)).isFalse();
        assertThat(let(id, 2).status()).isEqualTo(302);
        assertThat(stranger.get("/talks/" + id).text()).contains("Mes nuits", after);
    }

    @Test
    void decidesOnNothingThatWasNotRead() {
        String id = talk();
        assertThat(moderator.get(held(id)).body()).contains("name=\"version\" value=\"1\"");
        edit(id, after);
        var unread = let(id, 1);
        assertThat(unread.status()).isEqualTo(409);
        assertThat(unread.text()).contains("L’auteur a changé ce texte depuis", after);
        assertThat(unread.body()).contains("name=\"version\" value=\"2\"");
        String[] reason = {"version", "1", "why", "false", "words", "Sans source."};
        var refused = moderator.post(held(id) + "/refuse", reason);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains(after, "Sans source.");
        assertThat(stranger.get("/talks/" + id).status()).isEqualTo(404);
        assertThat(let(id, 2).status()).isEqualTo(302);
        assertThat(stranger.get("/talks/" + id).text()).contains(after);
    }

    @Test
    void letsNoNewWordsThroughWithTheOldHoweverCloseTheyCome() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 6; round++) {
                author = village.citizen();
                visitor = author.at(port);
                String id = talk();
                moderator.get(held(id));
                var edited = threads.submit(() -> edit(id, after).status());
                var let = threads.submit(() -> let(id, 1).status());
                assertThat(List.of(edited.get(), let.get()))
                        .isIn(List.of(302, 409), List.of(404, 302));
                assertThat(stranger.get("/talks/" + id).text()).doesNotContain(after);
            }
        }
    }

    @Test
    void isForTheirAuthorAlone() {
        String id = talk();
        Visitor other = village.citizen().at(port);
        other.get("/spaces");
        for (Visitor unable : new Visitor[] {other, moderator}) {
            assertThat(unable.get(waiting(id) + "/edit").status()).isEqualTo(404);
            assertThat(unable.post(waiting(id) + "/edit", "title", "Moi", "text", after).status())
                    .isEqualTo(404);
        }
        assertThat(stranger.get(waiting(id) + "/edit").location().orElse(""))
                .startsWith("/sign-in");
        assertThat(moderator.get(held(id)).text()).contains(before).doesNotContain(after);
    }

    @Test
    void isNotForWhoWasExcluded() {
        String id = talk();
        spaces.stand(space.id(), author.account(), Standing.EXCLUDED);
        assertThat(visitor.get(waiting(id) + "/edit").status()).isEqualTo(403);
        assertThat(edit(id, after).status()).isEqualTo(403);
        assertThat(moderator.get(held(id)).text()).contains(before).doesNotContain(after);
        assertThat(visitor.post(waiting(id) + "/take-back").status()).isEqualTo(302);
    }

    @Test
    void bringsBackNothingThatIsGoneOrDecided() {
        String gone = talk();
        visitor.post(waiting(gone) + "/take-back");
        String refused = talk();
        moderator.get(held(refused));
        moderator.post(
                held(refused) + "/refuse", "version", "1", "why", "false", "words", "Sans source.");
        String shown = talk();
        let(shown, 1);
        for (String id : List.of(gone, refused, shown)) {
            assertThat(visitor.get(waiting(id) + "/edit").status()).isEqualTo(404);
            assertThat(edit(id, after).status()).isEqualTo(404);
        }
        assertThat(stranger.get("/talks/" + shown).text()).contains(before).doesNotContain(after);
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from community.held
                                         where space = ? and refused_at is null
                                        """)
                                .param(space.id().value())
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void leadsToTheFormOfWhatStandsWhereSomethingWouldChangeIt() {
        String id = talk();
        let(id, 1);
        limits.add(space.id(), "Remèdes", "miracle");
        visitor.post("/contributions/" + id + "/edit", "title", "Mes", "text", "Un miracle");
        String change =
                jdbc.sql(
                                """
                                select id::text from community.held
                                 where space = ? and changes is not null
                                """)
                        .param(space.id().value())
                        .query(String.class)
                        .single();
        assertThat(visitor.get(waiting(change)).body()).contains("/contributions/" + id + "/edit");
        assertThat(visitor.get(waiting(change) + "/edit").status()).isEqualTo(404);
        assertThat(edit(change, after).status()).isEqualTo(404);

        String answer = Writer.id(visitor.get("/talks/" + id));
        visitor.post("/discussions/" + id + "/answers", "id", answer, "text", "Autre miracle");
        assertThat(visitor.get(waiting(answer) + "/edit").body())
                .contains("Autre miracle")
                .doesNotContain("name=\"title\"");
        visitor.post(waiting(answer) + "/edit", "text", after);
        assertThat(moderator.get(held(answer)).text()).contains(after);
    }
}
