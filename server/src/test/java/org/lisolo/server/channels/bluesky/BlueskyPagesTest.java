package org.lisolo.server.channels.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.channels.Networks;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How a channel is connected, and by whom it is not. */
@ServerTest
class BlueskyPagesTest {
    private static final String SECRET = "abcd-efgh-ijkl-mnop";

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Channels channels;
    @Autowired Networks networks;

    private String path(Hospital hospital) {
        Channel channel =
                channels.open(hospital.id(), "Bluesky", ChannelKind.BLUESKY, Visibility.PUBLIC);
        return "/work/channels/" + channel.id() + "/bluesky";
    }

    @Test
    void anAddressInsideIsNeverAskedAndThePasswordIsNotShownAgain() {
        Hospital hospital = Hospital.open(organisations, accounts);
        String path = path(hospital);
        Visitor admin = hospital.staff().get(Role.ADMIN).at(port);
        admin.get(path);
        for (String inside :
                new String[] {
                    "http://127.0.0.1:" + port,
                    "https://localhost",
                    "https://169.254.169.254",
                    "https://u:p@a.example",
                    "ftp://a.example"
                }) {
            Visitor.Page refused =
                    admin.post(
                            path,
                            "handle",
                            "hopital.example",
                            "password",
                            SECRET,
                            "service",
                            inside);
            assertThat(refused.status()).as(inside).isEqualTo(422);
            assertThat(refused.text())
                    .contains("Indiquez l’adresse d’un serveur public")
                    .doesNotContain(SECRET);
            assertThat(refused.body()).contains("hopital.example").doesNotContain(SECRET);
        }
        assertThat(networks.mouths(hospital.id())).isEmpty();
    }

    @Test
    void whatIsMissingIsToldAtItsField() {
        Hospital hospital = Hospital.open(organisations, accounts);
        String path = path(hospital);
        Visitor admin = hospital.staff().get(Role.ADMIN).at(port);
        admin.get(path);
        assertThat(admin.post(path, "password", SECRET).text())
                .contains("Indiquez le nom du compte");
        assertThat(admin.post(path, "handle", "hopital.example").text())
                .contains("Indiquez le mot de passe d’application");
    }

    @Test
    void isNobodysButTheOrganisationsAdministrators() {
        Hospital hospital = Hospital.open(organisations, accounts);
        String path = path(hospital);
        Hospital other = Hospital.open(organisations, accounts);
        Visitor stranger = other.staff().get(Role.ADMIN).at(port);
        assertThat(stranger.get(path).status()).isEqualTo(404);
        Visitor writer = hospital.staff().get(Role.COMMUNICATOR).at(port);
        assertThat(writer.get(path).status()).isEqualTo(403);
    }
}
