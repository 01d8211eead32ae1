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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Tables: what a row does is told before it is done, and nothing good is lost for what is bad. */
@ServerTest
class TableImportTest {
    private static final int MANY = 100_000;

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired NewEntries entries;
    @Autowired TableImports imports;
    @Autowired EntryStore store;
    @Autowired TableImportStore importStore;
    @Autowired JdbcClient jdbc;

    Hospital hospital;
    Team team;
    Visitor staff;

    @BeforeEach
    void open() {
        hospital = Hospital.open(organisations, accounts);
        team = Team.of(entries, hospital);
        staff = hospital.communicator().at(port);
    }

    @Test
    void saysOfEachRowWhatItWillDoAndThenDoesIt() throws Exception {
        EntryId clinic = team.facility("Clinique", "reference", "C1");
        team.professional("Ancien", "reference", "P1");
        team.professional("Pareil", "reference", "P2", "languages", "fr;sw");
        String table =
                """
                Votre référence;Nom;Postnom;Profession;Spécialités;Lieu de soins 1;Horaires au lieu 1;Langues parlées
                P1;Change;MARK;médecin;Cardiologie;C1;lun-ven 8h-12h;Kiswahili
                P2;Pareil;MARK;physician;;;;Français; Kiswahili
                P3;Nouveau;MARK;sage-femme;;Clinique MARK;;
                ;SansNumero;MARK;Infirmière;;;;
                P4;;MARK;physician;;;;
                P5;Heures;MARK;physician;;C1;quand il pleut;
                P6;Lieu;MARK;physician;;Nulle part;;
                P3;Double;MARK;nurse;;;;
                """
                        .replace("Français; Kiswahili", "\"Français; Kiswahili\"")
                        .replace("MARK", team.mark());
        UUID id = handOver(EntryKind.PROFESSIONAL, table, StandardCharsets.UTF_8);
        TableImport read = waitFor(id, TableImport.State.READY);
        assertThat(read.counts()).isEqualTo(new TableImport.Counts(8, 2, 1, 1, 4));
        assertThat(read.separator()).isEqualTo(";");
        assertThat(names()).containsExactlyInAnyOrder("Ancien", "Pareil");

        String page = staff.get("/work/directory/import/" + id).text();
        assertThat(page)
                .contains("attend votre accord", "Prendre ces 3 lignes")
                .contains("« Nulle part » n’est pas un lieu de soins de votre organisation");
        assertThat(report(id))
                .containsExactly(
                        "Ligne,Résultat,Nom,Colonne,Raison",
                        "1,modifiée,Change MARK,,",
                        "2,inchangée,Pareil MARK,,",
                        "3,inscrite,Nouveau MARK,,",
                        "4,inscrite,SansNumero MARK,,",
                        "5,refusée,MARK,Nom,Indiquez le nom.",
                        "6,refusée,Heures MARK,Horaires au lieu 1,"
                                + "« quand il pleut » n’a pas été compris ; écrivez par exemple"
                                + " « lun-ven 8h-12h 14h-17h ».",
                        "7,refusée,Lieu MARK,Lieu de soins 1,« Nulle part » n’est pas un lieu de"
                                + " soins de votre organisation.",
                        "8,refusée,Double MARK,Votre référence,"
                                + "Une ligne plus haut parle de la même fiche.");

        assertThat(staff.post("/work/directory/import/" + id + "/apply").status()).isEqualTo(302);
        TableImport done = waitFor(id, TableImport.State.DONE);
        assertThat(done.counts()).isEqualTo(new TableImport.Counts(8, 2, 1, 1, 4));
        assertThat(names()).containsExactlyInAnyOrder("Change", "Pareil", "Nouveau", "SansNumero");
        var nouveau =
                all().stream()
                        .filter(entry -> entry.content().name().startsWith("Nouveau"))
                        .findFirst()
                        .orElseThrow();
        assertThat(((Professional) nouveau.content()).workplaces().getFirst().facility())
                .isEqualTo(clinic);
        assertThat(staff.post("/work/directory/import/" + id + "/apply").status()).isEqualTo(409);
    }

    @Test
    void readsWhatSpreadsheetsSave() throws Exception {
        String table = "Nom\tProfession\tReference\r\nN'Döla " + team.mark() + "\tnurse\tR1\r\n";
        for (String encoding : List.of("windows-1252", "UTF-16LE", "UTF-16BE", "UTF-8")) {
            String marked = encoding.equals("windows-1252") ? table : "\uFEFF" + table;
            UUID id = handOver(EntryKind.PROFESSIONAL, marked, Charset.forName(encoding));
            TableImport read = waitFor(id, TableImport.State.READY);
            assertThat(read.encoding()).isEqualTo(encoding);
            assertThat(read.separator()).isEqualTo("TAB");
            assertThat(read.counts().added()).as(encoding).isEqualTo(1);
            assertThat(importStore.refused(id, 10)).isEmpty();
        }
    }

    @Test
    void givesBackWhatItTakes() throws Exception {
        team.facility(
                "=Formule",
                "phones",
                "+243 000 000 009",
                "hours",
                "lun-ven 8h-12h 14h-17h; dim 22h-6h",
                "special_days",
                "25/12/2026 fermé (Noël)",
                "latitude",
                "-11.66",
                "longitude",
                "27.48",
                "services",
                "dialysis;Massage doux",
                "emergency",
                "oui",
                "directions",
                "ligne une\nligne deux");
        for (String language : List.of("fr", "en")) {
            String table =
                    hospital.communicator()
                            .at(port)
                            .reading(language)
                            .export("/work/directory/export/facilities")
                            .body();
            UUID id = handOver(EntryKind.FACILITY, table, StandardCharsets.UTF_8);
            TableImport read = waitFor(id, TableImport.State.READY);
            assertThat(importStore.refused(id, 5)).as(language).isEmpty();
            assertThat(read.counts()).as(language).isEqualTo(new TableImport.Counts(1, 0, 0, 1, 0));
        }
    }

    @Test
    void leavesAloneWhatAColumnDoesNotTell() throws Exception {
        team.professional("Garde", "reference", "G1", "fee", "10 000 FC", "languages", "fr");
        UUID id =
                handOver(
                        EntryKind.PROFESSIONAL,
                        "reference,languages\nG1,sw\n",
                        StandardCharsets.UTF_8);
        waitFor(id, TableImport.State.READY);
        staff.get("/work/directory/import/" + id);
        staff.post("/work/directory/import/" + id + "/apply");
        waitFor(id, TableImport.State.DONE);
        Entry entry = all().getFirst();
        assertThat(entry.content().fields().get("fee")).isEqualTo("10 000 FC");
        assertThat(entry.content().fields().get("languages")).isEqualTo("sw");
        assertThat(entry.version()).isEqualTo(2);
    }

    @Test
    void refusesWhatIsNoTableOfOurs() throws Exception {
        UUID id = handOver(EntryKind.PROFESSIONAL, "a,b\n1,2\n", StandardCharsets.UTF_8);
        assertThat(waitFor(id, TableImport.State.FAILED).failure())
                .isEqualTo("directory.problem.file.columns.professionals");
        assertThat(staff.get("/work/directory/import/" + id).text())
                .contains("Les colonnes « Nom » et « Profession » sont nécessaires");
    }

    @Test
    void showsNobodyElseAnImport() throws Exception {
        UUID id =
                handOver(
                        EntryKind.PROFESSIONAL,
                        "nom,profession\nA,nurse\n",
                        StandardCharsets.UTF_8);
        waitFor(id, TableImport.State.READY);
        Visitor outsider = Hospital.open(organisations, accounts).admin().at(port);
        assertThat(outsider.get("/work/directory/import/" + id).status()).isEqualTo(404);
        assertThat(outsider.get("/work/directory/import/" + id + "/report").status())
                .isEqualTo(404);
        outsider.get("/work/directory/import");
        assertThat(outsider.post("/work/directory/import/" + id + "/apply").status())
                .isEqualTo(404);
    }

    @Test
    void streamsManyRows() throws Exception {
        StringBuilder table = new StringBuilder("reference,nom,postnom,profession,town\n");
        for (int i = 0; i < 3_000; i++) {
            table.append(
                    "B%d,Nom%d,%s,%s,Goma\n"
                            .formatted(i, i, team.mark(), i % 100 == 7 ? "" : "nurse"));
        }
        UUID id = handOver(EntryKind.PROFESSIONAL, table.toString(), StandardCharsets.UTF_8);
        assertThat(waitFor(id, TableImport.State.READY).counts())
                .isEqualTo(new TableImport.Counts(3_000, 2_970, 0, 0, 30));
        staff.get("/work/directory/import/" + id);
        staff.post("/work/directory/import/" + id + "/apply");
        waitFor(id, TableImport.State.DONE);
        assertThat(all()).hasSize(2_970);
        assertThat(report(id)).hasSize(3_001);
    }

    @Test
    void takesAHundredThousandRowsOnceThoughItIsBrokenOffTwice() throws Exception {
        StringBuilder table = new StringBuilder("reference,nom,postnom,profession,town\n");
        for (int i = 0; i < MANY; i++) {
            table.append("M%d,Nom%d,%s,nurse,Goma\n".formatted(i, i, team.mark()));
        }
        UUID id = handOver(EntryKind.PROFESSIONAL, table.toString(), StandardCharsets.UTF_8);
        breakOffAfter(() -> importStore.find(id).orElseThrow().counts().total() > 0);
        assertThat(importStore.find(id).orElseThrow().state())
                .isEqualTo(TableImport.State.CHECKING);
        imports.start();
        TableImport read = waitFor(id, TableImport.State.READY);
        assertThat(read.counts()).isEqualTo(new TableImport.Counts(MANY, MANY, 0, 0, 0));

        imports.apply(read);
        breakOffAfter(() -> taken() > 0);
        assertThat(taken()).isLessThan(MANY);
        assertThat(importStore.find(id).orElseThrow().state())
                .isEqualTo(TableImport.State.APPLYING);
        imports.start();
        assertThat(waitFor(id, TableImport.State.DONE).counts())
                .isEqualTo(new TableImport.Counts(MANY, MANY, 0, 0, 0));
        assertThat(taken()).isEqualTo(MANY);
        assertThat(importStore.refused(id, 5)).isEmpty();
    }

    private void breakOffAfter(BooleanSupplier begun) throws InterruptedException {
        while (!begun.getAsBoolean()) {
            Thread.sleep(5);
        }
        imports.stop();
    }

    private int taken() {
        return jdbc.sql("select count(*) from directory.entry where organisation = ?")
                .param(hospital.id().value())
                .query(Integer.class)
                .single();
    }

    private UUID handOver(EntryKind kind, String table, Charset encoding) throws IOException {
        var bytes = new ByteArrayInputStream(table.getBytes(encoding));
        return imports.start(kind, "table.csv", bytes, hospital.communicator().signedIn()).id();
    }

    private TableImport waitFor(UUID id, TableImport.State state) throws InterruptedException {
        for (int i = 0; i < 6_000; i++) {
            TableImport made = importStore.find(id).orElseThrow();
            if (!made.state().goesOn()) {
                assertThat(made.state()).as(made.failure()).isEqualTo(state);
                return made;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("still going on");
    }

    private List<Entry> all() {
        return store.ofOrganisation(hospital.id(), EntryKind.PROFESSIONAL, new UUID(0, 0), 10_000);
    }

    private List<String> names() {
        return all().stream()
                .map(entry -> entry.content().name().replace(team.mark(), "").strip())
                .toList();
    }

    private List<String> report(UUID id) {
        String body = staff.get("/work/directory/import/" + id + "/report").text();
        return body.replace("\uFEFF", "")
                .replace(team.mark(), "MARK")
                .replace("\"", "")
                .lines()
                .toList();
    }
}
