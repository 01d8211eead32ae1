package org.lisolo.server.channels.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.Network;
import org.lisolo.server.channels.NetworkContract;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class SiteNetworkTest extends NetworkContract {
    @LocalServerPort int port;
    @Autowired SiteNetwork site;
    @Autowired Sites sites;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;

    private Hospital hospital;
    private Channel channel;

    @BeforeEach
    void openASite() {
        hospital = Hospital.open(organisations, accounts);
        channel = sites.of(hospital.id());
    }

    @Override
    protected Network network() {
        return site;
    }

    @Override
    protected Channel channel() {
        return channel;
    }

    @Test
    void thereIsOneForEachOrganisation() {
        assertThat(sites.of(hospital.id())).isEqualTo(channel);
    }

    @Test
    void nothingComesInFromOutsideAsThatWouldBeAWayAroundTheGate() {
        Visitor admin = hospital.admin().at(port);
        admin.get("/account");
        String path = "/work/channels/" + channel.id();
        assertThat(admin.get(path).text()).doesNotContain("name=\"days\"");
        Visitor.Page made = admin.post(path + "/tokens", "name", "programme", "days", "30");
        assertThat(made.text()).contains("il n’a pas de jetons").doesNotContain("lisolo_");
        admin.get("/work/channels/new");
        assertThat(
                        admin.post(
                                        "/work/channels/new",
                                        "name",
                                        "Un second site",
                                        "kind",
                                        "site",
                                        "visibility",
                                        "PUBLIC")
                                .text())
                .contains("Choisissez un réseau de la liste");
        assertThat(admin.get("/work/import").body()).doesNotContain(channel.id().toString());
    }
}
