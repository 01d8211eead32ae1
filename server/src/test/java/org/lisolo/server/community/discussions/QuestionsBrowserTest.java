package org.lisolo.server.community.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

import org.junit.jupiter.api.Test;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.Writer;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.Pictures;
import org.lisolo.server.testing.Tab;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.UUID;

@BrowserTest
class QuestionsBrowserTest {
    @Autowired Village village;
    @LocalServerPort int port;

    @Test
    void ofAPatientIsAnsweredByADoctorAndFoundByAReader(Chromium browser) {
        browser.inEveryLook(this::journey);
    }

    private void journey(Tab tab) {
        Space space = village.openSpace(village.citizen());
        Citizen awa = village.citizen();
        String code = UUID.randomUUID().toString().substring(0, 8);
        Writer earlier = new Writer(village.citizen().at(port));
        String before =
                earlier.ask(space, "Névralgie de mon enfant la nuit " + code, "Depuis hier.");

        awa.at(tab).go(space.path() + "/new/question");
        tab.page()
                .locator("#field-title")
                .pressSequentially("Mon enfant a de la névralgie " + code);
        tab.page()
                .locator("#field-text")
                .fill(
                        "Elle a trois ans, depuis **trois jours** :\n\n- 39 °C le soir\n- elle boit"
                                + " peu\n\n#paludisme");
        if (tab.look().javaScript()) {
            tab.page().locator("#similar a[href='" + before + "']").waitFor();
        } else {
            tab.press(tab.in("Voir les questions semblables", "See similar questions"));
            assertThat(tab.page().locator("#similar a[href='" + before + "']").count()).isOne();
        }
        tab.check("community-ask");
        tab.press(tab.in("Publier", "Publish"));
        tab.page().waitForURL("**/questions/*");
        String question = "/questions/" + Writer.last(tab.page().url());

        Writer doctor = new Writer(village.hospital().staff().get(Role.PROFESSIONAL).at(port));
        earlier.answer(question, "La mienne aussi, courage.");
        String answer =
                doctor.answer(
                        question,
                        "Faites-la voir **aujourd'hui**, et donnez à boire souvent.\n\n> 39 °C le"
                                + " soir\n\nRéférence : 10.1016/S0140-6736(21)01724-0");
        tab.go(question);
        tab.check("community-answers");
        Locator mine = tab.page().locator("#c-" + answer);
        mine.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(tab.in("Cette réponse m’a aidé", "This answer helped me")))
                .click();
        tab.sees(tab.in("Réponse acceptée", "Answer accepted"));
        tab.go(question);
        assertThat(tab.page().locator(".sayings > li").first().getAttribute("id"))
                .isEqualTo("c-" + answer);
        tab.check("community-accepted");
        if (tab.look().javaScript()) {
            keepsWhatWasNotSent(tab, question);
        }
        tab.page().context().clearCookies();
        tab.go("/questions");
        tab.check("community-questions");
        tab.page().getByText("Mon enfant a de la névralgie " + code).first().click();
        assertThat(tab.page().locator(".sayings > li").first().getAttribute("id"))
                .isEqualTo("c-" + answer);
    }

    /** The tab dies while something is being written; the words are there again. */
    private static void keepsWhatWasNotSent(Tab tab, String question) {
        Page page = tab.page();
        page.locator("#field-text").fill("Merci docteur, nous y allons.");
        tab.go("/spaces").go(question);
        page.locator("#draft-restore button").first().click();
        assertThat(page.locator("#field-text").inputValue())
                .isEqualTo("Merci docteur, nous y allons.");
        tab.press(tab.in("Publier la réponse", "Publish the answer"));
        tab.sees("Merci docteur, nous y allons.");
        tab.go("/spaces").go(question);
        assertThat(page.locator("#draft-restore").isVisible()).isFalse();
    }

    @Test
    void takesTurnsAndVotes(Chromium browser) {
        browser.inEveryLook(
                tab -> {
                    Space space = village.openSpace(village.citizen());
                    village.citizen().at(tab).go(space.path() + "/new/question");
                    tab.page().locator("#field-title").fill("Que dois-je prendre ?");
                    tab.page().locator("#field-text").fill("J'ai mal à la tête.");
                    tab.press(tab.in("Publier", "Publish"));
                    tab.sees(tab.in("Avant de publier", "Before you publish"));
                    tab.check("community-turn");
                    tab.press(tab.in("Publier ma question", "Publish my question"));
                    tab.page().waitForURL("**/questions/*");

                    tab.go(space.path() + "/new/talk");
                    tab.page().locator("#field-title").fill("Quand nous voir ?");
                    tab.page().locator("#field-text").fill("Pour le groupe de parole.");
                    tab.page()
                            .locator("summary")
                            .getByText(tab.in("Ajouter un sondage", "Add a poll"))
                            .click();
                    tab.page().locator("#field-choices").fill("Lundi soir\nSamedi matin");
                    tab.check("community-talk-new");
                    tab.press(tab.in("Publier", "Publish"));
                    tab.page().waitForURL("**/talks/*");
                    tab.check("community-poll");
                    tab.page().getByText("Samedi matin").click();
                    tab.press(tab.in("Voter", "Vote"));
                    tab.sees(tab.in("votre vote", "your vote"));
                    tab.check("community-voted");
                });
    }

    @Test
    void showsVersionsAndWhatWaits(Chromium browser) {
        Space space = village.openSpace(village.citizen());
        Citizen awa = village.citizen();
        Writer writer = new Writer(awa.at(port));
        String question =
                writer.open(
                        space,
                        "question",
                        "Parler du deuil",
                        "Ma sœur est partie. #psychiatrie",
                        "warning",
                        "deuil",
                        "told",
                        "yes");
        String one = "/contributions/" + Writer.last(question);
        writer.visitor()
                .post(
                        one + "/edit",
                        "title",
                        "Parler du deuil",
                        "text",
                        "Ma sœur est partie en mai. #psychiatrie",
                        "warning",
                        "deuil");
        var hospital = village.hospital();
        browser.inEveryLook(
                tab -> {
                    tab.go(question);
                    tab.check("community-warned");
                    tab.go(one + "/history");
                    tab.sees("en mai");
                    tab.check("community-history");
                    awa.at(tab).go(one + "/edit");
                    tab.check("community-edit");
                    tab.page().context().clearCookies();
                    tab.signIn(hospital.staff().get(Role.PROFESSIONAL));
                    tab.go("/questions/unanswered?speciality=psychiatry");
                    tab.sees("Parler du deuil");
                    tab.check("community-waiting");
                });
    }

    @Test
    void showsPicturesOfACaseOnceTheyWereLookedThrough(Chromium browser) {
        Space space = village.clinicians(village.citizen());
        var hospital = village.hospital();
        byte[] file = Pictures.bytes("png", Pictures.redAndBlue(640, 400));
        browser.inEveryLook(
                tab -> {
                    tab.signIn(hospital.staff().get(Role.PROFESSIONAL));
                    tab.go(space.path() + "/new/case");
                    Page page = tab.page();
                    page.locator("#field-title").fill("Éruption chez un adulte");
                    page.locator("#field-text")
                            .fill("Depuis cinq jours, sans névralgie. PMID: 33301246");
                    page.locator("summary")
                            .getByText(tab.in("Ajouter des images", "Add pictures"))
                            .click();
                    page.locator("#field-picture1")
                            .setInputFiles(new FilePayload("peau.png", "image/png", file));
                    tab.check("community-case-new");
                    tab.press(tab.in("Publier", "Publish"));
                    page.waitForURL("**/pictures");
                    page.locator("input[type=text]").first().fill("Plaque rouge à gauche");
                    for (String check : new String[] {"face", "mark", "writing", "name"}) {
                        page.locator("input[name^='" + check + "-']").check();
                    }
                    tab.check("community-look");
                    page.locator("main form button").first().click();
                    page.waitForURL("**/cases/**");
                    assertThat(page.getByAltText("Plaque rouge à gauche").count()).isOne();
                    page.getByAltText("Plaque rouge à gauche").scrollIntoViewIfNeeded();
                    tab.check("community-case");
                });
    }
}
