package org.lisolo.server.community.following;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.Talk;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.community.spaces.Standing;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.UUID;

/** The pages of people. */
@ServerTest
class ProfilesTest {
    @Autowired Village village;
    @Autowired Spaces spaces;
    @Autowired Contributions contributions;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    final String word = "Sujet " + UUID.randomUUID();

    Citizen awa;
    Citizen bijou;
    Space space;
    String page;
    Visitor stranger;

    @BeforeEach
    void arrive() {
        awa = village.citizen();
        bijou = village.citizen();
        space = village.openSpace(village.citizen());
        page = "/people/" + awa.account();
        stranger = Visitor.at(port);
    }

    @Test
    void showsWhatSomebodyWroteAndTheReaderMaySee() {
        Discussion question = village.question(space, awa, "Un " + word, "Texte **gras**");
        Discussion other = village.question(space, bijou, "Deux " + word, "Un texte");
        village.answer(space, awa, other, "Trois " + word);
        Space closed = village.closedSpace(bijou);
        spaces.stand(closed.id(), awa.account(), Standing.MEMBER);
        village.question(closed, awa, "Quatre " + word, "Un texte");
        Talk.ask(awa.at(port), space, "Cinq " + word, "/aliased");
        assertThat(stranger.get(question.path()).body()).contains("href=\"" + page + "\"");
        var seen = stranger.get(page);
        assertThat(seen.text())
                .contains(awa.pseudonym())
                .contains("Un " + word)
                .contains("Texte gras")
                .contains("Trois " + word)
                .doesNotContain("Quatre " + word)
                .doesNotContain("Cinq " + word)
                .contains("noindex");
        assertThat(bijou.at(port).get(page).text())
                .contains("Quatre " + word)
                .doesNotContain("Cinq " + word);
    }

    @Test
    void showsNothingThatWasTakenAway() {
        Discussion hidden = village.question(space, awa, "Caché " + word, "Un texte");
        Discussion deleted = village.question(space, awa, "Retiré " + word, "Un texte");
        village.question(space, awa, "Resté " + word, "Un texte");
        contributions.hide(contributions.find(hidden.id()).orElseThrow());
        Visitor author = awa.at(port);
        author.get(deleted.path());
        author.post("/contributions/" + deleted.id() + "/delete");
        assertThat(stranger.get(page).text())
                .contains("Resté " + word)
                .doesNotContain("Caché " + word)
                .doesNotContain("Retiré " + word);
    }

    @Test
    void foldsWhatMayBeHardToRead() {
        Visitor author = awa.at(port);
        String form = space.path() + "/new/talk";
        author.post(
                form,
                "id",
                Talk.find("name=\"id\" value=\"([^\"]+)\"", author.get(form)),
                "title",
                word,
                "text",
                "Ce qui est dur",
                "warning",
                "deuil",
                "language",
                "fr");
        assertThat(stranger.get(page).text())
                .contains(word)
                .contains("Attention : deuil")
                .doesNotContain("Ce qui est dur");
    }

    @Test
    void isNotThereForWhoWroteNothingThatTheReaderSees() {
        assertThat(stranger.get(page).status()).isEqualTo(404);
        Space closed = village.closedSpace(bijou);
        spaces.stand(closed.id(), awa.account(), Standing.MEMBER);
        village.question(closed, awa, word, "Un texte");
        for (String path : new String[] {page, page + "?before=" + new UUID(-1, -2)}) {
            assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
            assertThat(stranger.get(path).body()).as(path).doesNotContain(awa.pseudonym());
        }
        assertThat(bijou.at(port).get(page).text()).contains(awa.pseudonym()).contains(word);
    }

    @Test
    void showsAVerifiedProfessionalBeforeTheyWriteAnything() {
        Hospital hospital = village.hospital();
        var doctor = hospital.staff().get(Role.PROFESSIONAL);
        var seen = stranger.get("/people/" + doctor.account());
        assertThat(seen.text())
                .contains(doctor.name())
                .contains("Médecin")
                .contains("vérifié")
                .contains(hospital.name())
                .contains("Rien que vous puissiez lire");
        assertThat(seen.body()).contains("rel=\"canonical\"").doesNotContain("noindex");
    }

    @Test
    void putsNoTwoNamesSideBySide() {
        Discussion question = village.question(space, awa, word, "Un texte");
        Hospital hospital = village.hospital();
        jdbc.sql(
                        """
                        insert into people.membership (account, organisation, roles, since)
                        values (?, ?, '{READER}', now())
                        """)
                .params(awa.account().value(), hospital.id().value())
                .update();
        assertThat(stranger.get(page).status()).isEqualTo(404);
        assertThat(stranger.get(question.path()).body())
                .contains(awa.pseudonym())
                .doesNotContain(page);
        jdbc.sql("delete from people.membership where account = ?")
                .param(awa.account().value())
                .update();
        assertThat(stranger.get(page).text()).contains(word);
        String other = "Zoé " + UUID.randomUUID();
        jdbc.sql("update people.account set pseudonym = ? where id = ?")
                .params(other, awa.account().value())
                .update();
        assertThat(stranger.get(page).status()).as("under a name of before").isEqualTo(404);
        assertThat(stranger.get(question.path()).body()).doesNotContain(page);
    }

    @Test
    void goesOnFromWhereThePageEnded() {
        for (int i = 0; i < 23; i++) {
            village.question(space, awa, word + " n" + i + ".", "Un texte");
        }
        var first = stranger.get(page);
        assertThat(first.text()).contains("n22.").contains("n3.").doesNotContain("n2.");
        String older = Talk.find("rel=\"next\" href=\"([^\"]+)\"", first);
        assertThat(stranger.get(older).text()).contains("n2.").contains("n0.");
    }

    @Test
    void letsOneFollowWriteToAndBlock() {
        Discussion asked = village.question(space, bijou, "Une question", "Un texte");
        village.answer(space, awa, asked, "Une réponse");
        Discussion question = village.question(space, awa, word, "Un texte");
        Visitor reader = bijou.at(port);
        assertThat(reader.get(page).body())
                .contains("Suivre cette personne")
                .contains("/me/direct/to/" + question.id())
                .contains("/contributions/" + question.id() + "/block");
        String follow =
                reader.post(
                                "/follow",
                                "kind",
                                "person",
                                "of",
                                awa.account().toString(),
                                "back",
                                page)
                        .location()
                        .orElseThrow();
        assertThat(reader.get(follow).text()).contains("Ne plus suivre");
        assertThat(reader.get("/me/follows").body())
                .contains("href=\"" + page + "\">" + awa.pseudonym());
        assertThat(awa.at(port).get(page).body())
                .as("one's own")
                .doesNotContain("Suivre cette personne")
                .doesNotContain("/block");
        reader.get(page);
        reader.post("/contributions/" + question.id() + "/block");
        assertThat(reader.get(page).status()).isEqualTo(404);
        assertThat(reader.get("/me/follows").text()).doesNotContain(awa.pseudonym());
        assertThat(stranger.get(page).text()).doesNotContain("Suivre cette personne");
    }
}
