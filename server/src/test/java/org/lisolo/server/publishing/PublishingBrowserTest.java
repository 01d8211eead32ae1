package org.lisolo.server.publishing;

import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.verification.NewVerifications;
import org.lisolo.server.publishing.library.Library;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Tab;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The thin path: a piece, a draft, a name that is caught, an approval, and a stranger reads it. */
@BrowserTest
class PublishingBrowserTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired NewVerifications verifications;
    @Autowired Library library;

    @Test
    void aPieceBecomesNews(Chromium chromium) {
        chromium.inEveryLook(
                tab -> {
                    var hospital = Hospital.open(organisations, accounts);
                    Newsroom.open(hospital, port, organisations, verifications, library);
                    sign(chromium.open(tab.look()), hospital);
                    String post = write(tab, hospital);
                    approve(chromium.open(tab.look()), hospital, post);
                    read(chromium.open(tab.look()), hospital);
                    tab.go(post).sees(tab.in("Publiée", "Published")).check("post-sent");
                    tab.go("/work/posts?state=sent").check("posts");
                    tab.go("/work/outbox").check("outbox-empty");
                    tab.go("/work/calendar").check("calendar");
                });
    }

    private static void sign(Tab tab, Hospital hospital) {
        tab.signIn(hospital.staff().get(Role.PROFESSIONAL)).go("/work/library").check("library");
        tab.go("/work/library?q=moustiquaire");
        tab.page().locator("a.row-link").first().click();
        tab.check("piece-not-reviewed");
        tab.page().locator("input[name=read]").check();
        tab.press(tab.in("Signer cette version", "Sign this version"));
        tab.sees(tab.in("Vous avez signé cette version", "You have signed this version"));
        tab.check("piece");
    }

    private static String write(Tab tab, Hospital hospital) {
        tab.signIn(hospital.communicator()).go("/work/library?q=moustiquaire");
        tab.page().locator("a.row-link").first().click();
        tab.page().locator("section[lang=fr] form button").first().click();
        tab.sees(tab.in("reste à remplir", "left to fill in"));
        String text = tab.page().locator("#field-text").inputValue();
        String filled =
                text.replaceAll("\\[[^]]+]", "à l’hôpital, le lundi")
                        + "\n\nComme le dit notre patiente Béatrice Kalonji : dormez dessous.";
        tab.page().locator("#field-text").fill(filled);
        check(tab);
        tab.sees(tab.in("ces mots désignent une personne", "these words point at a person"));
        tab.check("post-stopped");
        tab.page()
                .locator("#field-text")
                .fill(text.replaceAll("\\[[^]]+]", "à l’hôpital, le lundi"));
        check(tab);
        tab.sees(tab.in("Rien n’empêche de publier", "Nothing stops it"));
        if (tab.page().locator("#field-considered").count() > 0) {
            tab.page().locator("#field-considered").check();
        }
        tab.check("post-draft");
        tab.press(tab.in("Publier", "Publish"));
        tab.sees(tab.in("Attend une approbation", "Waits for approval")).check("post-asked");
        return tab.page().url().replaceFirst("^https?://[^/]+", "");
    }

    private static void check(Tab tab) {
        if (!tab.look().javaScript()) {
            tab.press(tab.in("Vérifier et enregistrer", "Check and save"));
        }
    }

    private static void approve(Tab tab, Hospital hospital, String post) {
        tab.signIn(hospital.compliance())
                .sees(tab.in("Publication à approuver", "A post to approve"));
        tab.go(post).check("post-approve");
        tab.press(tab.in("Approuver", "Approve"));
        tab.sees(tab.in("C’est parti", "It has left"));
        tab.go("/work/approval").check("approval");
    }

    private static void read(Tab tab, Hospital hospital) {
        for (int i = 0; i < 40; i++) {
            tab.go("/news/" + hospital.id());
            if (tab.page().locator(".saying a").count() > 0) {
                break;
            }
            tab.page().waitForTimeout(250);
        }
        tab.sees("Dormir sous une moustiquaire").check("news");
        tab.page().locator(".saying h2 a").first().click();
        tab.sees("à l’hôpital, le lundi").check("news-item");
    }
}
