package org.lisolo.server.community.moderation;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import org.junit.jupiter.api.Test;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.Pictures;
import org.lisolo.server.testing.Tab;
import org.springframework.beans.factory.annotation.Autowired;

/** What waits, as its author and a moderator see it. */
@BrowserTest
class HeldBrowserTest {
    @Autowired Village village;
    @Autowired Limits limits;

    private static FilePayload picture(int width) {
        byte[] file = Pictures.bytes("png", Pictures.redAndBlue(width, 400));
        return new FilePayload("peau.png", "image/png", file);
    }

    @Test
    void showsAuthorsWhatWaitsAndModeratorsAllOfIt(Chromium chromium) {
        Citizen chief = village.citizen();
        Space space = village.openSpace(chief);
        limits.set(space.id(), new SpaceLimits(true, false, 0, ""));
        limits.add(space.id(), "Remèdes", "miracle");
        chromium.inEveryLook(
                tab -> {
                    Tab author = village.citizen().at(tab);
                    talk(author, space);
                    author.follow(
                            tab.in(
                                    "Relire, modifier ou retirer ce texte",
                                    "Read, edit or withdraw this text"));
                    author.page().locator("details.warned summary").click();
                    author.check("held-own");
                    anew(author);
                    Tab moderator = chief.at(chromium.open(tab.look()));
                    String talk = let(moderator);
                    edit(author, talk);
                    report(village.citizen().at(chromium.open(tab.look())), talk);
                    moderator.go("/moderation");
                    moderator.page().locator("a[href^='/moderation/reports/']").first().click();
                    moderator.check("held-reported-folded");
                    moderator.page().locator("details.warned summary").click();
                    moderator.check("held-reported");
                    moderator.press(tab.in("Prendre ce signalement", "Take this report"));
                    moderator.page().locator("#field-outcome-leave").check();
                    moderator.page().locator("#field-words").fill("Rien à redire.");
                    moderator.press(tab.in("Décider", "Decide"));
                    author.go("/me/moderation");
                    author.check("held-list");
                    author.page().locator("a[href$='/waiting']").first().click();
                    author.press(tab.in("Retirer", "Withdraw"));
                    author.sees(tab.in("C’est retiré.", "It has been withdrawn."));
                });
    }

    private static void talk(Tab tab, Space space) {
        Page page = tab.page();
        tab.go(space.path() + "/new/talk");
        page.locator("#field-title").fill("Mon traitement, jour après jour");
        page.locator("#field-text").fill("Voici ce que je prends contre la névralgie.");
        page.locator("details.more summary").first().click();
        page.locator("#field-warning").fill("des aiguilles");
        page.locator("summary").getByText(tab.in("Ajouter des images", "Add pictures")).click();
        page.locator("#field-picture1").setInputFiles(picture(600));
        page.locator("#field-alt1").fill("Une seringue posée sur une table");
        page.locator("summary").getByText(tab.in("Ajouter un sondage", "Add a poll")).click();
        page.locator("#field-choices").fill("Je fais pareil\nJe n’ose pas encore");
        tab.press(tab.in("Publier", "Publish"));
        tab.sees("Voici ce que je prends");
        tab.check("held-in-space");
    }

    private static void anew(Tab tab) {
        tab.follow(tab.in("Modifier", "Edit"));
        tab.check("held-own-edit");
        tab.page().locator("#field-text").fill("Voici ce que je prenais contre la névralgie.");
        tab.press(tab.in("Enregistrer", "Save"));
        tab.sees("Voici ce que je prenais");
    }

    /** The path of what it becomes. */
    private static String let(Tab tab) {
        tab.go("/moderation");
        tab.page().locator("a[href^='/moderation/held/']").first().click();
        tab.sees("Une seringue");
        tab.check("held-to-read");
        String id = tab.page().url().replaceFirst(".*/", "");
        tab.press(tab.in("Publier", "Publish"));
        tab.sees(tab.in("Le texte est publié.", "The text is published."));
        return "/talks/" + id;
    }

    private static void edit(Tab tab, String talk) {
        String edit = talk.replace("talks", "contributions") + "/edit";
        tab.go(edit);
        tab.page().locator("#field-text").fill("Un vrai miracle contre la névralgie.");
        tab.press(tab.in("Enregistrer", "Save"));
        tab.sees("Un vrai miracle");
        tab.go(edit);
        tab.page()
                .locator("summary")
                .getByText(tab.in("Ce qui est affiché", "What is shown"))
                .click();
        tab.check("held-edit");
    }

    private static void report(Tab tab, String talk) {
        tab.go(talk);
        tab.follow(tab.in("Signaler", "Report"));
        tab.page().locator("#field-why").selectOption("false");
        tab.check("held-report");
        tab.press(tab.in("Envoyer le signalement", "Send the report"));
        tab.sees(tab.in("Merci.", "Thank you."));
    }

    @Test
    void asksForALookAtPicturesOfACaseThatWaits(Chromium chromium) {
        Space space = village.clinicians(village.citizen());
        limits.set(space.id(), new SpaceLimits(true, false, 0, ""));
        var doctor = village.hospital().staff().get(Role.PROFESSIONAL);
        chromium.inEveryLook(
                tab -> {
                    Page page = tab.page();
                    tab.signIn(doctor);
                    tab.go(space.path() + "/new/case");
                    page.locator("#field-title").fill("Une plaque qui ne guérit pas");
                    page.locator("#field-text").fill("Depuis cinq jours, sans névralgie.");
                    page.locator("summary")
                            .getByText(tab.in("Ajouter des images", "Add pictures"))
                            .click();
                    page.locator("#field-picture1").setInputFiles(picture(640));
                    tab.press(tab.in("Publier", "Publish"));
                    page.waitForURL("**/pictures");
                    tab.check("held-case-look");
                    String look = page.url();
                    tab.go(look.replaceFirst("^https?://[^/]+", "").replace("pictures", "waiting"));
                    tab.check("held-case-to-look");
                    page.navigate(look);
                    page.locator("input[type=text]").first().fill("Plaque rouge à gauche");
                    for (String check : new String[] {"face", "mark", "writing", "name"}) {
                        page.locator("input[name^='" + check + "-']").check();
                    }
                    tab.press(
                            tab.in(
                                    "Joindre ces images au texte",
                                    "Add these pictures to the text"));
                    tab.sees(tab.in("Ces images attendent", "These pictures wait"));
                    tab.check("held-case");
                });
    }
}
