package org.lisolo.server.publishing.conversations;

import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.monitoring.Ward;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.verification.NewVerifications;
import org.lisolo.server.publishing.Newsroom;
import org.lisolo.server.publishing.library.Library;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.FakeNetwork;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.Tab;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.Instant;
import java.util.List;

/** A comment comes in, is given, answered with a ready answer, caught, mended, sent. */
@BrowserTest
class ConversationsBrowserTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired NewVerifications verifications;
    @Autowired Library library;
    @Autowired FakeNetwork network;
    @Autowired Inbox inbox;

    @Test
    void aCommentIsAnswered(Chromium chromium) {
        chromium.inEveryLook(
                tab -> {
                    var hospital = Hospital.open(organisations, accounts);
                    var newsroom =
                            Newsroom.open(hospital, port, organisations, verifications, library);
                    sign(newsroom);
                    settings(chromium.open(tab.look()), hospital);
                    Channel page = network.open(hospital.id());
                    tab.signIn(hospital.communicator()).go("/work/conversations");
                    tab.check("conversations-empty");
                    inbox.accept(List.of(question(hospital, page).arrival()));
                    list(tab);
                    give(tab);
                    answer(tab);
                    arrive(tab, page);
                });
    }

    private static void sign(Newsroom newsroom) {
        Visitor doctor = newsroom.as(Role.PROFESSIONAL);
        String piece = Newsroom.piece(doctor, "cholera agir");
        doctor.get(piece);
        doctor.post(piece + "/sign", "version", "1", "months", "12", "read", "yes");
    }

    private static void settings(Tab tab, Hospital hospital) {
        tab.signIn(hospital.admin()).go("/work/conversations/settings");
        tab.page().locator("#field-hours").fill("4");
        tab.page().locator("#field-phone").fill("+243 812 345 678");
        tab.check("conversation-settings");
        tab.press(tab.in("Enregistrer", "Save"));
        tab.sees(tab.in("Les réglages sont gardés", "The settings are kept"));
    }

    private static Said question(Hospital hospital, Channel page) {
        return Said.in(hospital.id())
                .on(page.id())
                .by("maman_bijou")
                .at(Instant.now().minusSeconds(120))
                .language("fr")
                .text("Mon fils a la diarrhée depuis hier, appelez-moi au 0812 000 111.");
    }

    private static void list(Tab tab) {
        for (int i = 0; i < 60 && tab.page().locator("a.row-link").count() == 0; i++) {
            tab.page().waitForTimeout(250);
            tab.go("/work/conversations");
        }
        tab.sees("Mon fils a la diarrhée").check("conversations");
        tab.go("/work").sees(tab.in("Quelqu’un attend une réponse", "Somebody waits"));
        tab.go("/work/conversations");
        if (tab.look().javaScript()) {
            tab.page().keyboard().press("j");
            tab.page().keyboard().press("Enter");
        } else {
            tab.page().locator("a.row-link").first().click();
        }
        tab.sees(tab.in("Conversation avec", "Conversation with"));
    }

    private static void give(Tab tab) {
        if (tab.look().javaScript()) {
            tab.page().keyboard().press("a");
        } else {
            tab.press(tab.in("Prendre", "Take"));
        }
        tab.sees(tab.in("La conversation est à vous", "The conversation is yours"));
        tab.check("conversation");
    }

    private static void answer(Tab tab) {
        tab.page().locator("#field-language").selectOption("fr");
        var saved = tab.page().locator("#field-saved option");
        String simple =
                saved.all().stream()
                        .filter(
                                one ->
                                        one.textContent().contains("agir vite")
                                                && one.textContent().contains("Facile"))
                        .findFirst()
                        .orElseThrow()
                        .getAttribute("value");
        tab.page().locator("#field-saved").selectOption(simple);
        tab.press(tab.in("Mettre ce texte", "Put in this text"));
        String text = tab.page().locator("#field-text").inputValue();
        tab.page()
                .locator("#field-text")
                .fill(text + "\nLe petit Jonathan Kalonji a été soigné ici.");
        check(tab);
        tab.sees(tab.in("Ce texte ne peut pas partir tel quel", "This text can"));
        tab.check("conversation-stopped");
        tab.page().locator("#field-text").fill(text);
        check(tab);
        tab.sees(tab.in("Rien n’empêche de publier", "Nothing stops it"));
        tab.check("conversation-clear");
        tab.press(tab.in("Envoyer la réponse", "Send the answer"));
        tab.sees(tab.in("La réponse part", "The answer is leaving"));
    }

    private static void check(Tab tab) {
        if (!tab.look().javaScript()) {
            tab.press(tab.in("Vérifier et enregistrer", "Check and save"));
        }
    }

    private void arrive(Tab tab, Channel page) {
        try {
            Ward.until(() -> network.arrived(page).size() == 1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        for (int i = 0; i < 60; i++) {
            tab.page().reload();
            if (tab.page()
                    .locator(".history")
                    .textContent()
                    .contains(tab.in("est arrivée", "has arrived"))) {
                break;
            }
            tab.page().waitForTimeout(250);
        }
        tab.sees(tab.in("Répondue", "Answered")).check("conversation-answered");
    }

    @Test
    void aCampaignIsPlannedAndLookedAt(Chromium chromium) {
        chromium.inEveryLook(
                tab -> {
                    var hospital = Hospital.open(organisations, accounts);
                    tab.signIn(hospital.communicator()).go("/work/campaigns");
                    tab.check("campaigns-empty");
                    tab.go("/work/campaigns/new");
                    tab.page().locator("#field-name").fill("Saison des pluies");
                    tab.page().locator("#field-goal").fill("Que les familles viennent tôt");
                    tab.page().locator("#field-hashtags").fill("#agirvite");
                    String day = tab.page().locator("#field-begins").inputValue();
                    tab.page().locator("#field-ends").fill(day);
                    tab.check("campaign-edit");
                    tab.press(tab.in("Enregistrer", "Save"));
                    tab.sees(tab.in("La campagne est enregistrée", "The campaign is kept"));
                    tab.page().locator("#field-address").fill("https://example.org/eau");
                    tab.press(tab.in("Faire un lien court", "Make a short link"));
                    tab.sees(tab.in("Le lien court est prêt", "The short link is ready"));
                    String link = tab.page().locator("code").first().textContent();
                    Visitor.at(port).get(link.substring(link.indexOf("/l/")));
                    tab.page().reload();
                    tab.sees(tab.in("1 clic", "1 click")).check("campaign");
                    tab.go("/work/campaigns").check("campaigns");
                });
    }
}
