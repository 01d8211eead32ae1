package org.lisolo.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.verification.NewVerifications;
import org.lisolo.server.publishing.library.Library;
import org.lisolo.server.testing.Atproto;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.FakeNetwork;
import org.lisolo.server.testing.FreshServer;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Look;
import org.lisolo.server.testing.Tab;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The whole way: a piece, words for one network, a patient who is caught, a release signed on a
 * phone that lets her name through, approvals, the calendar, the network and the site, a comment, a
 * case, an answer. The network is Bluesky on a real PDS where one can be started.
 */
@BrowserTest
@ContextConfiguration(initializers = {FreshServer.class, Atproto.Reached.class})
class JourneyOfAPostBrowserTest {
    private static final String STORY =
            "Notre patiente Béatrice Kalonji, 34 ans, a guéri du choléra.";
    private static final String SHORT =
            "Béatrice Kalonji, 34 ans : « Chaque nuit, je dors sous ma moustiquaire. »";
    private static final String QUESTION =
            "Combien coûte une moustiquaire ? On me l’a refusée hier.";
    private static final String ANSWER = "Merci. Elle est gratuite : demandez au service.";

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired NewVerifications verifications;
    @Autowired Library library;
    @Autowired Channels channels;
    @Autowired FakeNetwork network;
    @Autowired Inbox inbox;
    @Autowired JdbcClient jdbc;

    @Test
    void fromALibraryPieceToAnAnswerToItsComment(Chromium chromium) throws Exception {
        var hospital = Hospital.open(organisations, accounts);
        var newsroom = Newsroom.open(hospital, port, organisations, verifications, library);
        Stage stage =
                Atproto.isThere()
                        ? StageOfBluesky.open(
                                chromium.open().signIn(hospital.admin()), hospital, channels)
                        : StageOfTests.open(network, inbox, hospital);
        Channel page = stage.channel();
        sign(newsroom);
        Tab awa = chromium.open().signIn(hospital.communicator());

        String post = begin(awa, page);
        isCaught(awa);
        release(awa, chromium.open(Look.PHONE), post);
        plan(awa, post, hospital);
        for (Role role : new Role[] {Role.PROFESSIONAL, Role.COMPLIANCE}) {
            approve(chromium.open().signIn(hospital.staff().get(role)), post);
        }
        whenItsTimeHasCome(post);

        Newsroom.until(() -> stage.said().size() == 1);
        assertThat(stage.said().getFirst()).startsWith(SHORT);
        String news = "/news/" + hospital.id() + post.substring(post.lastIndexOf('/'));
        Newsroom.until(() -> Visitor.at(port).get(news).text().contains(STORY));

        stage.comment(QUESTION);
        String talk = find(awa);
        followUp(awa, talk);
        answer(awa, talk);
        Newsroom.until(() -> stage.answers().size() == 1);
        assertThat(stage.answers()).containsExactly(ANSWER);
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
        String post = path(awa);
        String text =
                awa.page()
                        .locator("#field-text")
                        .inputValue()
                        .replaceAll("\\[[^]]+]", "à l’hôpital, le lundi");
        awa.page().locator("#field-text").fill(text + "\n\n" + STORY);
        awa.page().locator("input[name=to-" + page.id() + "]").check();
        awa.page()
                .locator("details", new Page.LocatorOptions().setHasText(page.name()))
                .locator("summary")
                .first()
                .click();
        awa.page().locator("#field-text-" + page.id()).fill(SHORT);
        awa.press("Vérifier et enregistrer").sees("Comme le montre");
        return post;
    }

    private static String path(Tab tab) {
        return tab.page().url().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", "");
    }

    private static void isCaught(Tab awa) {
        awa.sees("Ce texte ne peut pas partir tel quel");
        awa.check("journey-caught");
    }

    /** Asked from the post; the person agrees on her phone to just what it says. */
    private static void release(Tab awa, Tab phone, String post) {
        awa.follow("Demander une autorisation");
        awa.sees(STORY).sees(SHORT);
        awa.page().locator("#field-person").fill("Kalonji Béatrice");
        awa.press("Faire le lien").sees("À remettre à la personne");
        phone.go(awa.page().locator("code.copy").textContent().strip());
        phone.sees(STORY).sees(SHORT).check("journey-release");
        phone.page().locator("#field-name").fill("Kalonji Béatrice");
        phone.page().locator("#field-agree-yes").check();
        phone.page().locator("#sign button.main").click();
        phone.sees("Permission donnée");
        awa.go(post).sees("Voir l’autorisation").check("journey-released");
    }

    private static void plan(Tab awa, String post, Hospital hospital) {
        LocalDate tomorrow = LocalDate.now(hospital.admin().signedIn().zone()).plusDays(1);
        awa.page().locator("#field-day").fill(tomorrow.toString());
        awa.page().locator("#field-time").fill("09:00");
        awa.press("Vérifier et enregistrer").sees("Enregistré à");
        if (awa.page().locator("#field-considered").count() > 0) {
            awa.page().locator("#field-considered").check();
        }
        awa.press("Publier").sees("Attend une approbation");
        assertThat(path(awa)).isEqualTo(post);
        awa.go("/work/calendar?day=" + tomorrow).sees("moustiquaire").check("journey-calendar");
    }

    private static void approve(Tab colleague, String post) {
        colleague.go(post);
        colleague.press("Approuver");
        colleague
                .page()
                .waitForCondition(
                        () -> colleague.page().locator("form[action$='/approve']").count() == 0);
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
        return path(awa);
    }

    private static void followUp(Tab awa, String talk) {
        awa.press("Ouvrir un dossier").sees("On me l’a refusée hier");
        awa.check("journey-case");
        awa.go(talk).sees("en a fait un dossier");
    }

    private static void answer(Tab awa, String talk) {
        awa.go(talk);
        awa.page().locator("#field-text").fill(ANSWER);
        awa.press("Vérifier et enregistrer").sees("Rien n’empêche de publier");
        awa.press("Envoyer la réponse").sees("La réponse part");
    }
}
