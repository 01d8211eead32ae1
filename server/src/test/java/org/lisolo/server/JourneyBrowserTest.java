package org.lisolo.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Tab;
import org.springframework.beans.factory.annotation.Autowired;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What the product is for, from end to end: a channel is opened and a rule written, posts come in,
 * an alert arrives on the open page, its case is worked and closed, and the message's history and
 * proof are looked at.
 */
@BrowserTest
class JourneyBrowserTest {
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;

    // a word that no other test says, so that the alerts are this journey's own
    private final String word = "fievre" + UUID.randomUUID().toString().substring(0, 6);

    @Test
    void leadsFromAPostToItsProof(Chromium chromium) throws Exception {
        Hospital hospital = Hospital.open(organisations, accounts);
        Tab josephine = chromium.open().signIn(hospital.admin());
        openChannel(josephine);
        writeRule(josephine);

        Tab watching = chromium.open().signIn(hospital.communicator());
        watching.go("/work/alerts");
        upload(josephine);

        // without a reload
        Locator alert = watching.page().locator("mark", new Page.LocatorOptions().setHasText(word));
        alert.first().waitFor();
        watching.check("alert-arrived");

        closeCase(watching);
        lookBack(watching);
    }

    @Test
    void showsTheArchiveInEveryLook(Chromium chromium) throws Exception {
        Hospital hospital = Hospital.open(organisations, accounts);
        Tab josephine = chromium.open().signIn(hospital.admin());
        openChannel(josephine);
        upload(josephine);
        awaitFound(josephine);
        chromium.inEveryLook(
                tab -> {
                    tab.go("/about/proof").check("how-we-prove-it");
                    tab.go("/search?q=" + word).sees(word).check("public-search");
                    tab.signIn(hospital.compliance());
                    tab.go("/work/archive?q=" + word).sees(word).check("archive");
                    tab.go("/work/archive?from=x").check("archive-mistake");
                    tab.go("/work/archive?state=edited");
                    tab.page().locator(".rows a").first().click();
                    tab.check("history");
                    String history = tab.page().url();
                    tab.page().locator(".happenings a").first().click();
                    tab.check("proof");
                    tab.go(history + "/erase").check("erase");
                });
    }

    private void openChannel(Tab tab) {
        tab.go("/work/channels/new").fill("Nom", "Page de l’hôpital");
        tab.page().locator("main form button").first().click();
        tab.sees("Page de l’hôpital");
    }

    private void writeRule(Tab tab) {
        tab.go("/work/rules/new");
        tab.page().locator("#field-name").fill("Fièvres");
        tab.page().locator("#field-query").fill(word + " OR \"toux grasse\"");
        tab.press("Mettre la règle en marche").sees("Fièvres");
    }

    private void upload(Tab tab) throws Exception {
        Path file = Files.createTempFile("posts", ".jsonl");
        Files.writeString(file, String.join("\n", posts()));
        tab.go("/work/import");
        tab.page().locator("#field-file").setInputFiles(file);
        tab.press("Importer ce fichier");
        tab.page().waitForURL(Pattern.compile(".*/work/import/.+"));
    }

    private List<String> posts() {
        return List.of(
                """
                {"event":"create","id":"a","author":{"id":"u1","name":"Maman Bijou"},\
                "text":"Beaucoup de %s dans l’avenue, <b onclick=alert(1)>venez</b>",\
                "language":"fr","happenedAt":"2026-03-12T14:05:00Z"}\
                """
                        .formatted(word),
                """
                {"event":"create","id":"b","author":{"id":"u2","name":"Papa Lebon"},"inReplyTo":"a",\
                "text":"Chez nous aussi","happenedAt":"2026-03-12T14:06:00Z"}\
                """,
                """
                {"event":"edit","id":"a","author":{"id":"u1","name":"Maman Bijou"},\
                "text":"Encore plus de %s dans l’avenue du marché","language":"fr",\
                "happenedAt":"2026-03-12T14:09:00Z"}\
                """
                        .formatted(word),
                """
                {"event":"delete","id":"b","author":{"id":"u2"},"happenedAt":"2026-03-12T15:00:00Z"}\
                """);
    }

    private void closeCase(Tab tab) {
        tab.go("/work/cases");
        tab.page().locator(".rows a", new Page.LocatorOptions().setHasText(word)).first().click();
        tab.press("Prendre ce dossier");
        tab.page().locator("input[name=outcome]").first().check();
        tab.press("Clore le dossier").sees("Clos");
        tab.check("case-closed");
    }

    private void lookBack(Tab tab) {
        awaitFound(tab);
        tab.page().locator(".rows a").first().click();
        tab.sees("2 versions").sees("Publié").sees("Chez nous aussi");
        assertThat(tab.page().locator("ins").first()).isVisible();
        tab.check("message-history");
        tab.page().locator(".happenings a").first().click();
        tab.sees("La preuve tient").check("message-proof");
        chromiumSeesNoForeignMarkup(tab);
    }

    private void awaitFound(Tab tab) {
        Locator found = tab.page().locator(".rows a");
        for (int i = 0;
                i < 100
                        && (tab.go("/work/archive?q=" + word).page().locator(".rows a").count()
                                == 0);
                i++) {
            tab.page().waitForTimeout(100);
        }
        assertThat(found.first()).isVisible();
    }

    private static void chromiumSeesNoForeignMarkup(Tab tab) {
        assertThat(tab.page().locator("[onclick]")).hasCount(0);
        assertThat(tab.page().locator("body")).not().isEmpty();
    }
}
