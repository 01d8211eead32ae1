package org.lisolo.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lisolo.server.publishing.Newsroom.fields;

import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.FakeNetwork;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Links to their own pages tell where readers came from, where they asked for it. */
@ServerTest
class TaggedLinksTest {
    private static final String TEXT = "Voir https://h.example/a";

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired FakeNetwork network;

    private Visitor as(Hospital hospital, Role role) {
        Visitor visitor = hospital.staff().get(role).at(port);
        visitor.get("/account");
        return visitor;
    }

    @Test
    void nothingIsAddedUnaskedAndNeverOnOurOwnSite() {
        var hospital = Hospital.open(organisations, accounts);
        var channel = network.open(hospital.id()).id();
        Visitor writer = as(hospital, Role.COMMUNICATOR);
        writer.get("/work/posts");
        String post = writer.post("/work/posts").location().orElseThrow();
        String[] both = fields(writer, post, "text", TEXT, "to-" + channel, "on");
        assertThat(writer.post(post + "/check", both).text()).doesNotContain("utm_");

        Visitor admin = as(hospital, Role.ADMIN);
        admin.get("/work/posts-links");
        assertThat(admin.post("/work/posts-links", "hosts", "pas un site").status()).isEqualTo(422);
        admin.post("/work/posts-links", "hosts", "https://www.h.example/");
        assertThat(writer.post(post + "/check", fields(writer, post)).text())
                .doesNotContain("utm_");
        assertThat(writer.post(post + "/check", fields(writer, post, "to-" + channel, "on")).text())
                .contains("utm_campaign=organisation");
        assertThat(as(hospital, Role.COMMUNICATOR).get("/work/posts-links").status())
                .isEqualTo(403);
    }

    @Test
    void aLinkToOneOfOurOwnMachinesIsNotLookedAt() {
        var hospital = Hospital.open(organisations, accounts);
        Visitor writer = as(hospital, Role.COMMUNICATOR);
        writer.get("/work/posts");
        String post = writer.post("/work/posts").location().orElseThrow();
        writer.post(
                post + "/check",
                fields(writer, post, "text", "http://127.0.0.1:" + port + "/about/proof"));
        assertThat(writer.get(post + "/links").text())
                .contains("n’est pas consultée d’ici")
                .doesNotContain("<title>Comment");
        var other = Hospital.open(organisations, accounts);
        assertThat(as(other, Role.COMMUNICATOR).get(post + "/links").status()).isEqualTo(404);
    }
}
