package org.lisolo.server.community.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Contributions;
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

import java.util.Optional;

@ServerTest
class LogOfAllSpacesTest {
    @Autowired Village village;
    @Autowired Contributions contributions;
    @Autowired Decisions decisions;
    @Autowired Spaces spaces;
    @LocalServerPort int port;

    Citizen author;
    Citizen chief;
    Space open;
    Space closed;

    @BeforeEach
    void decideInTwoSpaces() {
        author = village.citizen();
        chief = village.citizen();
        open = village.openSpace(chief);
        closed = village.closedSpace(chief);
        spaces.stand(closed.id(), author.account(), Standing.MEMBER);
        decide(open);
        decide(closed);
    }

    private void decide(Space space) {
        Discussion about = village.question(space, author, "Une question", "Un texte");
        Contribution one = contributions.find(about.id()).orElseThrow();
        contributions.hide(one);
        decisions.about(
                one,
                Decision.Kind.HIDE,
                new Grounds(Reason.ADVERT, "Une annonce.", chief.account(), Optional.empty()));
    }

    @Test
    void tellsStrangersOfOpenSpacesAndThoseInsideOfTheirsToo() {
        for (Visitor outside : new Visitor[] {Visitor.at(port), village.citizen().at(port)}) {
            assertThat(outside.get(open.path() + "/log").body())
                    .contains("href=\"/moderation/log\"");
            var page = outside.get("/moderation/log");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text())
                    .contains(open.name(), "Retiré", "Publicité")
                    .doesNotContain(closed.name());
        }
        assertThat(author.at(port).get("/moderation/log").text())
                .contains(open.name(), closed.name());
    }

    @Test
    void namesNobodyAndQuotesNothing() {
        assertThat(author.at(port).get("/moderation/log").body())
                .doesNotContain("Une annonce.")
                .doesNotContain("Un texte")
                .doesNotContain(chief.pseudonym())
                .doesNotContain(author.account().toString())
                .doesNotContain("/questions/");
    }

    @Test
    void goesOnByPages() {
        for (int i = 0; i < 50; i++) {
            decide(open);
        }
        Visitor stranger = Visitor.at(port);
        assertThat(stranger.get("/moderation/log").body()).contains("/moderation/log?from=50");
        var older = stranger.get("/moderation/log?from=50");
        assertThat(older.body()).contains("href=\"/moderation/log?from=0\"");
        assertThat(older.text()).contains("Retiré");
    }
}
