package org.lisolo.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lisolo.server.publishing.Newsroom.fields;

import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.message.Parcel;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.FakeNetwork;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In a campaign an organisation's own links leave short, one for each channel. */
@ServerTest
@TestPropertySource(properties = "lisolo.address=http://lisolo.h.example")
class ShortenedLinksTest {
    private static final Pattern SHORT =
            Pattern.compile("http://lisolo.h.example(/l/[0-9a-z]{10})");

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired FakeNetwork network;

    private String plan(Visitor writer) {
        writer.get("/work/campaigns/new");
        String day = LocalDate.now().toString();
        return writer.post(
                        "/work/campaigns/new",
                        "name",
                        "Vaccins",
                        "goal",
                        "Que tous viennent",
                        "begins",
                        day,
                        "ends",
                        LocalDate.now().plusDays(5).toString())
                .location()
                .orElseThrow();
    }

    @Test
    void whatThePreviewShowsIsWhatLeavesAndItsClicksCountForItsChannel() throws Exception {
        Hospital hospital = Hospital.open(organisations, accounts);
        Channel one = network.open(hospital.id());
        Channel other = network.open(hospital.id());
        Visitor admin = hospital.admin().at(port);
        admin.get("/work/posts-links");
        admin.post("/work/posts-links", "hosts", "h.example");
        Visitor writer = hospital.communicator().at(port);
        String campaign = plan(writer);
        writer.get("/work/posts");
        String post = writer.post("/work/posts").location().orElseThrow();
        writer.get(post);
        writer.post(
                post + "/campaign", "campaign", campaign.substring(campaign.lastIndexOf('/') + 1));
        String long1 = "https://h.example/" + "vaccins/".repeat(20);
        String[] typed =
                fields(
                        writer,
                        post,
                        "text",
                        "Voir " + long1 + " et https://who.example/x",
                        "to-" + one.id(),
                        "on",
                        "to-" + other.id(),
                        "on");
        String shown = writer.post(post + "/check", typed).body();
        writer.post(
                post + "/ask",
                fields(writer, post, "to-" + one.id(), "on", "to-" + other.id(), "on"));
        Visitor compliance = hospital.compliance().at(port);
        compliance.get(post);
        compliance.post(post + "/approve", "version", "1");
        Newsroom.until(() -> !network.arrived(one).isEmpty() && !network.arrived(other).isEmpty());
        String here = shortIn(network.arrived(one).getFirst());
        String there = shortIn(network.arrived(other).getFirst());
        assertThat(here).isNotEqualTo(there);
        assertThat(shown).contains(here).contains(there);
        for (int i = 0; i < 2; i++) {
            assertThat(Visitor.at(port).get(here).location().orElseThrow())
                    .startsWith(long1.substring(0, long1.length() - 1))
                    .contains("utm_source=");
        }
        assertThat(writer.get(campaign).text()).contains("2 clics").contains(one.name());
    }

    private static String shortIn(Parcel parcel) {
        assertThat(parcel.what().text())
                .contains("https://who.example/x")
                .doesNotContain("vaccins/");
        Matcher found = SHORT.matcher(parcel.what().text());
        assertThat(found.find()).as(parcel.what().text()).isTrue();
        return found.group(1);
    }
}
