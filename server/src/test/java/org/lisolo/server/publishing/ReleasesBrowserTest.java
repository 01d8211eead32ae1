package org.lisolo.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.BoundingBox;

import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.verification.NewVerifications;
import org.lisolo.server.publishing.library.Library;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Pictures;
import org.lisolo.server.testing.Tab;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Staff write of a patient and show her; she signs on her phone in her language; it is published;
 * she withdraws, and it is gone.
 */
@BrowserTest
class ReleasesBrowserTest {
    private static final String TEXT =
            "Notre patiente Béatrice Kalonji, 34 ans, remercie l’équipe.";

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired NewVerifications verifications;
    @Autowired Library library;

    /** The patient reads French or Lingala. */
    @Test
    void fromARequestToAWithdrawal(Chromium chromium) {
        chromium.inEveryLook(
                tab -> {
                    Hospital hospital = Hospital.open(organisations, accounts);
                    Newsroom.open(hospital, port, organisations, verifications, library);
                    tab.signIn(hospital.communicator());
                    String language = tab.look().language().equals("fr") ? "fr" : "ln";
                    String post = write(tab);
                    String release = ask(tab, post, language);
                    String link = tab.page().locator("code.copy").textContent().strip();
                    tab.go(release).follow(tab.in("Formulaire à imprimer", "Form to print"));
                    tab.sees(TEXT).check("release-form-" + language);
                    tab.go(release + "/scan").check("release-scan");
                    Tab phone = chromium.open(tab.look());
                    String mine = sign(phone, link, language);
                    tab.go(post)
                            .sees(tab.in("Voir l’autorisation", "See the release"))
                            .check("post-released");
                    publish(chromium, tab, hospital, post);
                    withdraw(phone, mine, language);
                    tab.go(post).sees(tab.in("Une autorisation a pris fin", "A release has ended"));
                    tab.check("post-lost-release");
                    tab.go("/work/releases?view=ended").sees("Kalonji").check("releases-ended");
                    tab.go(release).check("release-withdrawn");
                    tab.go("/work/releases/new").check("release-new");
                    tab.go("/work/releases/paper").check("release-paper");
                    tab.go("/work/releases?view=soon").check("releases-none");
                });
    }

    private static String write(Tab tab) {
        tab.go("/work/posts");
        tab.press(tab.in("Écrire une publication", "Write a post"));
        tab.page().locator("#field-text").fill(TEXT);
        String post = tab.page().url().replaceFirst("^https?://[^/]+", "");
        tab.page().locator("#pictures summary").click();
        tab.page().locator("#field-picture").setInputFiles(photo());
        tab.page().locator("#field-picture_shape").selectOption("square");
        tab.page().locator("#field-picture_alt").fill("Une femme sourit devant un lit");
        tab.page().locator("#picture_people-somebody").check();
        tab.check("post-picture-new");
        tab.press(tab.in("Ajouter cette image", "Add this picture"));
        tab.sees(tab.in("L’image est ajoutée", "The picture is added"));
        tab.sees(tab.in("On peut reconnaître une personne", "A person can be recognised"));
        tab.check("post-picture");
        return post;
    }

    private static Path photo() {
        try {
            Path file = Files.createTempFile("photo", ".jpg");
            file.toFile().deleteOnExit();
            return Files.write(file, Pictures.fromAPhone(900, 700, 1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String ask(Tab tab, String post, String language) {
        tab.follow(tab.in("Demander une autorisation", "Ask for a release"));
        tab.page().locator("#field-person").fill("Kalonji Béatrice");
        tab.page().locator("#field-language").selectOption(language);
        tab.check("release-ask");
        tab.press(tab.in("Faire le lien", "Make the link"));
        tab.sees(tab.in("À remettre à la personne", "To hand to the person"));
        tab.check("release-link");
        return tab.page().url().replaceFirst("^https?://[^/]+", "");
    }

    /** A phone with one voice, a French one, which notes what it says. */
    private static final String ONE_VOICE =
            """
            window.spoken = [];
            Object.defineProperty(window, 'speechSynthesis', { value: {
              getVoices: () => [{ lang: 'fr-FR' }], speaking: false, cancel() {},
              addEventListener() {}, speak: (said) => window.spoken.push(said.text) } });
            window.SpeechSynthesisUtterance = function (text) { this.text = text; };
            """;

    private static void listen(Tab phone, String language) {
        boolean offered = phone.page().locator("#aloud button").isVisible();
        assertThat(offered)
                .as("reading aloud is offered where the phone can")
                .isEqualTo(phone.look().javaScript() && language.equals("fr"));
        if (offered) {
            phone.page().locator("#aloud button").click();
            Object spoken = phone.page().evaluate("window.spoken.join(' ')");
            assertThat(spoken.toString()).contains(TEXT, "Vous êtes libre");
        }
    }

    private static String sign(Tab phone, String link, String language) {
        phone.page().addInitScript(ONE_VOICE);
        phone.go(link);
        phone.sees(language.equals("fr") ? "Votre permission" : "Ndingisa na yo").sees(TEXT);
        phone.check("release-asked-" + language);
        listen(phone, language);
        phone.page().locator("#field-name").fill("Kalonji Béatrice");
        if (phone.look().javaScript()) {
            draw(phone);
        }
        phone.page().locator("#field-agree-yes").check();
        phone.check("release-signing-" + language);
        phone.page().locator("#sign button.main").click();
        phone.sees(language.equals("fr") ? "Permission donnée" : "Ndingisa epesami");
        phone.check("release-mine-" + language);
        return phone.page().url();
    }

    private static void draw(Tab phone) {
        var canvas = phone.page().locator("#draw canvas");
        canvas.scrollIntoViewIfNeeded();
        BoundingBox box = canvas.boundingBox();
        var mouse = phone.page().mouse();
        mouse.move(box.x + 20, box.y + box.height / 2);
        mouse.down();
        for (int i = 1; i <= 20; i++) {
            mouse.move(
                    box.x + 20 + i * (box.width - 40) / 20,
                    box.y + box.height / 2 + (i % 2 == 0 ? 12 : -12));
        }
        mouse.up();
    }

    private static void publish(Chromium chromium, Tab tab, Hospital hospital, String post) {
        tab.go(post);
        if (tab.page().locator("#field-considered").count() > 0) {
            tab.page().locator("#field-considered").check();
        }
        tab.press(tab.in("Publier", "Publish"));
        tab.sees(tab.in("Attend une approbation", "Waits for approval"));
        for (Role role : new Role[] {Role.PROFESSIONAL, Role.COMPLIANCE}) {
            Tab approver = chromium.open(tab.look());
            approver.signIn(hospital.staff().get(role)).go(post);
            approver.press(tab.in("Approuver", "Approve"));
            approver.page()
                    .waitForCondition(
                            () -> approver.page().locator("form[action$='/approve']").count() == 0);
        }
        Tab reader = chromium.open(tab.look());
        await(reader, "/news/" + hospital.id() + post.replaceFirst("^.*/", "/"), 200);
        reader.sees(TEXT);
        reader.page().waitForCondition(() -> reader.page().locator(".pictures img").count() == 1);
        reader.check("news-picture");
    }

    private static void withdraw(Tab phone, String mine, String language) {
        phone.go(mine);
        phone.page().locator("a.danger").click();
        phone.sees(language.equals("fr") ? "Retirer votre permission" : "Kozongisa ndingisa na yo");
        phone.check("release-withdraw-" + language);
        phone.page().locator("button.danger").click();
        phone.sees(language.equals("fr") ? "Permission retirée" : "Ndingisa ezongisami");
        phone.check("release-mine-withdrawn-" + language);
    }

    private static void await(Tab tab, String path, int status) {
        for (int i = 0; i < 80; i++) {
            var answer = tab.page().navigate(path);
            if (answer != null && answer.status() == status) {
                return;
            }
            tab.page().waitForTimeout(250);
        }
    }
}
