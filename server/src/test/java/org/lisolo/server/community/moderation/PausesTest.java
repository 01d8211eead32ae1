package org.lisolo.server.community.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.Writer;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.moderation.Decisions.Grounds;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.community.spaces.Standing;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.util.Optional;

/** Whoever is to pause, or was excluded, marks nothing either. */
@ServerTest
class PausesTest {
    @Autowired Village village;
    @Autowired Decisions decisions;
    @Autowired Spaces spaces;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    Citizen author;
    Citizen chief;
    Space space;
    Visitor visitor;
    Discussion question;
    Contribution answer;
    String talk;

    @BeforeEach
    void talk() {
        author = village.citizen();
        chief = village.citizen();
        space = village.openSpace(chief);
        visitor = author.at(port);
        question = village.question(space, author, "Une toux", "Depuis trois jours.");
        answer = village.answer(space, chief, question, "Depuis quand ?");
        talk =
                new Writer(chief.at(port))
                        .open(space, "talk", "Un sondage", "Votez.", "choices", "Oui\nNon");
    }

    private Visitor.Page react() {
        return visitor.post("/contributions/" + answer.id() + "/reactions", "kind", "thanks");
    }

    private Visitor.Page accept() {
        return visitor.post("/contributions/" + answer.id() + "/accept");
    }

    private Visitor.Page vote() {
        return visitor.post("/discussions/" + Writer.last(talk) + "/vote", "choice", "0");
    }

    private Visitor.Page join() {
        return visitor.post("/discussions/" + question.id() + "/duplicate", "original", "");
    }

    private void refuses(int status) {
        visitor.get("/spaces");
        for (Visitor.Page page : new Visitor.Page[] {react(), accept(), vote(), join()}) {
            assertThat(page.status()).isEqualTo(status);
        }
        assertThat(marks("reaction where contribution", answer.id().toString())).isZero();
        assertThat(marks("accepted where contribution", answer.id().toString())).isZero();
        assertThat(marks("vote where discussion", Writer.last(talk))).isZero();
    }

    private long marks(String rows, String of) {
        return jdbc.sql("select count(*) from community." + rows + " = cast(? as uuid)")
                .param(of)
                .query(Long.class)
                .single();
    }

    @Test
    void takesNoMarksOfWhoIsToPause() {
        decisions.measure(
                answer(),
                Decision.Kind.PAUSE,
                Duration.ofDays(7),
                new Grounds(Reason.INSULT, "Du calme.", chief.account(), Optional.empty()));
        refuses(409);
        assertThat(react().text()).contains("pause dans cet espace");
    }

    /** Something that whoever is to pause wrote. */
    private Contribution answer() {
        return village.answer(space, author, question, "Depuis lundi.");
    }

    @Test
    void takesNoMarksOfWhoWasExcluded() {
        spaces.stand(space.id(), author.account(), Standing.EXCLUDED);
        refuses(403);
    }

    @Test
    void takesThemOfEverybodyElse() {
        visitor.get("/spaces");
        for (Visitor.Page page : new Visitor.Page[] {react(), accept(), vote(), join()}) {
            assertThat(page.status()).as(page.text()).isEqualTo(302);
        }
    }
}
