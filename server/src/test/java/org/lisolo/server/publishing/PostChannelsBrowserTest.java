package org.lisolo.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;

import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.FakeNetwork;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Tab;
import org.springframework.beans.factory.annotation.Autowired;

/** Where a post is said is chosen beside its words, and each network's own are seen as typed. */
@BrowserTest
class PostChannelsBrowserTest {
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired FakeNetwork network;

    @Test
    void aPostHasWordsOfItsOwnForOneNetwork(Chromium chromium) {
        chromium.inEveryLook(
                tab -> {
                    var hospital = Hospital.open(organisations, accounts);
                    Channel page = network.open(hospital.id());
                    tab.signIn(hospital.communicator()).go("/work/posts");
                    tab.press(tab.in("Écrire une publication", "Write a post"));
                    write(tab, page);
                    tab.sees("25").check("post-channels");
                });
    }

    private static void write(Tab tab, Channel page) {
        tab.page()
                .locator("#field-text")
                .fill("La pharmacie ouvre demain à 8 heures, par la cour. Entrée libre.");
        tab.page().locator("#field-to-" + page.id() + "-on").check();
        tab.page().locator("details:has(#field-text-" + page.id() + ") summary").click();
        tab.page().locator("#field-text-" + page.id()).fill("Pharmacie : demain 8 h 🇨🇩");
        if (!tab.look().javaScript()) {
            tab.press(tab.in("Vérifier et enregistrer", "Check and save"));
        }
        PlaywrightAssertions.assertThat(tab.page().locator("#check"))
                .containsText(tab.in("25 signes sur 120", "25 characters of 120"));
        assertThat(tab.page().locator("#field-text-" + page.id()).isVisible()).isTrue();
    }
}
