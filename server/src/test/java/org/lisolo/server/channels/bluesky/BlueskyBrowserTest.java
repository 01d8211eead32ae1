package org.lisolo.server.channels.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;

import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.Atproto;
import org.lisolo.server.testing.Atproto.Person;
import org.lisolo.server.testing.AtprotoTest;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Pictures;
import org.lisolo.server.testing.Tab;
import org.springframework.beans.factory.annotation.Autowired;

/** An account is connected, with every mistake on the way; then a post is seen as it will be. */
@AtprotoTest
@BrowserTest
class BlueskyBrowserTest {
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Channels channels;

    @Test
    void connectsAnAccountAndShowsAPostAsTheNetworkWill(Chromium chromium) {
        chromium.inEveryLook(
                tab -> {
                    var hospital = Hospital.open(organisations, accounts);
                    Channel channel =
                            channels.open(
                                    hospital.id(), "Ciel", ChannelKind.BLUESKY, Visibility.PUBLIC);
                    Person account = Atproto.running().person();
                    tab.signIn(hospital.admin()).go("/work/channels/" + channel.id());
                    tab.follow(tab.in("Compte Bluesky", "Bluesky account"));
                    mistakes(tab, account);
                    connect(tab, account.handle(), account.password(), service());
                    tab.sees("@" + account.handle()).sees(tab.in("Fonctionne", "Works"));
                    tab.check("bluesky-connected");
                    Tab writer = chromium.open(tab.look()).signIn(hospital.communicator());
                    preview(writer, channel, account);
                });
    }

    private static String service() {
        return Atproto.running().service().toString();
    }

    private static void mistakes(Tab tab, Person account) {
        tab.check("bluesky-unconnected");
        connect(tab, account.handle(), "abcd-efgh-ijkl-mnop", "https://away.invalid");
        tab.sees(tab.in("ne répond pas comme", "does not answer as")).check("bluesky-away");
        assertKept(tab, account.handle(), "https://away.invalid");
        connect(tab, account.handle(), "abcd-efgh-ijkl-mnop", service());
        tab.sees(tab.in("Le serveur ne reconnaît pas", "The server does not know"));
        tab.check("bluesky-wrong-password");
        connect(tab, "personne-ici.test", account.password(), service());
        tab.sees(tab.in("Le serveur ne reconnaît pas", "The server does not know"));
        assertKept(tab, "personne-ici.test", service());
    }

    /** What was typed is there again, but for the password. */
    private static void assertKept(Tab tab, String handle, String service) {
        assertThat(tab.page().locator("#field-handle").inputValue()).isEqualTo(handle);
        assertThat(tab.page().locator("#field-service").inputValue()).isEqualTo(service);
        assertThat(tab.page().locator("#field-password").inputValue()).isEmpty();
        tab.sees(tab.in("écrivez-le de nouveau", "write it again"));
    }

    private static void connect(Tab tab, String handle, String password, String service) {
        tab.page().locator("#field-handle").fill(handle);
        tab.page().locator("#field-password").fill(password);
        tab.page().locator("#field-service").fill(service);
        tab.press(tab.in("Relier ce compte", "Connect this account"));
    }

    private static void preview(Tab tab, Channel channel, Person account) {
        // a picture is drawn in a process of its own, which has to start
        tab.page().setDefaultTimeout(60_000);
        tab.go("/work/posts").press(tab.in("Écrire une publication", "Write a post"));
        tab.page()
                .locator("#field-text")
                .fill(
                        "Vaccination samedi #Rougeole @who.int"
                                + " https://hopital.example/vaccination/calendrier?mois=5");
        tab.page().locator("#field-to-" + channel.id() + "-on").check();
        tab.page().locator("#pictures summary").click();
        byte[] photo = Pictures.bytes("png", Pictures.redAndBlue(400, 300));
        tab.page()
                .locator("#field-picture")
                .setInputFiles(new FilePayload("a.png", "image/png", photo));
        tab.page().locator("#field-picture_alt").fill("Un carnet de vaccination");
        tab.page().locator("#picture_people-nobody").check();
        tab.press(tab.in("Ajouter cette image", "Add this picture"));
        var shown = tab.page().locator("#check .as-shown").first();
        PlaywrightAssertions.assertThat(shown).containsText("@" + account.handle());
        PlaywrightAssertions.assertThat(shown)
                .containsText(
                        "Vaccination samedi #Rougeole @who.int hopital.example/vaccination/...");
        assertThat(shown.locator(".linked").allTextContents())
                .containsExactly("#Rougeole", "@who.int", "hopital.example/vaccination/...");
        PlaywrightAssertions.assertThat(shown.locator(".alt-sign")).hasText("ALT");
        tab.check("bluesky-preview");
    }
}
