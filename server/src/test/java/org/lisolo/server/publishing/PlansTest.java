package org.lisolo.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lisolo.server.publishing.Newsroom.fields;

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

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When what is not said yet is to be said: slots, the queue, moving, and what stands too near. */
@ServerTest
class PlansTest {
    private static final ZoneId KINSHASA = ZoneId.of("Africa/Kinshasa");

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;

    private Hospital hospital;
    private Visitor writer;

    @BeforeEach
    void open() {
        hospital = Hospital.open(organisations, accounts);
        writer = as(Role.COMMUNICATOR);
    }

    private Visitor as(Role role) {
        Visitor visitor = hospital.staff().get(role).at(port);
        visitor.get("/account");
        return visitor;
    }

    private static LocalDate tomorrow() {
        return LocalDate.now(KINSHASA).plusDays(1);
    }

    private String draft(String text) {
        writer.get("/work/posts");
        String post = writer.post("/work/posts").location().orElseThrow();
        writer.post(post + "/check", fields(writer, post, "text", text));
        return post;
    }

    private String planned(String text, LocalDate day, String time) {
        String post = draft(text);
        writer.post(post + "/move", "day", day.toString(), "time", time);
        assertThat(wanted(post)).isEqualTo(at(day, time, KINSHASA));
        return post;
    }

    private static Instant at(LocalDate day, String time, ZoneId zone) {
        return day.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    }

    private Instant wanted(String post) {
        return jdbc.sql("select wanted_at from publishing.post where id = ?")
                .param(id(post))
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static UUID id(String post) {
        return UUID.fromString(post.substring(post.lastIndexOf('/') + 1));
    }

    private void everyDayAt(String times) {
        writer.get("/work/calendar/slots");
        String[] fields = new String[14];
        for (int day = 1; day <= 7; day++) {
            fields[2 * day - 2] = "day" + day;
            fields[2 * day - 1] = times;
        }
        assertThat(writer.post("/work/calendar/slots", fields).status()).isEqualTo(302);
    }

    @Test
    void aPostTakesTheNextSlotThatIsFree() {
        everyDayAt("9h 17:30");
        assertThat(writer.get("/work/calendar/slots").body()).contains("9:00  17:30");
        String first = draft("Le premier.");
        String second = draft("Le deuxième.");
        Visitor.Page moved = writer.post(first + "/slot", fields(writer, first, "text", "Changé."));
        assertThat(writer.follow(moved).text()).contains("est déplacée").contains("Changé.");
        writer.post(second + "/slot");
        assertThat(wanted(second)).isAfter(wanted(first));
        for (String post : new String[] {first, second}) {
            assertThat(LocalTime.ofInstant(wanted(post), KINSHASA))
                    .isIn(LocalTime.of(9, 0), LocalTime.of(17, 30));
        }
        assertThat(writer.get("/work/calendar?view=queue").text())
                .contains("Changé.")
                .contains("Créneau libre");
    }

    @Test
    void withoutSlotsNothingIsLostAndTheWayIsShown() {
        String post = draft("Avant.");
        Visitor.Page page = writer.post(post + "/slot", fields(writer, post, "text", "Après."));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Aucun créneau libre").contains("Après.");
        writer.get("/work/calendar/slots");
        Visitor.Page wrong = writer.post("/work/calendar/slots", "day2", "25:00 midi");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("25:00 midi").contains("id=\"error-day2\"");
    }

    @Test
    void neighboursInTheQueueChangePlaces() {
        String one = planned("Un.", tomorrow(), "08:00");
        String two = planned("Deux.", tomorrow(), "12:00");
        writer.get("/work/calendar?view=queue");
        Visitor.Page done = writer.post(one + "/later", "view", "queue");
        assertThat(wanted(one)).isEqualTo(at(tomorrow(), "12:00", KINSHASA));
        assertThat(wanted(two)).isEqualTo(at(tomorrow(), "08:00", KINSHASA));
        String queue = writer.follow(done).text();
        assertThat(queue.indexOf("Deux.")).isLessThan(queue.indexOf("Un."));
        assertThat(writer.post(one + "/later").status()).isEqualTo(409);
    }

    @Test
    void whatIsMovedCanBeMovedBackByOneButton() {
        String post = planned("Une fois.", tomorrow(), "08:00");
        writer.get(post + "/move");
        Visitor.Page moved =
                writer.post(
                        post + "/move",
                        "day",
                        tomorrow().plusDays(2).toString(),
                        "time",
                        "10:00",
                        "view",
                        "week");
        Visitor.Page calendar = writer.follow(moved);
        assertThat(calendar.text()).contains("Une fois.").contains("est déplacée");
        Matcher undo =
                Pattern.compile("action=\"([^\"]+/move\\?at=[^\"]+)\"").matcher(calendar.body());
        assertThat(undo.find()).isTrue();
        writer.post(undo.group(1).replace("&amp;", "&"));
        assertThat(wanted(post)).isEqualTo(at(tomorrow(), "08:00", KINSHASA));
    }

    @Test
    void whatIsApprovedStaysApprovedWhenItMoves() {
        String post = draft("Portes ouvertes.");
        writer.post(
                post + "/ask", fields(writer, post, "day", tomorrow().toString(), "time", "09:00"));
        Visitor compliance = as(Role.COMPLIANCE);
        compliance.get(post);
        compliance.post(post + "/approve", "version", "1");
        writer.post(post + "/move", "day", tomorrow().toString(), "time", "15:00");
        assertThat(writer.get(post).text())
                .contains("Approuvée")
                .doesNotContain("Rien n’est parti");
        assertThat(wanted(post)).isEqualTo(at(tomorrow(), "15:00", KINSHASA));
        assertThat(writer.get(post).text()).contains("déplacée");
    }

    @Test
    void whatStandsTooNearIsToldAndNotForbidden() {
        planned("Tôt.", tomorrow(), "08:00");
        String close = draft("Près.");
        assertThat(move(close, "08:20")).contains("moins d’une demi-heure");
        assertThat(move(close, "08:00")).contains("à la même minute");
        assertThat(writer.get("/work/calendar?view=day&day=" + tomorrow()).text())
                .contains("À la même minute qu’une autre");
        assertThat(move(close, "08:30")).doesNotContain("Une autre part");
    }

    private String move(String post, String time) {
        return writer.follow(
                        writer.post(post + "/move", "day", tomorrow().toString(), "time", time))
                .text();
    }

    @Test
    void theCalendarIsReadAndMovedInByTheOtherZoneOfTheCountry() {
        String post = planned("À l’est.", tomorrow(), "23:30");
        LocalDate there = tomorrow().plusDays(1);
        String page =
                writer.get("/work/calendar?view=day&zone=Africa/Lubumbashi&day=" + there).text();
        assertThat(page).contains("À l’est.").contains("heure de Lubumbashi").contains("0 h 30");
        writer.post(
                post + "/move",
                "day",
                there.toString(),
                "time",
                "07:00",
                "zone",
                "Africa/Lubumbashi");
        assertThat(wanted(post)).isEqualTo(at(there, "06:00", KINSHASA));
        assertThat(writer.get("/work/calendar?zone=Mars/Base").text())
                .contains("heure de Kinshasa");
    }

    @Test
    void clocksThatAreSetForwardOrBackAreHeeded() {
        jdbc.sql("update people.organisation set zone = 'Europe/Brussels' where id = ?")
                .param(hospital.id().value())
                .update();
        writer = as(Role.COMMUNICATOR);
        int year = LocalDate.now(KINSHASA).getYear() + 1;
        LocalDate forward = LocalDate.of(year, 3, 31);
        LocalDate back = LocalDate.of(year, 10, 31);
        forward = forward.minusDays(forward.getDayOfWeek().getValue() % 7);
        back = back.minusDays(back.getDayOfWeek().getValue() % 7);
        String post = draft("La nuit.");
        Visitor.Page gap = writer.post(post + "/move", "day", forward.toString(), "time", "02:30");
        assertThat(gap.status()).isEqualTo(422);
        assertThat(gap.text()).contains("n’existe pas ce jour-là").contains("02:30");
        Visitor.Page twice = writer.post(post + "/move", "day", back.toString(), "time", "02:30");
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.text())
                .contains("Cette heure vient deux fois")
                .contains("La première (UTC+02:00)")
                .contains("La seconde (UTC+01:00)");
        moveBack(post, back, "second");
        assertThat(wanted(post)).isEqualTo(Instant.parse(back + "T01:30:00Z"));
        assertThat(writer.get(post + "/move").body()).contains("value=\"second\" selected");
        moveBack(post, back, "first");
        assertThat(wanted(post)).isEqualTo(Instant.parse(back + "T00:30:00Z"));
        assertThat(writer.get("/work/calendar?view=day&day=" + back).text())
                .contains("(UTC+02:00)");
    }

    private void moveBack(String post, LocalDate day, String turn) {
        writer.get(post + "/move");
        writer.post(post + "/move", "day", day.toString(), "time", "02:30", "turn", turn);
    }

    @Test
    void aChangeOfTheZoneKeepsTheMomentsOrTheHoursAsSomebodyChooses() {
        String post = planned("À neuf heures.", tomorrow(), "09:00");
        Visitor operator = as(Role.OPERATOR);
        String path = "/work/platform/organisations/" + hospital.id();
        assertThat(operator.get(path).text())
                .contains("1 publication est planifiée")
                .contains("garder les heures affichées");
        String[] east = {
            "organisation",
            hospital.name(),
            "kind",
            "HOSPITAL",
            "zone",
            "Africa/Lubumbashi",
            "hours",
            "keep"
        };
        operator.follow(operator.post(path, Arrays.copyOf(east, 6)));
        assertThat(wanted(post)).isEqualTo(at(tomorrow(), "09:00", KINSHASA));
        east[5] = "Africa/Kinshasa";
        operator.get(path);
        operator.follow(operator.post(path, Arrays.copyOf(east, 6)));
        east[5] = "Africa/Lubumbashi";
        operator.get(path);
        assertThat(operator.follow(operator.post(path, east)).text())
                .contains("1 publication planifiée garde son heure affichée");
        assertThat(wanted(post)).isEqualTo(at(tomorrow(), "09:00", ZoneId.of("Africa/Lubumbashi")));
        assertThat(writer.get(post).text()).contains("déplacée");
    }

    @Test
    void onlyTheirOwnPostsAndOnlyToTimesToCome() {
        String post = planned("Chez nous.", tomorrow(), "08:00");
        Visitor.Page past = writer.post(post + "/move", "day", "2020-01-01", "time", "08:00");
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.body()).contains("value=\"2020-01-01\"").contains("id=\"error-day\"");
        Hospital other = Hospital.open(organisations, accounts);
        Visitor stranger = other.communicator().at(port);
        stranger.get("/account");
        String day = tomorrow().toString();
        assertThat(stranger.get(post + "/move").status()).isEqualTo(404);
        assertThat(stranger.post(post + "/move", "day", day, "time", "09:00").status())
                .isEqualTo(404);
        assertThat(stranger.post(post + "/slot").status()).isEqualTo(404);
        assertThat(stranger.post(post + "/earlier").status()).isEqualTo(404);
        assertThat(as(Role.COMPLIANCE).post(post + "/move", "day", day, "time", "09:00").status())
                .isEqualTo(403);
        assertThat(wanted(post)).isEqualTo(at(tomorrow(), "08:00", KINSHASA));
    }
}
