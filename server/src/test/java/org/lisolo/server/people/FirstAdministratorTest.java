package org.lisolo.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server of its own, as it must be the first time that anybody comes. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class FirstAdministratorTest {
    @LocalServerPort int port;
    @Autowired Invitations invitations;
    @Autowired FirstAdministrator firstAdministrator;

    @Test
    void comesInByTheLinkAtTheConsoleAndNobodyAfter(CapturedOutput output) {
        firstAdministrator.printLink();
        String earlier = token(output);
        firstAdministrator.printLink();
        String token = token(output);
        assertThat(Visitor.at(port).get("/welcome?link=" + earlier).status()).isEqualTo(410);

        var visitor = Visitor.at(port);
        assertThat(visitor.get("/welcome?link=" + token).text()).contains("Ouvrir Lisolo");
        assertThat(found(visitor, token, "").text()).contains("Écrivez le nom de l’organisation");
        var done = found(visitor, token, "Hôpital du Fleuve");
        assertThat(done.location()).contains("/account/second-factor");
        assertThat(visitor.follow(done).text())
                .contains(
                        "Bienvenue, Mbuyi Joséphine. Votre compte est prêt.", "Hôpital du Fleuve");
        assertThat(visitor.get("/work/people").location()).contains("/account/second-factor");
        visitor.setUpSecondFactor();
        assertThat(visitor.get("/work/people").status()).isEqualTo(200);

        assertThat(visitor.get("/work/platform").text())
                .as("whoever opens the place looks after it")
                .contains("Hôpital du Fleuve");

        assertThat(found(visitor, token, "Another").status()).isEqualTo(410);
        assertThat(invitations.forFirstAdministrator()).isEmpty();
    }

    /** The one printed last. */
    private String token(CapturedOutput output) {
        Matcher link =
                Pattern.compile("http://localhost:" + port + "/welcome\\?link=(\\S+)")
                        .matcher(output.getOut());
        String token = "";
        while (link.find()) {
            token = link.group(1);
        }
        assertThat(token).isNotEmpty();
        return token;
    }

    private static Visitor.Page found(Visitor visitor, String token, String organisation) {
        return visitor.post(
                "/welcome",
                "link",
                token,
                "organisation",
                organisation,
                "zone",
                "Africa/Lubumbashi",
                "name",
                "Mbuyi Joséphine",
                "email",
                "josephine@fleuve.example",
                "password",
                "tambour baobab rivière");
    }
}
