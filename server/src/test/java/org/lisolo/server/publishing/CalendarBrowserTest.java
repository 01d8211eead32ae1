package org.lisolo.server.publishing;

import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Tab;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar as people use it: slots, the queue, moving by a form and by hand. */
@BrowserTest
class CalendarBrowserTest {
    private static final ZoneId ZONE = ZoneId.of("Africa/Kinshasa");

    @Autowired Organisations organisations;
    @Autowired Accounts accounts;

    @Test
    void postsArePlannedAndMoved(Chromium chromium) {
        chromium.inEveryLook(
                tab -> {
                    var hospital = Hospital.open(organisations, accounts);
                    tab.signIn(hospital.communicator());
                    chooseSlots(tab);
                    String first = draft(tab, "Portes ouvertes samedi.");
                    draft(tab, "La pharmacie ouvre à sept heures.");
                    queue(tab);
                    move(tab, first);
                    if (tab.look().javaScript() && tab.look().width() > 600) {
                        drag(tab);
                    }
                });
    }

    private static void chooseSlots(Tab tab) {
        tab.go("/work/calendar/slots").check("slots");
        for (int day = 1; day <= 7; day++) {
            tab.page().locator("#field-day" + day).fill(day == 2 ? "midi" : "9:00 17:30");
        }
        tab.press(tab.in("Enregistrer les créneaux", "Save the slots")).check("slots-problem");
        tab.page().locator("#field-day2").fill("9:00 17:30");
        tab.press(tab.in("Enregistrer les créneaux", "Save the slots"));
        tab.sees(tab.in("Les créneaux sont enregistrés", "The slots are saved"));
    }

    private static String draft(Tab tab, String text) {
        tab.go("/work/posts");
        tab.press(tab.in("Écrire une publication", "Write a post"));
        tab.page().locator("#field-text").fill(text);
        tab.press(tab.in("Prévoir au prochain créneau libre", "Plan for the next free slot"));
        tab.sees(tab.in("est déplacée", "has been moved")).sees(text);
        return tab.page().url().replaceFirst("^https?://[^/]+", "");
    }

    private static void queue(Tab tab) {
        tab.go("/work/calendar?view=queue").check("queue");
        tab.press(tab.in("Plus tard", "Later"));
        tab.sees(tab.in("est déplacée", "has been moved")).check("queue-moved");
    }

    private static void move(Tab tab, String post) {
        LocalDate monday = LocalDate.now(ZONE).plusWeeks(2).with(java.time.DayOfWeek.MONDAY);
        tab.go(post + "/move?view=week").check("move");
        tab.page().locator("#field-day").fill(monday.toString());
        tab.page().locator("#field-time").fill("10:00");
        tab.press(tab.in("Prévoir à cette heure", "Plan for this time"));
        tab.sees("Portes ouvertes samedi").check("calendar-week");
        tab.go("/work/calendar?view=week&zone=Africa/Lubumbashi&day=" + monday);
        tab.sees(tab.in("heure de Lubumbashi", "time of Lubumbashi")).sees("Portes ouvertes");
        tab.go("/work/calendar?view=week&day=" + monday);
    }

    @Test
    void theCalendarIsSubscribedToAndATableTakenIn(Chromium chromium) {
        chromium.inEveryLook(
                tab -> {
                    var hospital = Hospital.open(organisations, accounts);
                    tab.signIn(hospital.communicator()).go("/work/calendar/feed").check("feed");
                    tab.press(tab.in("Créer un lien privé", "Make a private link"));
                    tab.sees(".ics").check("feed-made");
                    tab.go("/work/calendar/import").check("import-planned");
                    tab.page()
                            .locator("#field-table")
                            .fill(
                                    "jour;heure;texte\n"
                                            + LocalDate.now(ZONE).plusDays(3)
                                            + ";9h;La pharmacie ouvre à sept heures.\n"
                                            + ";;Notre patiente Béatrice Kalonji a guéri.\n"
                                            + "2020-01-01;8:00;Trop tard.\n");
                    tab.press(tab.in("Voir ce qui sera fait", "See what will be done"));
                    tab.sees(tab.in("Refusée", "Refused")).check("import-planned-report");
                    tab.press(tab.in("Créer 2 brouillons", "Make 2 drafts"));
                    tab.sees(tab.in("2 brouillons sont créés", "2 drafts have been made"));
                });
    }

    /** From Monday at ten to the free slot on Wednesday at nine. */
    private static void drag(Tab tab) {
        var slots = tab.page().locator("section[data-day] li[data-time='09:00']");
        String day = slots.nth(2).getAttribute("data-day");
        tab.page().locator("li[data-move]").first().dragTo(slots.nth(2));
        tab.sees(tab.in("est déplacée", "has been moved"));
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(
                        tab.page().locator("section[data-day='" + day + "'] li[data-at='09:00']"))
                .containsText("Portes ouvertes");
    }
}
