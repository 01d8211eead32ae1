package org.lisolo.server.publishing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Look;
import org.lisolo.server.testing.Tab;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.nio.file.Path;

/** What is typed is never lost: not without a network, not when the power goes. */
@BrowserTest
class DraftsBrowserTest {
    private static final String TYPED = "Le puits du quartier est réparé.";

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;

    private static String begin(Tab tab, Hospital hospital) {
        tab.signIn(hospital.communicator()).go("/work/posts");
        tab.press(tab.in("Écrire une publication", "Write a post"));
        return tab.page().url();
    }

    private static void typeWithoutNetworkAndLosePower(Tab tab) {
        tab.page().context().setOffline(true);
        tab.page().locator("#field-text").fill(TYPED);
        assertThat(tab.page().locator("#draft-offline")).isVisible();
        tab.page().close();
        tab.page().context().setOffline(false);
    }

    @Test
    void wordsThatReachedNobodyAreThereAfterwards(Chromium chromium) {
        var hospital = Hospital.open(organisations, accounts);
        Tab tab = chromium.open(Look.PHONE);
        String post = begin(tab, hospital);
        typeWithoutNetworkAndLosePower(tab);
        Page again = tab.page().context().newPage();
        again.navigate(post);
        assertThat(again.locator("#field-text")).hasValue("");
        again.locator("#draft-restore button").first().click();
        assertThat(again.locator("#field-text")).hasValue(TYPED);
        // they reach the server now, and stay on this device no longer
        for (int i = 0; i < 40 && !again.evaluate("localStorage.length").equals(0); i++) {
            again.waitForTimeout(250);
        }
        assertEquals(0, again.evaluate("localStorage.length"));
        again.reload();
        assertThat(again.locator("#field-text")).hasValue(TYPED);
        assertThat(again.locator("#draft-restore")).isHidden();
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsSaidFirst(Chromium chromium) {
        var hospital = Hospital.open(organisations, accounts);
        Tab tab = chromium.open(Look.PHONE);
        String post = begin(tab, hospital);
        typeWithoutNetworkAndLosePower(tab);
        Visitor colleague = hospital.staff().get(Role.PROFESSIONAL).at(port);
        colleague.get("/account");
        String path = post.replaceFirst("^https?://[^/]+", "");
        colleague.post(
                path + "/check", Newsroom.fields(colleague, path, "text", "Écrit par une autre."));
        Page again = tab.page().context().newPage();
        again.navigate(post);
        assertThat(again.locator("#draft-restore"))
                .containsText(tab.in("a été enregistré depuis", "has been saved since"));
        again.locator("#draft-restore summary").click();
        assertThat(again.locator("#draft-kept")).containsText(TYPED);
        again.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screenshots", "draft-newer.png")));
        assertThat(again.locator("#field-text")).hasValue("Écrit par une autre.");
        again.locator("#draft-forget").click();
        again.reload();
        assertThat(again.locator("#draft-restore")).isHidden();
    }
}
