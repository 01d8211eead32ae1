package org.lisolo.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calendar in other programs, in and out: a table, a link that can be taken back. */
@ServerTest
class CalendarTablesTest {
    private static final ZoneId KINSHASA = ZoneId.of("Africa/Kinshasa");
    private static final String NAMED = "Notre patiente Béatrice Kalonji a guéri.";

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;

    private final LocalDate tomorrow = LocalDate.now(KINSHASA).plusDays(1);
    private final String shown =
            "%02d/%02d/%d"
                    .formatted(
                            tomorrow.getDayOfMonth(), tomorrow.getMonthValue(), tomorrow.getYear());
    private final String table =
            """
            Jour;Heure;Sujet;Texte;Langue
            %1$s;9h;Hygiène et eau;Lavez vos mains.;fr
            %1$s;09:10;;"Wash your hands; often.";anglais
            ;;;%2$s;
            2020-01-01;08:00;;Trop tard.;
            %1$s;midi;;À midi.;
            ;;rien;Sujet inconnu.;
            %1$s;10:00;;;
            """
                    .formatted(shown, NAMED);

    private Hospital hospital;
    private Visitor writer;

    @BeforeEach
    void open() {
        hospital = Hospital.open(organisations, accounts);
        writer = as(hospital, Role.COMMUNICATOR);
    }

    private Visitor as(Hospital at, Role role) {
        Visitor visitor = at.staff().get(role).at(port);
        visitor.get("/account");
        return visitor;
    }

    private int posts() {
        return jdbc.sql("select count(*) from publishing.post where organisation = ?")
                .param(hospital.id().value())
                .query(Integer.class)
                .single();
    }

    private void take(String rows) {
        writer.get("/work/calendar/import");
        writer.post("/work/calendar/import", "table", rows);
        assertThat(writer.post("/work/calendar/import/make", "table", rows).status())
                .isEqualTo(302);
    }

    @Test
    void eachRowIsToldBeforeAnythingIsMade() {
        writer.get("/work/calendar/import");
        String report = writer.post("/work/calendar/import", "table", table).text();
        assertThat(report)
                .contains("3 brouillons seront créés, sur 7 lignes")
                .contains("ne pourra pas partir")
                .contains("Cette heure est passée")
                .contains("n’est pas une heure")
                .contains("Choisissez un sujet")
                .contains("Écrivez le texte")
                .contains("À moins d’une demi-heure d’une autre");
        assertThat(posts()).isZero();
    }

    @Test
    void onlyDraftsAreMadeAndTheSameTableMakesThemOnce() {
        take(table);
        assertThat(posts()).isEqualTo(3);
        assertThat(
                        jdbc.sql(
                                        "select distinct state from publishing.post where"
                                                + " organisation = ?")
                                .param(hospital.id().value())
                                .query(String.class)
                                .list())
                .containsExactly("DRAFT");
        String day = writer.get("/work/calendar?view=day&day=" + tomorrow).text();
        assertThat(day).contains("Lavez vos mains.").contains("Hygiène et eau");
        String again = writer.post("/work/calendar/import", "table", table).text();
        assertThat(again).contains("Déjà là");
    }

    @Test
    void aRowThatNamesAPatientMakesADraftThatCannotLeave() {
        take("texte\n" + NAMED + "\n");
        UUID post =
                jdbc.sql("select id from publishing.post where organisation = ?")
                        .param(hospital.id().value())
                        .query(UUID.class)
                        .single();
        String path = "/work/posts/" + post;
        writer.post(path + "/ask", Newsroom.fields(writer, path, "considered", "on"));
        for (Role role : new Role[] {Role.PROFESSIONAL, Role.COMPLIANCE}) {
            Visitor approver = as(hospital, role);
            approver.get(path);
            approver.post(path + "/approve", "version", "1");
        }
        assertThat(writer.get(path).text()).contains("Attend une approbation");
        assertThat(
                        jdbc.sql("select count(*) from message.outgoing where post = ?")
                                .param(post)
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void whatIsNoTableIsSaidAndKept() {
        writer.get("/work/calendar/import");
        Visitor.Page page = writer.post("/work/calendar/import", "table", "quelque chose");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Aucune colonne ne s’appelle").contains("quelque chose");
        assertThat(writer.post("/work/calendar/import").text()).contains("Choisissez un fichier");
        String many = "texte\n" + "Bonjour.\n".repeat(301);
        assertThat(writer.post("/work/calendar/import", "table", many).text())
                .contains("trop grand");
    }

    @Test
    void whatIsTakenOutCanBeTakenInAgain() {
        take(table);
        String day = "view=day&day=" + tomorrow;
        assertThat(writer.get("/work/calendar.csv?" + day).body()).doesNotContain("Lavez");
        String csv = writer.export("/work/calendar.csv?" + day).body();
        assertThat(csv).contains("Lavez vos mains.").contains("Wash your hands; often.");
        var json = new JsonMapper().readTree(writer.export("/work/calendar.json?" + day).body());
        assertThat(json).hasSize(2);
        assertThat(json.get(0).get("text").asString()).isEqualTo("Lavez vos mains.");
        assertThat(json.get(0).get("time").asString()).isEqualTo("09:00");

        Hospital other = Hospital.open(organisations, accounts);
        Visitor stranger = as(other, Role.COMMUNICATOR);
        assertThat(stranger.export("/work/calendar.csv?" + day).body()).doesNotContain("Lavez");
        stranger.get("/work/calendar/import");
        assertThat(stranger.post("/work/calendar/import", "table", csv).text())
                .contains("2 brouillons seront créés, sur 2 lignes");
    }

    private String link(Visitor who) {
        who.get("/work/calendar/feed");
        String page = who.post("/work/calendar/feed").body();
        Matcher address = Pattern.compile("(/calendar/[\\w-]+\\.ics)").matcher(page);
        assertThat(address.find()).as(page).isTrue();
        assertThat(who.get("/work/calendar/feed").body()).doesNotContain(address.group(1));
        return address.group(1);
    }

    @Test
    void aPrivateLinkTellsWhatIsPlannedAndNoWordsOfWhatNobodyApproved() {
        take(table);
        String address = link(writer);
        Visitor program = Visitor.at(port);
        Visitor.Page feed = program.get(address);
        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/calendar");
        String whole = feed.text().replace("\r\n ", "");
        assertThat(whole)
                .contains("DTSTART:" + tomorrow.toString().replace("-", "") + "T080000Z")
                .contains("SUMMARY:À approuver ou en préparation : Hygiène et eau")
                .contains("STATUS:TENTATIVE")
                .doesNotContain("Lavez")
                .doesNotContain("Kalonji");
        jdbc.sql(
                        """
                        update publishing.post set state = 'APPROVED', approved_at = now()
                         where organisation = ?
                        """)
                .param(hospital.id().value())
                .update();
        assertThat(program.get(address).text().replace("\r\n ", ""))
                .contains("SUMMARY:Lavez vos mains.")
                .contains("STATUS:CONFIRMED");
    }

    @Test
    void aLinkEndsWhenItIsTakenBackOrReplacedOrItsOwnerMayNotSee() {
        Visitor program = Visitor.at(port);
        String first = link(writer);
        String second = link(writer);
        assertThat(program.get(first).status()).isEqualTo(404);
        assertThat(program.get(second).status()).isEqualTo(200);
        jdbc.sql("update people.membership set roles = '{READER}' where account = ?")
                .param(hospital.communicator().account().value())
                .update();
        assertThat(program.get(second).status()).isEqualTo(404);
        Visitor compliance = as(hospital, Role.COMPLIANCE);
        String third = link(compliance);
        assertThat(program.get(third).status()).isEqualTo(200);
        compliance.post("/work/calendar/feed/revoke");
        assertThat(program.get(third).status()).isEqualTo(404);
        assertThat(program.get("/calendar/nothing.ics").status()).isEqualTo(404);
    }
}
