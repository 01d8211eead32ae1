package org.lisolo.server.community.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.Writer;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was said here reads on the home page as in its discussion, and leads there. */
@ServerTest
class HomeSaidTest {
    @Autowired Village village;
    @LocalServerPort int port;

    @Test
    void leadsToTheDiscussionAndHidesWhatAWarningStandsBefore() {
        Space space = village.openSpace(village.citizen());
        Writer writer = new Writer(village.citizen().at(port));
        String plain =
                writer.ask(space, "Une névralgie", "> D’un autre\n\nDepuis **trois** semaines.");
        String warned =
                writer.open(space, "talk", "Un récit", "Des mots durs", "warning", "Un décès");
        String answer = writer.answer(warned, "Suite dure", "warning", "Un deuil");
        Visitor.Page home = Visitor.at(port).get("/");
        assertThat(home.text())
                .contains("Une névralgie", "Depuis trois semaines.", "Un décès", "Un deuil")
                .doesNotContain("Des mots durs", "Suite dure", "D’un autre");
        assertThat(home.body())
                .contains(
                        "href=\"" + plain + "\"",
                        "href=\"" + warned + "\"",
                        "href=\"/contributions/" + answer + "\"");
    }
}
