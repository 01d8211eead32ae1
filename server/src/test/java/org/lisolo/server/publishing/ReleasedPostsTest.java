package org.lisolo.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lisolo.server.publishing.Newsroom.fields;
import static org.lisolo.server.publishing.Newsroom.until;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.site.Sites;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.verification.NewVerifications;
import org.lisolo.server.publishing.library.Library;
import org.lisolo.server.releases.Ward;
import org.lisolo.server.testing.FakeNetwork;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What speaks of a person leaves with their release, and goes when it ends. */
@ServerTest
class ReleasedPostsTest {
    private static final String THANKS =
            "Notre patiente Béatrice Kalonji, 34 ans, remercie l’équipe.";

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired NewVerifications verifications;
    @Autowired Library library;
    @Autowired Sites sites;
    @Autowired FakeNetwork network;
    @Autowired JdbcClient jdbc;

    private Newsroom newsroom;
    private Hospital hospital;
    private Visitor writer;
    private Visitor phone;

    @BeforeEach
    void openANewsroom() {
        hospital = Hospital.open(organisations, accounts);
        newsroom = Newsroom.open(hospital, port, organisations, verifications, library);
        writer = newsroom.as(Role.COMMUNICATOR);
        phone = Visitor.at(port);
    }

    private String write(String text, String... others) {
        writer.get("/work/posts");
        String post = writer.post("/work/posts").location().orElseThrow();
        save(post, text, others);
        return post;
    }

    private void save(String post, String text, String... others) {
        String[] all = java.util.Arrays.copyOf(others, others.length + 4);
        all[others.length] = "text";
        all[others.length + 1] = text;
        all[others.length + 2] = "considered";
        all[others.length + 3] = "on";
        writer.post(post + "/check", fields(writer, post, all));
    }

    private Ward.Asked release(String post) {
        writer.get(post + "/release");
        String page =
                writer.post(
                                post + "/release",
                                "person",
                                "Kalonji Béatrice",
                                "aim",
                                "thanks",
                                "months",
                                "12",
                                "language",
                                "fr",
                                "signer",
                                "self")
                        .location()
                        .orElseThrow();
        return new Ward.Asked(page, Ward.link(writer.get(page)));
    }

    private void ask(String post, String... others) {
        String[] all = java.util.Arrays.copyOf(others, others.length + 2);
        all[others.length] = "considered";
        all[others.length + 1] = "on";
        assertThat(writer.post(post + "/ask", fields(writer, post, all)).status()).isEqualTo(302);
    }

    private int approve(Role role, String post) {
        Visitor visitor = newsroom.as(role);
        Matcher version =
                Pattern.compile("name=\"version\" value=\"(\\d+)\"")
                        .matcher(visitor.get(post).body());
        assertThat(version.find()).as(visitor.get(post).text()).isTrue();
        return visitor.post(post + "/approve", "version", version.group(1)).status();
    }

    private void publish(String post, String... others) throws Exception {
        ask(post, others);
        approve(Role.PROFESSIONAL, post);
        assertThat(approve(Role.COMPLIANCE, post)).isEqualTo(302);
        until(() -> isPublic(post));
    }

    private boolean isPublic(String post) {
        return Visitor.at(port).get("/news/" + hospital.id() + "/" + id(post)).status() == 200;
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void whatSpeaksOfAPersonLeavesOnceTheyHaveSignedAndNobodyOverrulesAnything() throws Exception {
        String post = write(THANKS);
        assertThat(writer.get(post).text()).contains("Demander une autorisation");
        Ward.Asked asked = release(post);
        ask(post);
        approve(Role.PROFESSIONAL, post);
        assertThat(approve(Role.COMPLIANCE, post)).as("not signed yet").isEqualTo(422);
        assertThat(isPublic(post)).isFalse();

        assertThat(Ward.open(phone, asked.link()).text()).contains(THANKS);
        assertThat(Ward.sign(phone, asked).status()).isEqualTo(302);
        assertThat(writer.get(post).text()).contains("Autorisé", "Voir l’autorisation");
        assertThat(approve(Role.COMPLIANCE, post)).isEqualTo(302);
        until(() -> isPublic(post));
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from publishing.post_step
                                         where post = ? and kind = 'OVERRULED'
                                        """)
                                .param(UUID.fromString(id(post)))
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void oneWordMoreAndTheReleaseNoLongerCoversIt() {
        String post = write(THANKS);
        Ward.sign(phone, release(post));
        assertThat(writer.get(post).text()).contains("Autorisé");
        save(post, THANKS + " Elle avait le VIH.");
        assertThat(writer.get(post).text())
                .doesNotContain("Voir l’autorisation")
                .contains("Ce texte ne peut pas partir tel quel");
    }

    @Test
    void aReleaseForTheSiteDoesNotCoverANetwork() {
        Channel page = network.open(hospital.id());
        String post = write(THANKS);
        Ward.sign(phone, release(post));
        save(post, THANKS, "to-" + sites.of(hospital.id()).id(), "on", "to-" + page.id(), "on");
        assertThat(writer.get(post).text()).doesNotContain("Voir l’autorisation");
    }

    @Test
    void withdrawalTakesEveryPostThatUsedItFromEveryChannelAndStaffAreTold() throws Exception {
        Channel page = network.open(hospital.id());
        String[] both = {"to-" + sites.of(hospital.id()).id(), "on", "to-" + page.id(), "on"};
        String first = write(THANKS, both);
        Ward.Asked asked = release(first);
        String key = Ward.key(Ward.sign(phone, asked));
        publish(first, both);
        String second = write(THANKS);
        writer.get(second);
        assertThat(writer.post(second + "/releases", "release", id(asked.page())).status())
                .isEqualTo(302);
        publish(second);
        until(() -> network.arrived(page).size() == 1);

        phone.get("/release/mine/withdraw?key=" + key);
        phone.post("/release/mine/withdraw", "key", key);
        assertThat(writer.get(first).text()).contains("Retirée");
        until(() -> !isPublic(first) && !isPublic(second));
        until(() -> network.arrived(page).size() == 2);
        assertThat(network.arrived(page))
                .extracting(parcel -> parcel.what().kind())
                .containsExactly(EventKind.CREATED, EventKind.DELETED);
        assertThat(writer.get("/work").text()).contains("Retirée, car une autorisation a pris fin");
        assertThat(writer.get(first).text()).contains("Une autorisation a pris fin", "J’ai vu");
        writer.post(first + "/releases/seen");
        writer.get(second);
        writer.post(second + "/releases/seen");
        assertThat(writer.get("/work").text()).doesNotContain("une autorisation a pris fin");
    }

    @Test
    void whereANetworkDoesNotFollowAPersonIsTold() throws Exception {
        Channel page = network.open(hospital.id());
        String post = write(THANKS, "to-" + page.id(), "on");
        Ward.Asked asked = release(post);
        Ward.sign(phone, asked);
        ask(post, "to-" + page.id(), "on");
        approve(Role.PROFESSIONAL, post);
        approve(Role.COMPLIANCE, post);
        until(() -> network.arrived(page).size() == 1);
        network.refuse(page, true);
        writer.get(asked.page());
        writer.post(asked.page() + "/withdraw", "note", "Elle-même, au guichet");
        until(() -> writer.get("/work/outbox").text().contains("Notre patiente"));
        assertThat(writer.get("/work").text()).contains("Retirée, car une autorisation a pris fin");
    }

    @Test
    void whatIsPlannedIsStoppedWhenTheReleaseIsWithdrawn() {
        String post = write(THANKS);
        Ward.Asked asked = release(post);
        Ward.sign(phone, asked);
        LocalDate tomorrow = LocalDate.now(hospital.admin().signedIn().zone()).plusDays(1);
        ask(post, "day", tomorrow.toString(), "time", "09:00");
        approve(Role.PROFESSIONAL, post);
        assertThat(approve(Role.COMPLIANCE, post)).isEqualTo(302);
        assertThat(writer.get(post).text()).contains("Approuvée");
        writer.get(asked.page());
        writer.post(asked.page() + "/withdraw", "note", "Elle-même, au guichet");
        assertThat(writer.get(post).text()).contains("Brouillon", "Une autorisation a pris fin");
        assertThat(writer.get("/work").text()).contains("Arrêtée, car une autorisation manque");
    }

    @Test
    void aReleaseThatIsOverBeforeThePlannedDayDoesNotCoverIt() {
        String post = write(THANKS);
        Ward.Asked asked = release(post);
        Ward.sign(phone, asked);
        LocalDate late = LocalDate.now(hospital.admin().signedIn().zone()).plusMonths(13);
        ask(post, "day", late.toString(), "time", "09:00");
        approve(Role.PROFESSIONAL, post);
        assertThat(approve(Role.COMPLIANCE, post)).isEqualTo(422);
    }

    @Test
    void timeEndsAReleaseAndWhatRestsOnItGoes() throws Exception {
        String post = write(THANKS);
        Ward.Asked asked = release(post);
        Ward.sign(phone, asked);
        publish(post);
        jdbc.sql("update releases.release set until = now() where id = ?")
                .param(UUID.fromString(id(asked.page())))
                .update();
        until(() -> !isPublic(post));
        until(() -> writer.get("/work").text().contains("une autorisation a pris fin"));
    }

    @Test
    void anotherOrganisationsReleaseIsUnknownHere() {
        var others = Hospital.open(organisations, accounts);
        Ward.Asked theirs = Ward.ask(others.communicator().at(port), "words", THANKS);
        Ward.sign(phone, theirs);
        String post = write(THANKS);
        writer.get(post);
        assertThat(writer.post(post + "/releases", "release", id(theirs.page())).status())
                .isEqualTo(404);
        assertThat(writer.post(post + "/releases", "release", "x").status()).isEqualTo(404);
        assertThat(
                        jdbc.sql("select count(*) from publishing.post_release where release = ?")
                                .param(UUID.fromString(id(theirs.page())))
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(writer.get(post).text()).contains("Ce texte ne peut pas partir tel quel");
    }
}
