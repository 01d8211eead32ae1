package org.lisolo.server.publishing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Tab;
import org.springframework.beans.factory.annotation.Autowired;

/** What helps to write and to agree: links, a reserve, remarks on a passage. */
@BrowserTest
class ComposerBrowserTest {
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;

    @Test
    void aPassageIsRemarkedOn(Chromium chromium) {
        chromium.inEveryLook(
                tab -> {
                    var hospital = Hospital.open(organisations, accounts);
                    String post = ask(tab, hospital);
                    Tab other = chromium.open(tab.look()).signIn(hospital.compliance());
                    other.go(post);
                    if (tab.look().javaScript()) {
                        other.page().locator("p.said").first().selectText();
                        assertThat(other.page().locator("#field-passage"))
                                .hasValue(java.util.regex.Pattern.compile(".*pharmacie.*"));
                    }
                    other.page().locator("#field-passage").fill("à sept heures");
                    other.page().locator("#field-remark").fill("Huit heures depuis mars.");
                    other.press(tab.in("Ajouter la remarque", "Add the remark"));
                    other.sees("Huit heures depuis mars.").check("remarks");
                    other.press(tab.in("Marquer comme réglée", "Mark as seen to"));
                    other.sees(tab.in("Réglée", "Seen to"));
                    other.go("/work/approval");
                    other.page().locator("#field-hours").selectOption("4");
                    other.page().locator("#field-reserveRole").selectOption("");
                    other.press(tab.in("Enregistrer l’ordre", "Save the order"));
                    other.check("approval-reserve-problem");
                    other.go("/work/posts-links").check("tagged-links");
                });
    }

    private static String ask(Tab tab, Hospital hospital) {
        tab.signIn(hospital.communicator()).go("/work/posts");
        tab.press(tab.in("Écrire une publication", "Write a post"));
        tab.page()
                .locator("#field-text")
                .fill("La pharmacie ouvre à sept heures : https://lisolo.invalid/pharmacie");
        tab.press(tab.in("Vérifier et enregistrer", "Check and save"));
        tab.follow(tab.in("Voir comment ses liens s’affichent", "See how its links are shown"));
        tab.sees("lisolo.invalid").check("links");
        if (!tab.look().javaScript()) {
            tab.follow(tab.in("Retour à la publication", "Back to the post"));
        }
        tab.press(tab.in("Publier", "Publish"));
        tab.sees(tab.in("Attend une approbation", "Waits for approval"));
        return tab.page().url().replaceFirst("^https?://[^/]+", "");
    }
}
