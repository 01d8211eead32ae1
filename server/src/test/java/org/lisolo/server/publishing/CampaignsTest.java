package org.lisolo.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.site.Sites;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.FakeNetwork;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came of a campaign is counted from the log and our own links, and of nobody is kept who. */
@ServerTest
class CampaignsTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired FakeNetwork network;
    @Autowired Sites sites;
    @Autowired Inbox inbox;
    @Autowired JdbcClient jdbc;

    private final String word = "kw" + UUID.randomUUID().toString().replace("-", "");
    private Hospital hospital;
    private Channel page;
    private Visitor awa;
    private String campaign;

    @BeforeEach
    void planACampaign() {
        hospital = Hospital.open(organisations, accounts);
        page = network.open(hospital.id());
        awa = hospital.communicator().at(port);
        awa.get("/work/campaigns/new");
        LocalDate today = LocalDate.now(hospital.admin().signedIn().zone());
        Visitor.Page made =
                awa.post(
                        "/work/campaigns/new",
                        "name",
                        "Rougeole " + word,
                        "goal",
                        "Que tous viennent",
                        "hashtags",
                        "tag" + word,
                        "begins",
                        today.minusDays(2).toString(),
                        "ends",
                        today.plusDays(5).toString());
        assertThat(made.status()).as(made.text()).isEqualTo(302);
        campaign = made.location().orElseThrow();
    }

    private String said(String text) throws Exception {
        awa.get("/work/posts");
        String post = awa.post("/work/posts").location().orElseThrow();
        awa.post(post + "/ask", Newsroom.fields(awa, post, "text", text, "to-" + page.id(), "on"));
        String id = post.substring(post.lastIndexOf('/') + 1);
        Visitor compliance = hospital.compliance().at(port);
        compliance.get(post);
        compliance.post(post + "/approve", "version", "1");
        Newsroom.until(() -> !network.arrived(page).isEmpty());
        awa.get(post);
        awa.post(post + "/campaign", "campaign", campaign.substring(campaign.lastIndexOf('/') + 1));
        return id;
    }

    @Test
    void countsRepliesEnquiriesQuestionsAndClicksAndInventsNoReach() throws Exception {
        String post = said("Vaccination samedi.");
        String ours = "https://test.example/" + network.arrived(page).getFirst().id();
        Said first =
                Said.in(hospital.id())
                        .on(page.id())
                        .by("bijou " + word)
                        .at(Instant.now().minusSeconds(30));
        Said question = first.id(ours).reply("C’est gratuit ?").at(Instant.now());
        inbox.accept(
                List.of(
                        question.arrival(),
                        question.reply("Merci d’avance.").arrival(),
                        first.next("J’ai vu #tag" + word).by("lebon " + word).arrival()));
        awa.get(campaign);
        Visitor.Page made =
                awa.post(
                        campaign + "/links",
                        "address",
                        "https://example.org/vaccins",
                        "post",
                        post,
                        "channel",
                        page.id().toString());
        assertThat(made.status()).isEqualTo(302);
        String link = link();
        for (int i = 0; i < 3; i++) {
            Visitor.Page followed = Visitor.at(port).get(link);
            assertThat(followed.status()).isEqualTo(303);
            assertThat(followed.location()).contains("https://example.org/vaccins");
            assertThat(followed.headers().allValues("Set-Cookie")).isEmpty();
        }
        Newsroom.until(
                () ->
                        awa.get(campaign)
                                .text()
                                .contains(
                                        "2 demandes, 3 messages reçus, dont 1 question, et 3"
                                                + " clics"));
        String text = awa.get(campaign).text();
        assertThat(text)
                .contains("aucun réseau ne l’a dit")
                .contains("inconnu")
                .contains("Vaccination samedi.");
        Visitor.Page table = awa.export(campaign + "/results.csv");
        assertThat(table.status()).isEqualTo(200);
        assertThat(table.body()).contains("Vaccination samedi.").contains(",3\r\n");
    }

    @Test
    void countsLikesWhereTheNetworkTellsAndSaysWhereItDoesNot() throws Exception {
        said("Vaccination lundi.");
        String ours = "https://test.example/" + network.arrived(page).getFirst().id();
        LocalDate today = LocalDate.now(hospital.admin().signedIn().zone());
        like(ours, Instant.now());
        like(ours, Instant.now());
        like(ours, Instant.now().minus(Duration.ofDays(1)));
        like("https://test.example/autre", Instant.now());
        Newsroom.until(() -> awa.get(campaign).text().contains("Réactions : 3 « j’aime »"));
        assertThat(awa.export(campaign + "/results.csv").body())
                .contains(today + ",Vaccination lundi.,," + page.name() + ",0,0,2,0\r\n")
                .contains(today.minusDays(1) + ",Vaccination lundi.,," + page.name() + ",0,0,1,0");
        awa.get(campaign);
        String site = sites.of(hospital.id()).id().toString();
        awa.post(campaign + "/links", "address", "https://example.org/a", "channel", site);
        Visitor.at(port).get(link());
        assertThat(awa.export(campaign + "/results.csv").body())
                .as("our own site tells of none")
                .contains(",0,0,,1\r\n");
    }

    private void like(String subject, Instant at) {
        jdbc.sql("insert into channels.liking (channel, name, subject, at) values (?, ?, ?, ?)")
                .params(
                        page.id().value(),
                        UUID.randomUUID().toString(),
                        subject,
                        Timestamp.from(at))
                .update();
    }

    private String link() {
        Matcher link = Pattern.compile("/l/[0-9a-z]+").matcher(awa.get(campaign).body());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    @Test
    void keepsOfWhoFollowsALinkNothingButANumberADay() {
        awa.get(campaign);
        awa.post(campaign + "/links", "address", "https://example.org/a");
        Visitor.at(port).get(link());
        assertThat(
                        jdbc.sql(
                                        """
                                        select column_name from information_schema.columns
                                         where table_schema = 'publishing'
                                           and table_name = 'short_link_day'
                                        """)
                                .query(String.class)
                                .list())
                .containsExactlyInAnyOrder("code", "day", "clicks");
        assertThat(Visitor.at(port).get("/l/nowhere").status()).isEqualTo(404);
        awa.get(campaign);
        assertThat(awa.post(campaign + "/links", "address", "javascript:alert(1)").status())
                .isEqualTo(422);
    }

    @Test
    void isOfOneOrganisationAlone() throws Exception {
        String post = said("Vaccination dimanche.");
        Hospital others = Hospital.open(organisations, accounts);
        Visitor other = others.communicator().at(port);
        assertThat(other.get(campaign).status()).isEqualTo(404);
        assertThat(other.get(campaign + "/edit").status()).isEqualTo(404);
        assertThat(other.export(campaign + "/results.csv").status()).isEqualTo(404);
        assertThat(other.get("/work/campaigns").text()).doesNotContain(word);
        other.get("/work/campaigns");
        assertThat(other.post(campaign + "/links", "address", "https://example.org").status())
                .isEqualTo(404);
        assertThat(other.post("/work/posts/" + post + "/campaign", "campaign", "").status())
                .isEqualTo(404);
        other.get("/work/posts");
        String theirs = other.post("/work/posts").location().orElseThrow();
        other.get(theirs);
        assertThat(
                        other.post(
                                        theirs + "/campaign",
                                        "campaign",
                                        campaign.substring(campaign.lastIndexOf('/') + 1))
                                .status())
                .isEqualTo(404);
        Visitor reader = hospital.staff().get(Role.READER).at(port);
        assertThat(reader.get(campaign).status()).isEqualTo(403);
    }

    @Test
    void whatIsMissingIsToldAtItsFieldAndWhatWasTypedStays() {
        awa.get("/work/campaigns/new");
        Visitor.Page page =
                awa.post(
                        "/work/campaigns/new",
                        "name",
                        "Sans but " + word,
                        "begins",
                        "2026-05-02",
                        "ends",
                        "2026-05-01",
                        "hashtags",
                        "#deux mots!");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("Écrivez le but")
                .contains("dans cet ordre")
                .contains("sans espace");
        assertThat(page.body()).contains("Sans but " + word);
    }

    @Test
    void whoPlansSecondIsTold() {
        awa.get(campaign + "/edit");
        String[] fields = {
            "name",
            "Autre",
            "goal",
            "But",
            "begins",
            "2026-05-01",
            "ends",
            "2026-05-02",
            "version",
            "1"
        };
        assertThat(awa.post(campaign + "/edit", fields).status()).isEqualTo(302);
        Visitor.Page second = awa.post(campaign + "/edit", fields);
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.text()).contains("Quelqu’un d’autre a modifié cette campagne");
    }
}
