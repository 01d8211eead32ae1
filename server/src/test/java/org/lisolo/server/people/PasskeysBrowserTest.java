package org.lisolo.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Tab;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class PasskeysBrowserTest {
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;

    Hospital hospital;

    @BeforeEach
    void openAHospital() {
        hospital = Hospital.open(organisations, accounts);
    }

    /** Chromium's own, which answers without a finger. */
    private static void addAuthenticator(Tab tab) {
        tab.devTools().send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var arguments = new JsonObject();
        arguments.add("options", options);
        tab.devTools().send("WebAuthn.addVirtualAuthenticator", arguments);
    }

    @Test
    void signsInWithAPasskeyAlone(Chromium chromium) {
        Tab tab = chromium.open();
        addAuthenticator(tab);
        tab.signIn(hospital.reader());
        tab.go("/account/passkeys").check("passkeys-empty");
        tab.fill("Nom de la clé d’accès", "Téléphone de service")
                .press("Créer une clé d’accès")
                .sees("La clé d’accès « Téléphone de service » est prête")
                .check("passkeys");
        tab.page().context().clearCookies();
        tab.go("/sign-in?next=/work/cases").check("sign-in-passkey");
        tab.press("Se connecter avec une clé d’accès").sees(hospital.reader().name());
        assertThat(tab.page().url()).endsWith("/work/cases").doesNotContain("next=");

        tab.go("/account/passkeys").press("Retirer").sees("La clé d’accès est retirée");
        tab.page().context().clearCookies();
        tab.go("/sign-in").press("Se connecter avec une clé d’accès");
        tab.sees("Cette clé d’accès ne convient pas");
    }

    @Test
    void offersNoneWithoutScript(Chromium chromium) {
        chromium.inEveryLook(
                tab ->
                        assertThat(
                                        tab.go("/sign-in")
                                                .page()
                                                .locator("form[data-passkey]")
                                                .isVisible())
                                .isEqualTo(tab.look().javaScript()));
    }
}
