package org.lisolo.server.community.following;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.Before;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.community.spaces.Standing;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Locale;
import java.util.UUID;

/** What is new of what somebody follows. */
@ServerTest
class TimelineTest {
    private static final int WRITTEN = 200_000;
    private static final int WRITERS = 20_000;
    private static final int TAGS = 2_000;

    @Autowired Village village;
    @Autowired Spaces spaces;
    @Autowired Readers readers;
    @Autowired Timeline timeline;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    final String word = UUID.randomUUID().toString();

    Citizen awa;
    Visitor visitor;
    Citizen bijou;
    Space space;

    @BeforeEach
    void arrive() {
        awa = village.citizen();
        visitor = awa.at(port);
        bijou = village.citizen();
        space = village.openSpace(bijou);
    }

    private void follow(String kind, Object what) {
        visitor.get("/me");
        assertThat(visitor.post("/follow", "kind", kind, "of", what.toString()).status())
                .isEqualTo(302);
    }

    @Test
    void showsWhatIsFollowedAsItWasWritten() {
        assertThat(visitor.get("/home").text()).contains("Vous ne suivez encore rien");
        follow("space", space.id());
        Discussion first = village.question(space, bijou, "Première " + word, "Un texte");
        village.question(space, bijou, "Seconde " + word, "Un texte");
        village.answer(space, village.citizen(), first, "Troisième " + word);
        village.question(village.openSpace(bijou), bijou, "Ailleurs " + word, "Un texte");
        String page = visitor.get("/home").text();
        assertThat(page).doesNotContain("Ailleurs " + word);
        assertThat(page.indexOf("Troisième " + word))
                .isPositive()
                .isLessThan(page.indexOf("Seconde " + word));
        assertThat(page.lastIndexOf("Première " + word))
                .isGreaterThan(page.indexOf("Seconde " + word));
        assertThat(visitor.get("/me/follows").text()).contains(space.name());
    }

    @Test
    void showsTheSpacesIntoWhichOneCame() {
        village.question(space, bijou, "Titre " + word, "Un texte");
        visitor.get(space.path());
        visitor.post(space.path() + "/join");
        assertThat(visitor.get("/home").text()).contains("Titre " + word);
        visitor.post("/unfollow", "kind", "space", "of", space.id().toString());
        assertThat(visitor.get("/home").text()).doesNotContain("Titre " + word);
        assertThat(visitor.get("/spaces").text()).as("a member still").contains("Vos espaces");
        follow("space", space.id());
        visitor.post(space.path() + "/leave");
        assertThat(visitor.get("/home").text()).contains("Vous ne suivez encore rien");
    }

    @Test
    void showsAClosedSpaceToWhomItsModeratorsTakeInAsLongAsTheyAreInside() {
        Space closed = village.closedSpace(bijou);
        village.question(closed, bijou, "Dedans " + word, "Un texte");
        spaces.stand(closed.id(), awa.account(), Standing.ASKED);
        assertThat(visitor.get("/home").text()).doesNotContain("Dedans " + word);
        Visitor moderator = bijou.at(port);
        moderator.get(closed.path() + "/members");
        String steps = closed.path() + "/members/" + awa.account();
        moderator.post(steps + "/take-in");
        assertThat(visitor.get("/home").text()).contains("Dedans " + word);
        moderator.post(steps + "/exclude");
        assertThat(visitor.get("/home").text()).doesNotContain("Dedans " + word);
        moderator.post(steps + "/readmit");
        assertThat(visitor.get("/home").text()).contains("Dedans " + word);
        visitor.get(closed.path());
        visitor.post(closed.path() + "/leave");
        assertThat(visitor.get("/home").text()).contains("Vous ne suivez encore rien");
        assertThat(visitor.get("/me/follows").text()).doesNotContain(closed.name());
    }

    @Test
    void goesOnFromWhereThePageEnded() {
        follow("space", space.id());
        for (int i = 0; i < 35; i++) {
            village.question(space, bijou, "Titre " + word + " n" + i + ".", "Un texte");
        }
        var first = visitor.get("/home");
        assertThat(first.text()).contains("n34.").contains("n5.").doesNotContain("n4.");
        String older = first.body().replaceAll("(?s).*href=\"(/home\\?before=[^\"]+)\".*", "$1");
        village.question(space, bijou, "Titre plus récent", "Un texte");
        assertThat(visitor.get(older).text()).contains("n4.").contains("n0.").doesNotContain("n5.");
    }

    @Test
    void followsNothingThatIsNotSeenAndShowsNothingAnyMore() {
        Space closed = village.closedSpace(bijou);
        Discussion inside = village.question(closed, bijou, "Dedans " + word, "Un texte");
        visitor.get("/me");
        for (String[] one :
                new String[][] {
                    {"space", closed.id().toString()},
                    {"discussion", inside.id().toString()},
                    {"person", UUID.randomUUID().toString()}
                }) {
            assertThat(visitor.post("/follow", "kind", one[0], "of", one[1]).status())
                    .as(one[0])
                    .isEqualTo(404);
        }
        follow("person", bijou.account());
        assertThat(visitor.get("/home").text()).doesNotContain("Dedans " + word);
        spaces.stand(closed.id(), awa.account(), Standing.MEMBER);
        assertThat(visitor.get("/home").text()).contains("Dedans " + word);
        follow("space", closed.id());
        spaces.stand(closed.id(), awa.account(), Standing.EXCLUDED);
        assertThat(visitor.get("/home").text()).doesNotContain("Dedans " + word);
        assertThat(visitor.get("/me/follows").text())
                .doesNotContain(closed.name())
                .contains("plus visible pour vous");
    }

    @Test
    void showsWhatBearsAFollowedTagWhereverItWasWritten() {
        String tag = "sujet" + word.replace("-", "");
        Space closed = village.closedSpace(bijou);
        Discussion question = village.question(space, bijou, "Avec " + word, "Un texte #" + tag);
        village.answer(space, village.citizen(), question, "Réponse sans " + word);
        village.question(space, bijou, "Sans " + word, "Un texte");
        village.question(closed, bijou, "Dedans " + word, "Un texte #" + tag);
        String page = "/tags/" + tag;
        assertThat(visitor.get(page).text()).contains("Suivre ce mot-clé");
        assertThat(Visitor.at(port).get(page).text()).doesNotContain("Suivre ce mot-clé");
        follow("tag", "#" + tag.toUpperCase(Locale.ROOT));
        assertThat(visitor.get(page).text()).contains("Ne plus suivre");
        assertThat(visitor.get("/me/follows").body()).contains("href=\"" + page + "\">#" + tag);
        showsTheTag();
        follow(awa, TimelineStore.FEW + 1);
        showsTheTag();
        spaces.stand(closed.id(), awa.account(), Standing.MEMBER);
        assertThat(visitor.get("/home").text()).contains("Dedans " + word);
        visitor.post("/unfollow", "kind", "tag", "of", tag);
        assertThat(visitor.get("/home").text()).doesNotContain(word);
    }

    private void showsTheTag() {
        assertThat(visitor.get("/home").text())
                .contains("Avec " + word)
                .doesNotContain("Réponse sans " + word)
                .doesNotContain("Sans " + word)
                .doesNotContain("Dedans " + word);
    }

    @Test
    void showsNoSecondNameOfWhomSomebodyFollows() {
        follow("person", bijou.account());
        village.question(space, bijou, "Titre " + word, "Un texte");
        assertThat(visitor.get("/home").text()).contains("Titre " + word);
        jdbc.sql(
                        """
                        insert into people.membership (account, organisation, roles, since)
                        values (?, ?, '{READER}', now())
                        """)
                .params(bijou.account().value(), village.hospital().id().value())
                .update();
        village.question(space, bijou, "Au travail " + word, "Un texte");
        assertThat(visitor.get("/home").text()).doesNotContain(word);
        assertThat(visitor.get("/me/follows").text()).doesNotContain(bijou.pseudonym());
        follow("space", space.id());
        assertThat(visitor.get("/home").text()).as("of the space").contains("Au travail " + word);
    }

    @Test
    void letsOneFollowADiscussionOnItsPage() {
        Discussion question = village.question(space, bijou, "Titre " + word, "Un texte");
        String button = "value=\"" + question.id() + "\"";
        assertThat(visitor.get(question.path()).text())
                .contains("Suivre cette discussion")
                .contains(button);
        follow("discussion", question.id());
        assertThat(visitor.get(question.path()).text()).contains("Ne plus suivre");
        assertThat(Visitor.at(port).get(question.path()).text())
                .doesNotContain("Suivre cette discussion");
    }

    @Test
    void costsAtMostTwiceAsMuchForAHundredTimesTheFollows() {
        UUID place = UUID.randomUUID();
        write(place);
        try {
            Citizen little = village.citizen();
            Citizen much = village.citizen();
            follow(little, 50);
            follow(much, 5_000);
            double few = cost(little);
            double many = cost(much);
            System.out.printf(
                    "a page of the timeline among %,d contributions: 50 follows %.2f ms, 5,000"
                            + " follows %.2f ms%n",
                    WRITTEN, few, many);
            // below a few milliseconds the rest of the machine is what is measured
            assertThat(many).isLessThanOrEqualTo(Math.max(2 * few, 5));
        } finally {
            jdbc.sql(
                            """
                            delete from community.tag t using community.contribution c
                             where c.id = t.contribution and c.space = ?
                            """)
                    .param(place)
                    .update();
            jdbc.sql("delete from community.contribution where space = ?").param(place).update();
        }
    }

    /**
     * By people who write as seldom as most do, each with a tag of many; ids in the order of time,
     * in the past hours.
     */
    private void write(UUID place) {
        jdbc.sql(
                        """
                        insert into community.contribution
                            (id, message, space, discussion, author, closed, at)
                        select (lpad(to_hex((extract(epoch from now()) * 1000)::bigint
                                             - (:written - n) * 20), 12, '0')
                                || '7' || lpad(to_hex(n % 4096), 3, '0')
                                || substr(md5(n::text), 17))::uuid,
                               gen_random_uuid(), :place, md5((n / 10)::text)::uuid,
                               md5('writer' || (n * 7919 % :writers))::uuid, false, now()
                          from generate_series(1, :written) n
                        """)
                .param("written", WRITTEN)
                .param("writers", WRITERS)
                .param("place", place)
                .update();
        jdbc.sql(
                        """
                        insert into community.tag (tag, contribution)
                        select 'mot' || row_number() over (order by id) % :tags, id
                          from community.contribution where space = :place
                        """)
                .param("tags", TAGS)
                .param("place", place)
                .update();
        jdbc.sql("analyze community.contribution").update();
        jdbc.sql("analyze community.tag").update();
    }

    private void follow(Citizen who, int people) {
        jdbc.sql(
                        """
                        insert into community.follow (account, kind, target, since)
                        select :account, 'PERSON', md5('writer' || n)::uuid, now()
                          from generate_series(1, :people) n
                        """)
                .param("account", who.account().value())
                .param("people", people)
                .update();
        jdbc.sql(
                        """
                        insert into community.follow (account, kind, tag, since)
                        select :account, 'TAG', 'mot' || n, now()
                          from generate_series(1, :tags) n
                        """)
                .param("account", who.account().value())
                .param("tags", people / 50)
                .update();
        jdbc.sql("analyze community.follow").update();
    }

    /** The best of many tries, in milliseconds. */
    private double cost(Citizen who) {
        Reader reader = readers.of(who.signedIn());
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 40; i++) {
            long began = System.nanoTime();
            var found = timeline.of(reader, Before.NOW, 30);
            best = Math.min(best, System.nanoTime() - began);
            assertThat(found.next()).isPresent();
        }
        return best / 1e6;
    }
}
