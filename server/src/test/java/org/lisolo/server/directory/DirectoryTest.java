package org.lisolo.server.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the public finds, and what it must not. */
@ServerTest
class DirectoryTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired NewEntries entries;
    @Autowired EntryStore store;
    @Autowired JdbcClient jdbc;

    Hospital hospital;
    Team team;
    Visitor stranger;

    @BeforeEach
    void open() {
        hospital = Hospital.open(organisations, accounts);
        team = Team.of(entries, hospital);
        stranger = Visitor.at(port);
    }

    @Test
    void findsByPartsOfNamesWithoutCaseAndAccents() {
        team.professional("Kasóngo-Ilùnga", "prenom", "Béatrice");
        for (String typed : List.of("kasongo", "KASONGO ilunga", "beatr", "Béatrice Kasongo")) {
            assertThat(search(typed + " " + team.mark()))
                    .as(typed)
                    .containsExactly("Kasóngo-Ilùnga");
        }
        assertThat(search("Mutombo " + team.mark())).isEmpty();
    }

    @Test
    void findsBySpecialityUnderAllItsNames() {
        team.professional("Coeur", "specialities", "cardiology");
        team.professional("Peau", "specialities", "dermatology");
        for (String typed :
                List.of(
                        "cardiologue",
                        "Cardiologie",
                        "cardiologist",
                        "heart doctor",
                        "maladies du cœur",
                        "docteur du coeur")) {
            assertThat(search(typed + " " + team.mark())).as(typed).containsExactly("Coeur");
        }
    }

    @Test
    void forgivesSmallMistakes() {
        team.professional("Tshimanga", "specialities", "cardiology", "town", "Lubumbashi");
        assertThat(search("cardiolgue " + team.mark())).containsExactly("Tshimanga");
        assertThat(search("tshimnga " + team.mark())).containsExactly("Tshimanga");
        assertThat(found("/directory?q=" + team.mark() + "&where=lubumbasi"))
                .containsExactly("Tshimanga");
        assertThat(stranger.get("/directory?q=cardiolgue").text()).contains("« cardiolgue »");
    }

    @Test
    void filtersByAllThatTheFormAsksFor() {
        EntryId clinic =
                team.facility(
                        "Clinique",
                        "kind",
                        "clinic",
                        "town",
                        "Lubumbashi",
                        "zone",
                        "Katuba",
                        "services",
                        "dialysis",
                        "languages",
                        "sw");
        team.facility("Hopital", "town", "Goma", "zone", "Karisimbi", "emergency", "oui");
        team.professional(
                "Ngoy",
                "workplace_1",
                clinic.toString(),
                "specialities",
                "nephrology",
                "conditions",
                "kidney-failure",
                "languages",
                "lua");
        String mark = "/directory?q=" + team.mark();
        assertThat(found(mark + "&where=katuba")).containsExactlyInAnyOrder("Clinique", "Ngoy");
        assertThat(found(mark + "&where=nord kivu")).containsExactly("Hopital");
        assertThat(found(mark + "&kind=professionals")).containsExactly("Ngoy");
        assertThat(found(mark + "&speciality=nephrology")).containsExactly("Ngoy");
        assertThat(found(mark + "&condition=kidney-failure")).containsExactly("Ngoy");
        assertThat(found(mark + "&language=lua")).containsExactly("Ngoy");
        assertThat(found(mark + "&service=dialysis")).containsExactly("Clinique");
        assertThat(found(mark + "&emergency=1")).containsExactly("Hopital");
        assertThat(found(mark + "&speciality=nephrology&language=sw")).isEmpty();
    }

    @Test
    void putsWhatMatchesByNameFirstThenEmergencyAndOpenDoors() {
        team.facility("Alpha");
        team.facility("Beta", "hours", "tous les jours 24h");
        team.facility("Gamma", "emergency", "oui");
        assertThat(search(team.mark())).containsExactly("Beta", "Gamma", "Alpha");
        assertThat(found("/directory?q=" + team.mark() + "&open=1")).containsExactly("Beta");
    }

    @Test
    void offersTheNearestElsewhere() {
        team.facility("Goma", "town", "Goma");
        team.facility("Bukavu", "town", "Bukavu");
        team.facility("Kinshasa", "town", "Kinshasa");
        String page = stranger.get("/directory?q=" + team.mark() + "&where=Goma").text();
        assertThat(names(page)).containsExactly("Goma", "Bukavu", "Kinshasa");
        assertThat(page).contains("Ailleurs, au plus près").containsPattern("à \\d+ km");
    }

    @Test
    void pagesThroughAllWithoutSkippingOrRepeating() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            String name = "Page%02d".formatted(i);
            team.professional(name, i % 3 == 0 ? "hours" : "fee", "24h");
            expected.add(name);
        }
        List<String> read = new ArrayList<>();
        String next = "/directory?q=" + team.mark();
        int pages = 0;
        while (!next.isEmpty()) {
            String page = stranger.get(next).text();
            assertThat(page).contains("45 réponses");
            read.addAll(names(page));
            Matcher link = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
            next = link.find() ? link.group(1).replace("&amp;", "&") : "";
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(read).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(read.subList(0, 15))
                .allMatch(name -> Integer.parseInt(name.substring(4)) % 3 == 0);
    }

    @Test
    void neverTakesOnePlaceForAnother() {
        team.professional("Katanga", "town", "Likasi", "zone", "Likasi");
        String page = stranger.get("/directory?q=" + team.mark() + "&where=Kananga").text();
        assertThat(page).contains("Rien ne correspond à cette recherche", "Ailleurs, au plus près");
        assertThat(names(page)).containsExactly("Katanga");
    }

    @Test
    void helpsWhereNothingIsFound() {
        team.professional("Seul", "town", "Kananga");
        String page =
                stranger.get("/directory?q=" + team.mark() + "&where=Kananga&emergency=1").text();
        assertThat(page)
                .contains("Rien ne correspond à cette recherche")
                .contains("sans exiger les urgences")
                .contains("1 réponse");
    }

    @Test
    void agreesWithItsOwnQueryOnWhatIsOpen() {
        Random random = new Random(11);
        List<String> hours =
                List.of(
                        "lun-ven 8h-12h 14h-17h",
                        "tous les jours 22h-6h",
                        "dim 20h-8h; mer 24h",
                        "sam-dim 24h",
                        "lun-dim 7h30-18h45");
        List<String> special =
                List.of(
                        "",
                        "%1$s fermé",
                        "%1$s..%2$s fermé",
                        "%1$s 10h-11h",
                        "%2$s 22h-5h; %1$s fermé");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (int i = 0; i < 40; i++) {
            LocalDate one = today.plusDays(random.nextInt(6));
            String days =
                    special.get(random.nextInt(special.size()))
                            .formatted(one, one.plusDays(1 + random.nextInt(3)));
            EntryId id =
                    team.facility(
                            "Heures" + i,
                            "hours",
                            hours.get(random.nextInt(hours.size())),
                            "special_days",
                            days,
                            "province",
                            i % 2 == 0 ? "Kinshasa" : "Haut-Katanga");
            OpeningTimes times = store.find(List.of(id)).get(id).content().times();
            assertThat(times.zone())
                    .isEqualTo(ZoneId.of(i % 2 == 0 ? "Africa/Kinshasa" : "Africa/Lubumbashi"));
            for (int j = 0; j < 120; j++) {
                Instant moment =
                        today.atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .plusSeconds(60L * random.nextInt(12 * 24 * 60));
                assertThat(isOpen(id, moment))
                        .as("%s at %s", times, moment)
                        .isEqualTo(times.isOpen(moment));
            }
        }
    }

    private boolean isOpen(EntryId id, Instant moment) {
        return jdbc.sql(
                        """
                        select directory.is_open(hours, shut, extra, zone, ?)
                          from directory.listing where entry = ?
                        """)
                .params(Timestamp.from(moment), id.value())
                .query(Boolean.class)
                .single();
    }

    @Test
    void showsNothingAnywhereOfWhatIsHiddenOrRetired() {
        EntryId facility = team.facility("Lieu", "town", "Goma");
        EntryId doctor =
                team.professional(
                        "Cache" + team.mark(),
                        "workplace_1",
                        facility.toString(),
                        "joined",
                        LocalDate.now(ZoneOffset.UTC).minusDays(3).toString());
        String secret = "Cache" + team.mark();
        List<String> places =
                List.of(
                        "/directory?q=" + secret,
                        "/directory/professionals/" + doctor,
                        "/directory/facilities/" + facility,
                        "/directory/organisations/" + hospital.id(),
                        "/directory/newcomers",
                        "/directory/sitemap/0");
        for (String place : places) {
            String body = stranger.get(place).body();
            assertThat(body).as(place).containsAnyOf(secret, doctor.toString());
        }
        Visitor staff = hospital.communicator().at(port);
        for (String deed : List.of("hide", "retire")) {
            staff.get("/work/directory/" + doctor);
            assertThat(staff.post("/work/directory/" + doctor + "/" + deed).status())
                    .isEqualTo(302);
            for (String place : places) {
                String body = stranger.get(place).body().replace("q=" + secret, "");
                assertThat(
                                body.replaceAll("(?s)<form.*?</form>", "")
                                        .replaceAll("(?s)<head>.*?</head>|<footer.*", "")
                                        .replace("« " + secret + " »", ""))
                        .as(deed + " " + place)
                        .doesNotContain(doctor.toString())
                        .doesNotContain(
                                "<a class=\"row-link\" href=\"/directory/professionals/" + doctor);
            }
            assertThat(stranger.get("/directory/professionals/" + doctor).status()).isEqualTo(404);
            assertThat(search(secret)).noneMatch(name -> name.startsWith("Cache"));
            assertThat(
                            jdbc.sql("select count(*) from directory.word where word = ?")
                                    .param(secret.toLowerCase(java.util.Locale.ROOT))
                                    .query(Long.class)
                                    .single())
                    .isZero();
            staff.post("/work/directory/" + doctor + "/publish");
        }
    }

    @Test
    void keepsAnotherOrganisationsStaffOut() {
        EntryId doctor = team.professional("Mien");
        Hospital other = Hospital.open(organisations, accounts);
        Visitor outsider = other.admin().at(port);
        outsider.get("/work/directory/new/professionals");
        String path = "/work/directory/" + doctor;
        assertThat(outsider.get(path).status()).isEqualTo(404);
        assertThat(outsider.get(path + "/history").status()).isEqualTo(404);
        outsider.get("/work/directory/new/professionals");
        for (String deed :
                List.of(
                        "",
                        "/retire",
                        "/hide",
                        "/publish",
                        "/confirm",
                        "/versions/1/restore",
                        "/photo/remove")) {
            assertThat(
                            outsider.post(
                                            path + deed,
                                            "nom",
                                            "Pirate",
                                            "profession",
                                            "physician",
                                            "version",
                                            "1")
                                    .status())
                    .as(deed)
                    .isEqualTo(404);
        }
        assertThat(search(team.mark())).containsExactly("Mien");
        String export = outsider.export("/work/directory/export/professionals").body();
        assertThat(export).doesNotContain(team.mark());
        // nor is somebody else's facility a workplace
        EntryId foreign = team.facility("Ailleurs");
        outsider.get("/work/directory/new/professionals");
        assertThat(
                        outsider.post(
                                        "/work/directory/new/professionals",
                                        "nom",
                                        "Intrus",
                                        "profession",
                                        "nurse",
                                        "workplace_1",
                                        foreign.toString())
                                .status())
                .isEqualTo(422);
    }

    @Test
    void takesMarkupInNamesForLetters() {
        String evil = "<script>alert(1)</script>";
        EntryId doctor =
                team.professional(
                        "Mal" + evil, "welcome", evil + "</script><img src=x onerror=alert(2)>");
        EntryId place =
                team.facility(
                        "Lieu</script>" + evil,
                        "about",
                        evil,
                        "directions",
                        evil,
                        "email",
                        "a@b.cd");
        for (String path :
                List.of(
                        "/directory?q=" + team.mark(),
                        "/directory/professionals/" + doctor,
                        "/directory/facilities/" + place,
                        "/directory/organisations/" + hospital.id())) {
            String body = stranger.get(path).body();
            assertThat(body)
                    .as(path)
                    .contains(team.mark())
                    .doesNotContain("<script>alert", "<img src=x");
        }
        Matcher json =
                Pattern.compile("(?s)<script type=\"application/ld\\+json\">(.*?)</script>")
                        .matcher(stranger.get("/directory/facilities/" + place).body());
        assertThat(json.find()).isTrue();
        assertThat(json.group(1)).contains("\"@type\":\"Hospital\"").doesNotContain("<");
    }

    @Test
    void tellsSearchEnginesWhoSomebodyIs() {
        EntryId doctor =
                team.professional("Moteur", "specialities", "cardiology", "languages", "fr;sw");
        String page = stranger.get("/directory/professionals/" + doctor).body();
        assertThat(page)
                .contains("\"@type\":\"Physician\"", "\"medicalSpecialty\":[\"Cardiology\"]")
                .containsPattern(
                        "rel=\"canonical\" href=\"http://[^\"]+/directory/professionals/" + doctor)
                .contains("<title>Moteur " + team.mark());
        assertThat(stranger.get("/sitemap.xml").body()).contains("/directory/sitemap/0");
    }

    @Test
    void changesWithHistoryAndBack() {
        EntryId doctor = team.professional("Avant");
        Visitor staff = hospital.communicator().at(port);
        String path = "/work/directory/" + doctor;
        staff.get(path);
        Visitor.Page done =
                staff.post(
                        path,
                        "version",
                        "1",
                        "nom",
                        "Apres",
                        "postnom",
                        team.mark(),
                        "profession",
                        "nurse");
        assertThat(done.status()).isEqualTo(302);
        assertThat(search(team.mark())).containsExactly("Apres");
        String page = staff.get(path).body();
        assertThat(page).contains("versions/1/restore");
        Visitor.Page late = staff.post(path, "version", "1", "nom", "Tard", "profession", "nurse");
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("entre-temps", "Tard");
        String history = staff.get(path + "/history").text();
        assertThat(history).contains("Avant", "Apres", hospital.communicator().name());
        staff.post(path + "/versions/1/restore");
        assertThat(search(team.mark())).containsExactly("Avant");
        assertThat(hospital.reader().at(port).get(path).status()).isEqualTo(200);
    }

    @Test
    void keepsWhatWasTypedWhereSomethingIsWrong() {
        Visitor staff = hospital.communicator().at(port);
        staff.get("/work/directory/new/facilities");
        Visitor.Page again =
                staff.post(
                        "/work/directory/new/facilities",
                        "kind",
                        "hospital",
                        "name",
                        "Lieu gardé",
                        "town",
                        "Boma",
                        "hours",
                        "quand il pleut",
                        "zone",
                        "Nulle Part");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text())
                .contains("Lieu gardé", "quand il pleut", "Nulle Part")
                .contains("« quand il pleut » n’a pas été compris")
                .contains("« Nulle Part » n’est le nom d’aucune zone de santé");
    }

    @Test
    void remindsAfterHalfAYear() {
        EntryId doctor = team.professional("Ancien");
        jdbc.sql("update directory.entry set confirmed = ? where id = ?")
                .params(Timestamp.from(Instant.now().minusSeconds(200L * 86_400)), doctor.value())
                .update();
        assertThat(stranger.get("/directory/professionals/" + doctor).text())
                .contains("Personne n’a confirmé ces informations depuis");
        Visitor staff = hospital.communicator().at(port);
        assertThat(staff.get("/work").text()).contains("Fiche de l’annuaire à confirmer", "Ancien");
        staff.get("/work/directory/" + doctor);
        staff.post("/work/directory/" + doctor + "/confirm");
        assertThat(staff.get("/work").text()).doesNotContain("Ancien");
    }

    @Test
    void followsAFacilityThatMoves() {
        EntryId place = team.facility("Mobile", "town", "Boma");
        team.professional("Suit", "workplace_1", place.toString());
        assertThat(found("/directory?kind=professionals&where=boma&q=" + team.mark()))
                .containsExactly("Suit");
        Visitor staff = hospital.communicator().at(port);
        staff.get("/work/directory/" + place);
        staff.post(
                "/work/directory/" + place,
                "version",
                "1",
                "kind",
                "hospital",
                "name",
                "Mobile " + team.mark(),
                "town",
                "Matadi");
        assertThat(found("/directory?kind=professionals&where=matadi&q=" + team.mark()))
                .containsExactly("Suit");
        assertThat(found("/directory?kind=professionals&where=boma&q=" + team.mark()))
                .doesNotContain("Boma");
    }

    @Test
    void staysLightWithAFullPage() throws Exception {
        EntryId place =
                team.facility("Plein", "hours", "lun-ven 8h-12h", "phones", "+243 000 000 009");
        for (int i = 0; i < 30; i++) {
            team.professional(
                    "Lourd" + i,
                    "prenom",
                    "Béatrice-Joséphine" + i,
                    "specialities",
                    "cardiology;internal-medicine",
                    "workplace_1",
                    place.toString(),
                    "hours_1",
                    "lun-ven 8h-12h 14h-17h",
                    "joined",
                    LocalDate.now(ZoneOffset.UTC).toString(),
                    "welcome",
                    "Elle rejoint l’équipe et suit les patients hypertendus. ".repeat(3) + i);
        }
        for (String path :
                List.of(
                        "/directory?q=" + team.mark(),
                        "/directory/facilities/" + place,
                        "/directory/organisations/" + hospital.id(),
                        "/directory/newcomers")) {
            var answer =
                    HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(
                                                    URI.create("http://localhost:" + port + path))
                                            .header("Accept", "text/html")
                                            .header("Accept-Encoding", "gzip")
                                            .build(),
                                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(answer.body().length).as(path).isLessThan(14 * 1024);
            System.out.printf(
                    "%s: %,d bytes%n", path.replaceAll("[^/]*$", "…"), answer.body().length);
        }
    }

    @Test
    void saysHowAnOrganisationBehaves() {
        team.facility("Charte");
        Visitor staff = hospital.communicator().at(port);
        staff.get("/work/directory/organisation");
        staff.post(
                "/work/directory/organisation",
                "about",
                "Une maison ouverte",
                "policy",
                "Nous ne publions rien d’un patient.",
                "policy_link",
                "javascript:alert(1)");
        assertThat(stranger.get("/directory/organisations/" + hospital.id()).text())
                .doesNotContain("Nous ne publions rien", "javascript:alert");
        staff.post(
                "/work/directory/organisation",
                "policy",
                "Nous ne publions rien d’un patient.",
                "policy_link",
                "https://example.org/charte");
        assertThat(stranger.get("/directory/organisations/" + hospital.id()).text())
                .contains("Nous ne publions rien d’un patient.", "https://example.org/charte");
    }

    @Test
    void answersOddAddresses() {
        for (String odd :
                List.of(
                        "/directory?rank=x&at=y&after=z&id=q",
                        "/directory?rank=1.1&at=99999999999999999&id=" + hospital.id(),
                        "/directory?q=%00'%22%5C:*&where=%27%29",
                        "/directory?speciality=x%27y&kind=%5C",
                        "/directory/sitemap/-1",
                        "/directory/sitemap/x",
                        "/directory/photos/x/1")) {
            assertThat(stranger.get(odd).status()).as(odd).isLessThan(500);
        }
    }

    private List<String> search(String typed) {
        return found("/directory?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
    }

    private List<String> found(String path) {
        String page = stranger.get(path.replace(" ", "+")).text();
        int elsewhere = page.indexOf("Ailleurs, au plus près");
        return names(elsewhere < 0 ? page : page.substring(0, elsewhere));
    }

    /** The first words of the entries in a list, without the mark. */
    private List<String> names(String page) {
        List<String> names = new ArrayList<>();
        Matcher name =
                Pattern.compile("class=\"row-link\" href=\"/directory/[^\"]+\">([^<]+)<")
                        .matcher(page);
        while (name.find()) {
            names.add(name.group(1).replace(team.mark(), "").replace("Béatrice", "").strip());
        }
        return names;
    }
}
