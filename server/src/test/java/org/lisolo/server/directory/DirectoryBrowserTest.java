package org.lisolo.server.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Look;
import org.lisolo.server.testing.Pictures;
import org.lisolo.server.testing.Tab;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

@BrowserTest
class DirectoryBrowserTest {
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired NewEntries entries;
    @Autowired Photos photos;

    Hospital hospital;
    Team team;
    EntryId clinic;
    EntryId cardiologist;

    @BeforeEach
    void enter() {
        hospital = Hospital.open(organisations, accounts);
        team = Team.of(entries, hospital);
        clinic =
                team.facility(
                        "Clinique du Katanga",
                        "kind",
                        "clinic",
                        "town",
                        "Lubumbashi",
                        "zone",
                        "Lubumbashi",
                        "street",
                        "Avenue de l’Exemple 4",
                        "directions",
                        "En face de la gare, l’entrée est dans la cour.",
                        "phones",
                        "+243 000 000 102;+243 000 000 103",
                        "email",
                        "accueil@example.org",
                        "hours",
                        "lun-ven 8h-12h 14h-17h30; sam 8h-12h",
                        "special_days",
                        "25/12/2027 fermé (Noël); 01/08/2027 au 15/08/2027 8h-12h",
                        "latitude",
                        "-11.66",
                        "longitude",
                        "27.48",
                        "services",
                        "laboratory;imaging;pharmacy;antenatal",
                        "conditions",
                        "hypertension;diabetes-2",
                        "languages",
                        "fr;sw",
                        "about",
                        "Une clinique de quartier, ouverte à tous.");
        team.facility(
                "Hôpital du Lac",
                "town",
                "Goma",
                "zone",
                "Karisimbi",
                "emergency",
                "oui",
                "hours",
                "tous les jours 24h");
        cardiologist =
                team.professional(
                        "Kasongo Ilunga",
                        "title",
                        "Dr",
                        "prenom",
                        "Béatrice",
                        "specialities",
                        "cardiology",
                        "workplace_1",
                        clinic.toString(),
                        "hours_1",
                        "lun 8h-12h; mer 8h-12h; ven 8h-12h",
                        "conditions",
                        "hypertension;heart-failure",
                        "languages",
                        "fr;sw",
                        "joined",
                        LocalDate.now(ZoneOffset.UTC).minusDays(20).toString(),
                        "welcome",
                        "Elle suit aussi les patients hypertendus de la clinique.");
        team.professional("Mwamba", "specialities", "paediatrics", "town", "Lubumbashi");
    }

    /** The journey that issue 3 names. */
    @Test
    void findsACardiologistInLubumbashiOnAPhoneWithoutJavaScript(Chromium chromium) {
        Tab tab = chromium.open(new Look(360, "fr", false, false)).go("/");
        tab.follow("Annuaire").sees("Trouver un soignant ou un lieu de soins");
        tab.fill("Quoi ou qui ?", "cardiologue " + team.mark())
                .fill("Où ?", "Lubumbashi")
                .press("Chercher")
                .sees("1 réponse")
                .check("directory-found");
        tab.follow("Dr Kasongo Ilunga " + team.mark() + " Béatrice")
                .sees("Médecin, Cardiologie")
                .sees("Clinique du Katanga")
                .sees("lundi")
                .check("directory-cardiologist");
        tab.follow("Clinique du Katanga " + team.mark())
                .sees("Comment venir")
                .sees("En face de la gare");
        assertThat(tab.page().locator("a.dial").first().getAttribute("href"))
                .isEqualTo("tel:+243000000102");
    }

    @Test
    void showsThePublicPagesInEveryLook(Chromium chromium) {
        chromium.inEveryLook(
                tab -> {
                    tab.go("/directory").check("directory");
                    tab.go("/directory?q=" + team.mark()).sees(team.mark()).check("directory-list");
                    tab.go("/directory?q=" + team.mark() + "&where=Kananga&speciality=cardiology")
                            .check("directory-none");
                    tab.go("/directory/facilities/" + clinic).check("directory-facility");
                    tab.go("/directory/professionals/" + cardiologist)
                            .check("directory-professional");
                    tab.go("/directory/organisations/" + hospital.id())
                            .check("directory-organisation");
                    tab.go("/directory/newcomers").check("directory-newcomers");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ln", "sw"})
    void showsWhatThePublicReadsInLanguagesOfTheCountry(String language, Chromium chromium) {
        for (int width : new int[] {360, 1280}) {
            Tab tab = chromium.open(new Look(width, language, true, false));
            String find = language.equals("ln") ? "Luka" : "Tafuta";
            for (String path :
                    List.of("/", "/sign-in", "/sign-up", "/directory", "/data-request")) {
                tab.go(path).check("languages" + path.replace('/', '-'));
            }
            tab.go("/directory?q=" + team.mark() + "&where=Lubumbashi")
                    .sees(find)
                    .check("languages-directory-found");
            tab.go("/directory/facilities/" + clinic).check("languages-facility");
            assertThat(tab.page().locator("p.said").first().getAttribute("lang")).isEqualTo("fr");
            tab.go("/directory/professionals/" + cardiologist)
                    .sees(language.equals("ln") ? "Monganga, Motema" : "Daktari, Moyo")
                    .sees(language.equals("ln") ? "lundi" : "Jumatatu")
                    .check("languages-professional");
        }
    }

    @Test
    void showsTheWorkPagesInEveryLook(Chromium chromium) {
        chromium.inEveryLook(
                tab -> {
                    tab.signIn(hospital.communicator());
                    tab.go("/work/directory").sees("Kasongo").check("directory-work");
                    tab.go("/work/directory/" + cardiologist).check("directory-edit");
                    tab.go("/work/directory/" + cardiologist + "/history")
                            .check("directory-history");
                    tab.go("/work/directory/new/facilities").check("directory-new");
                    tab.go("/work/directory/import").check("directory-import");
                });
    }

    @Test
    void entersSomebodyWithAPhotoAndTakesItBack(Chromium chromium) throws IOException {
        Tab tab = chromium.open(Look.PHONE).signIn(hospital.communicator());
        tab.go("/work/directory/new/professionals");
        tab.fill("Nom", "Bahati").fill("Postnom", team.mark()).fill("Prénom", "Alain");
        tab.page().locator("#field-profession").selectOption("nurse");
        tab.press("Inscrire").sees("« Bahati " + team.mark() + " Alain » est inscrit.");
        tab.page()
                .locator("#field-photo")
                .setInputFiles(
                        new FilePayload("moi.jpg", "image/jpeg", Pictures.fromAPhone(800, 600, 6)));
        tab.page().locator("#field-photo_alt").fill("Alain Bahati sourit");
        tab.press("Enregistrer la photo").sees("est modifié").check("directory-photo");
        tab.follow("Voir la page publique").sees("Bahati");
        String src = tab.page().locator("img.entry-photo").getAttribute("src");
        byte[] shown = fetch(tab, src);
        assertThat(new String(shown, StandardCharsets.ISO_8859_1))
                .startsWith("\u00ff\u00d8")
                .doesNotContain("Exif", "SECRETPLACE");
        assertThat(javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(shown)).getHeight())
                .isEqualTo(480);
        tab.page().goBack();
        tab.press("Retirer de l’annuaire").sees("est retiré de l’annuaire");
        assertThat(status(tab, src)).isEqualTo(404);
        tab.press("Annuler").sees("est revenu à la version précédente");
    }

    @Test
    void importsATableByHand(Chromium chromium) {
        Tab tab = chromium.open(Look.PHONE).signIn(hospital.communicator());
        tab.go("/work/directory").follow("Importer un tableau");
        String table =
                "Nom;Postnom;Profession;Horaires\nUn;%1$s;nurse;\nDeux;%1$s;nurse;jamais\n"
                        .formatted(team.mark());
        tab.page()
                .locator("#field-file")
                .setInputFiles(
                        new FilePayload(
                                "équipe.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
        tab.press("Lire le tableau");
        for (int i = 0; i < 50 && !tab.page().content().contains("attend votre accord"); i++) {
            tab.page().waitForTimeout(200);
            tab.page().reload();
        }
        tab.sees("« jamais » n’a pas été compris").check("directory-import-one");
        tab.press("Prendre cette ligne");
        for (int i = 0; i < 50 && !tab.page().content().contains("terminé"); i++) {
            tab.page().waitForTimeout(200);
            tab.page().reload();
        }
        tab.sees("inscrites");
        tab.go("/directory?q=" + team.mark()).sees("Un " + team.mark());
    }

    private static byte[] fetch(Tab tab, String path) throws IOException {
        return send(tab, path).body();
    }

    private static int status(Tab tab, String path) throws IOException {
        return send(tab, path).statusCode();
    }

    private static HttpResponse<byte[]> send(Tab tab, String path) throws IOException {
        URI page = URI.create(tab.page().url());
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(page.resolve(path)).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
