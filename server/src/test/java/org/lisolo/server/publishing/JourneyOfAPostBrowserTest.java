package org.lisolo.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.verification.NewVerifications;
import org.lisolo.server.publishing.library.Library;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.FakeNetwork;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Look;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.Tab;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The whole way: a piece, words for one network, a patient who is caught, a release signed on a
 * phone, an approval, the calendar, the network and the site, a comment, a case, an answer.
 */
@BrowserTest
class JourneyOfAPostBrowserTest {
    private static final String STORY =
            "Notre patiente Béatrice Kalonji, 34 ans, a guéri du choléra.";
    private static final String SHORT = "Chaque nuit, dormez sous la moustiquaire.";

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired NewVerifications verifications;
    @Autowired Library library;
    @Autowired FakeNetwork network;
    @Autowired Inbox inbox;
    @Autowired JdbcClient jdbc;

    @Test
    void fromALibraryPieceToAnAnswerToItsComment(Chromium chromium) throws Exception {
        var hospital = Hospital.open(organisations, accounts);
        var newsroom = Newsroom.open(hospital, port, organisations, verifications, library);
        Channel page = network.open(hospital.id());
        sign(newsroom);
        Tab awa = chromium.open().signIn(hospital.communicator());

        String text = begin(awa, page);
        isCaught(awa, text);
        release(hospital, chromium.open(Look.PHONE));
        String post = plan(awa, text, hospital);
        approve(chromium.open().signIn(hospital.compliance()), post);
        whenItsTimeHasCome(post);

        Newsroom.until(() -> network.arrived(page).size() == 1);
        assertThat(network.arrived(page).getFirst().what().text()).startsWith(SHORT);
        Newsroom.until(
                () ->
                        Visitor.at(port)
                                .get("/news/" + hospital.id())
                                .text()
                                .contains("moustiquaire"));

        Said comment = comment(hospital, page);
        inbox.accept(List.of(comment.arrival()));
        String talk = find(awa);
        followUp(awa, talk);
        answer(awa, talk);
        Newsroom.until(() -> network.arrived(page).size() == 2);
        var answer = network.arrived(page).getLast().what();
        assertThat(answer.replyTo()).isEqualTo(comment.networkId());
        Visitor reader = hospital.reader().at(port);
        Newsroom.until(() -> reader.get(talk).text().contains("est arrivée"));
        awa.go(talk).sees("Répondue").check("journey-answered");
    }

    private static void sign(Newsroom newsroom) {
        Visitor doctor = newsroom.as(Role.PROFESSIONAL);
        String piece = Newsroom.piece(doctor, "dormir moustiquaire");
        doctor.get(piece);
        doctor.post(piece + "/sign", "version", "1", "months", "12", "read", "yes");
    }

    /** A draft from the piece, with words for the network alone. */
    private static String begin(Tab awa, Channel page) {
        awa.go("/work/library?q=dormir+moustiquaire");
        awa.page().locator("a.row-link").first().click();
        awa.page().locator("section[lang=fr] form button").first().click();
        String text =
                awa.page()
                        .locator("#field-text")
                        .inputValue()
                        .replaceAll("\\[[^]]+]", "à l’hôpital, le lundi");
        awa.page().locator("#field-text").fill(text);
        awa.page().locator("input[name=to-" + page.id() + "]").check();
        awa.page()
                .locator("details", new Page.LocatorOptions().setHasText(page.name()))
                .locator("summary")
                .first()
                .click();
        awa.page().locator("#field-text-" + page.id()).fill(SHORT);
        awa.press("Vérifier et enregistrer").sees("Comme le montre");
        return text;
    }

    private static void isCaught(Tab awa, String text) {
        awa.page().locator("#field-text").fill(text + "\n\n" + STORY);
        awa.press("Vérifier et enregistrer").sees("Ce texte ne peut pas partir tel quel");
        awa.check("journey-caught");
    }

    /** Asked by staff, signed on a phone; what was agreed to stands there for staff to see. */
    private void release(Hospital hospital, Tab phone) {
        Visitor staff = hospital.communicator().at(port);
        staff.get("/work/releases/new");
        Visitor.Page made =
                staff.post(
                        "/work/releases/new",
                        "person",
                        "Kalonji Béatrice",
                        "words",
                        STORY,
                        "places",
                        "site",
                        "aim",
                        "story",
                        "months",
                        "12",
                        "language",
                        "fr");
        String release = made.location().orElseThrow();
        Matcher link =
                Pattern.compile("<code class=\"copy\">http://[^/]+(/r/[^<]+)</code>")
                        .matcher(staff.get(release).body());
        assertThat(link.find()).isTrue();
        phone.go(link.group(1)).sees("Béatrice Kalonji").check("journey-release");
        phone.page().locator("#field-name").fill("Kalonji Béatrice");
        phone.page().locator("#field-agree-yes").check();
        phone.page().locator("#sign button.main").click();
        phone.sees("Permission donnée");
        assertThat(staff.get(release).text()).contains("Valable");
    }

    /** Without her, for this post goes to a network that the release does not name. */
    private static String plan(Tab awa, String text, Hospital hospital) {
        awa.page().locator("#field-text").fill(text);
        LocalDate tomorrow = LocalDate.now(hospital.admin().signedIn().zone()).plusDays(1);
        awa.page().locator("#field-day").fill(tomorrow.toString());
        awa.page().locator("#field-time").fill("09:00");
        awa.press("Vérifier et enregistrer").sees("Enregistré à");
        if (awa.page().locator("#field-considered").count() > 0) {
            awa.page().locator("#field-considered").check();
        }
        awa.press("Publier").sees("Attend une approbation");
        String post = awa.page().url().replaceFirst("^https?://[^/]+", "");
        awa.go("/work/calendar?day=" + tomorrow).sees("moustiquaire").check("journey-calendar");
        return post;
    }

    private static void approve(Tab didier, String post) {
        didier.go(post);
        didier.press("Approuver").sees("Approuvée");
    }

    private void whenItsTimeHasCome(String post) {
        jdbc.sql(
                        """
                        update publishing.post set wanted_at = now() - interval '1 second',
                               approved_at = now() - interval '1 hour' where id = ?
                        """)
                .param(UUID.fromString(post.substring(post.lastIndexOf('/') + 1)))
                .update();
    }

    private Said comment(Hospital hospital, Channel page) {
        String ours = "https://test.example/" + network.arrived(page).getFirst().id();
        return Said.in(hospital.id())
                .on(page.id())
                .id(ours)
                .by("maman_bijou")
                .language("fr")
                .reply("Combien coûte une moustiquaire ? On me l’a refusée hier.")
                .at(Instant.now().minusSeconds(5));
    }

    private static String find(Tab awa) {
        for (int i = 0; i < 60; i++) {
            awa.go("/work/conversations");
            if (awa.page().locator("a.row-link").count() > 0) {
                break;
            }
            awa.page().waitForTimeout(250);
        }
        awa.page().locator("a.row-link").first().click();
        awa.sees("En réponse à ce que vous avez publié").sees(SHORT).check("journey-comment");
        return awa.page().url().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", "");
    }

    private static void followUp(Tab awa, String talk) {
        awa.press("Ouvrir un dossier").sees("On me l’a refusée hier");
        awa.check("journey-case");
        awa.go(talk).sees("en a fait un dossier");
    }

    private static void answer(Tab awa, String talk) {
        awa.go(talk);
        awa.page().locator("#field-text").fill("Merci. Elle est gratuite : demandez au service.");
        awa.press("Vérifier et enregistrer").sees("Rien n’empêche de publier");
        awa.press("Envoyer la réponse").sees("La réponse part");
    }
}
