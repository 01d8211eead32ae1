package org.lisolo.server.community.notices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.Talk;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.community.spaces.Standing;
import org.lisolo.server.people.EmailAddress;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.Postbox;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** What people are told of, on the page and by letter. */
@ServerTest
class NoticesTest {
    @Autowired Village village;
    @Autowired Spaces spaces;
    @Autowired JdbcClient jdbc;
    @Autowired Postbox postbox;
    @Autowired Digests digests;
    @LocalServerPort int port;

    final String word = "Sujet " + UUID.randomUUID();

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

    private static void eventually(String what, BooleanSupplier holds) {
        Instant patience = Instant.now().plus(Duration.ofSeconds(20));
        while (!holds.getAsBoolean() && Instant.now().isBefore(patience)) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        assertThat(holds.getAsBoolean()).as(what).isTrue();
    }

    private long notices(Citizen of) {
        return jdbc.sql("select count(*) from community.notice where account = ?")
                .param(of.account().value())
                .query(Long.class)
                .single();
    }

    @Test
    void tellsOfAnAnswerUntilItIsSeen() {
        assertThat(visitor.get("/me/notices").text()).contains("Aucun avis");
        Discussion question = village.question(space, awa, word, "Je tousse.");
        village.answer(space, bijou, question, "Depuis quand");
        eventually("a notice", () -> notices(awa) == 1);
        var page = visitor.get("/me/notices");
        assertThat(page.text())
                .contains("Réponse à vous")
                .contains(word)
                .contains(bijou.pseudonym())
                .contains("<span class=\"count\">1</span>");
        assertThat(notices(bijou)).as("of their own words nobody is told").isZero();
        String newest = page.body().replaceAll("(?s).*name=\"newest\" value=\"([^\"]+)\".*", "$1");
        assertThat(visitor.follow(visitor.post("/me/notices/seen", "newest", newest)).text())
                .contains(word)
                .doesNotContain("class=\"count\"");
    }

    @Test
    void tellsOfWhatIsFollowedAndNoMoreAfterwards() {
        visitor.get("/me");
        visitor.post("/follow", "kind", "person", "of", bijou.account().toString());
        Discussion question = village.question(space, bijou, word, "Je tousse.");
        eventually("of a person", () -> notices(awa) == 1);
        visitor.post("/follow", "kind", "discussion", "of", question.id().toString());
        Citizen other = village.citizen();
        village.answer(space, other, question, "Moi aussi");
        eventually("of a discussion", () -> notices(awa) == 2);
        visitor.post("/unfollow", "kind", "discussion", "of", question.id().toString());
        village.answer(space, other, question, "Encore moi");
        Discussion own = village.question(space, awa, "Ma question", "Un texte");
        village.answer(space, other, own, "Une réponse");
        eventually("in order, so that the one before is past", () -> notices(awa) == 3);
    }

    @Test
    void tellsWhoIsNamedInADiscussionInWhichTheySpeak() {
        Citizen asker = village.citizen();
        Discussion question = village.question(space, asker, word, "Je tousse.");
        village.answer(space, awa, question, "Moi aussi");
        village.answer(space, bijou, question, "Comme le dit @" + awa.pseudonym() + ", oui");
        eventually("named", () -> notices(awa) == 1);
        assertThat(visitor.get("/me/notices").text())
                .contains("On vous nomme")
                .contains(word)
                .contains(bijou.pseudonym());
        Citizen silent = village.citizen();
        village.answer(space, bijou, question, "Et @" + silent.pseudonym() + " qui ne parle pas");
        awaitAllThatWasWritten();
        assertThat(notices(silent)).as("who does not speak there").isZero();
        assertThat(notices(bijou)).as("who answers").isZero();
    }

    @Test
    void tellsOfNobodyWhomTheyFollowUnderASecondName() {
        visitor.get("/me");
        visitor.post("/follow", "kind", "person", "of", bijou.account().toString());
        jdbc.sql(
                        """
                        insert into people.membership (account, organisation, roles, since)
                        values (?, ?, '{READER}', now())
                        """)
                .params(bijou.account().value(), village.hospital().id().value())
                .update();
        village.question(space, bijou, word, "Un texte");
        awaitAllThatWasWritten();
        assertThat(notices(awa)).isZero();
    }

    /** Notices are made in order: once there is one of this, there is every one of before. */
    private void awaitAllThatWasWritten() {
        Citizen last = village.citizen();
        Discussion own = village.question(space, last, "Ma question", "Un texte");
        village.answer(space, village.citizen(), own, "Une réponse");
        eventually("the last", () -> notices(last) == 1);
    }

    @Test
    void tellsNobodyBehindAnAliasThatItWasNamed() {
        Discussion question = village.question(space, village.citizen(), word, "Je tousse.");
        Talk.answer(visitor, question.path(), "Moi aussi", "/aliased");
        String alias =
                Talk.find("<strong>(?!<a)([^<]+)</strong>", Visitor.at(port).get(question.path()));
        village.answer(space, bijou, question, "Comme le dit @" + alias + ", oui");
        awaitAllThatWasWritten();
        assertThat(notices(awa)).isZero();
    }

    @Test
    void tellsNobodyThatSomebodyWhomTheyBlockedNamesThem() {
        Discussion question = village.question(space, village.citizen(), word, "Je tousse.");
        village.answer(space, awa, question, "Moi aussi");
        var said = village.answer(space, bijou, question, "Moi non");
        visitor.get("/contributions/" + said.id() + "/report");
        visitor.post("/contributions/" + said.id() + "/block");
        village.answer(space, bijou, question, "Comme le dit @" + awa.pseudonym());
        awaitAllThatWasWritten();
        assertThat(notices(awa)).isZero();
    }

    @Test
    void tellsNobodyOutsideThatTheyAreNamed() {
        Space closed = village.closedSpace(bijou);
        spaces.stand(closed.id(), awa.account(), Standing.MEMBER);
        Discussion question = village.question(closed, bijou, word, "Un texte");
        village.answer(closed, awa, question, "Une réponse");
        spaces.stand(closed.id(), awa.account(), Standing.EXCLUDED);
        village.answer(closed, bijou, question, "Comme le disait @" + awa.pseudonym());
        awaitAllThatWasWritten();
        assertThat(notices(awa)).isZero();
    }

    @Test
    void tellsOfASpaceAsMuchAsIsWished() {
        visitor.get(space.path());
        visitor.post(space.path() + "/join");
        assertThat(visitor.get("/me/notices/settings").text()).contains(space.name());
        String setting = "/me/notices/settings/" + space.slug();
        visitor.post(setting, "level", "ALL");
        village.question(space, bijou, word, "Un texte");
        eventually("all", () -> notices(awa) == 1);
        visitor.post(setting, "level", "NONE");
        Discussion own = village.question(space, awa, "Ma question", "Un texte");
        village.answer(space, bijou, own, "Une réponse");
        Space elsewhere = village.openSpace(bijou);
        Discussion there = village.question(elsewhere, awa, "Ailleurs", "Un texte");
        village.answer(elsewhere, bijou, there, "Une réponse ailleurs");
        eventually("nothing of that space, the rest of others", () -> notices(awa) == 2);
        assertThat(visitor.get("/me/notices").text())
                .contains("Ailleurs")
                .doesNotContain("Ma question");
    }

    @Test
    void tellsNobodyWhoIsNoLongerInside() {
        Space closed = village.closedSpace(bijou);
        spaces.stand(closed.id(), awa.account(), Standing.MEMBER);
        Discussion question = village.question(closed, awa, word, "Un texte");
        village.answer(closed, bijou, question, "Une réponse");
        eventually("inside", () -> notices(awa) == 1);
        assertThat(visitor.get("/me/notices").text()).contains(word);
        spaces.stand(closed.id(), awa.account(), Standing.EXCLUDED);
        assertThat(visitor.get("/me/notices").text())
                .doesNotContain(word)
                .doesNotContain("class=\"count\"");
        village.answer(closed, bijou, question, "Une autre réponse");
        Discussion own = village.question(space, awa, "Ma question", "Un texte");
        village.answer(space, bijou, own, "Une réponse");
        eventually("outside", () -> notices(awa) == 2);
        assertThat(visitor.get("/").text()).doesNotContain(word);
    }

    @Test
    void writesALetterThatTellsNothing() {
        var address = new EmailAddress(awa.email());
        visitor.get("/me/notices/settings");
        visitor.post(
                "/me/notices/settings",
                "digest",
                "DAILY",
                "from",
                "7",
                "until",
                "7",
                "zone",
                "Africa/Kinshasa");
        Discussion question = village.question(space, awa, word, "Je tousse.");
        village.answer(space, bijou, question, "Réponse de " + word);
        village.answer(space, bijou, question, "Autre réponse de " + word);
        eventually("two notices", () -> notices(awa) == 2);
        int before = postbox.to(address).size();
        digests.round();
        assertThat(postbox.to(address)).as("not before a day is over").hasSize(before);
        jdbc.sql("update community.notice_setting set due_at = now() where account = ?")
                .param(awa.account().value())
                .update();
        digests.round();
        Postbox.Received letter = postbox.await(address, before + 1);
        assertThat(letter.subject() + letter.body())
                .contains("Il y a 2 nouvelles dans vos discussions")
                .contains("/me/notices")
                .doesNotContain(word)
                .doesNotContain(space.name())
                .doesNotContain(bijou.pseudonym());
        digests.round();
        assertThat(postbox.to(address)).as("once").hasSize(before + 1);
    }

    @Test
    void disturbsNobodyInTheirQuietHours() {
        var address = new EmailAddress(awa.email());
        int hour = Instant.now().atZone(ZoneId.of("Africa/Kinshasa")).getHour();
        visitor.get("/me/notices/settings");
        visitor.post(
                "/me/notices/settings",
                "digest",
                "DAILY",
                "from",
                String.valueOf(hour),
                "until",
                String.valueOf((hour + 2) % 24),
                "zone",
                "Africa/Kinshasa");
        Discussion question = village.question(space, awa, word, "Je tousse.");
        village.answer(space, bijou, question, "Une réponse");
        eventually("a notice", () -> notices(awa) == 1);
        jdbc.sql("update community.notice_setting set due_at = now() where account = ?")
                .param(awa.account().value())
                .update();
        int before = postbox.to(address).size();
        digests.round();
        assertThat(postbox.to(address)).hasSize(before);
        assertThat(
                        jdbc.sql(
                                        "select due_at > now() from community.notice_setting where"
                                                + " account = ?")
                                .param(awa.account().value())
                                .query(Boolean.class)
                                .single())
                .as("it waits for their end")
                .isTrue();
    }
}
