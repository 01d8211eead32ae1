package org.lisolo.server.archive.trail;

import org.junit.jupiter.api.Test;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

@BrowserTest
class TrailBrowserTest {
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Inbox inbox;

    @Test
    void showsAnybodyWhichSafeguardsThereAre(Chromium chromium) {
        chromium.inEveryLook(tab -> tab.go("/safeguards").check("safeguards"));
    }

    @Test
    void showsWhatLeftAboutAPerson(Chromium chromium) {
        var hospital = Hospital.open(organisations, accounts);
        var arrival = Said.in(hospital.id()).within().text("Ma fille a de la fièvre").arrival();
        inbox.accept(List.of(arrival));
        String message = "/work/archive/messages/" + arrival.event().message();
        chromium.inEveryLook(
                tab ->
                        tab.signIn(hospital.compliance())
                                .go(message + "/disclosures")
                                .check("disclosures"));
    }

    @Test
    void leadsFromAMessageToWhoHasLookedAtItAndToTheProof(Chromium chromium) {
        var hospital = Hospital.open(organisations, accounts);
        var arrival = Said.in(hospital.id()).within().text("Ma fille a de la fièvre").arrival();
        inbox.accept(List.of(arrival));
        String message = "/work/archive/messages/" + arrival.event().message();
        chromium.inEveryLook(
                tab -> {
                    tab.signIn(hospital.compliance())
                            .go(message)
                            .follow(tab.in("Qui a consulté ?", "Who has looked at this?"));
                    tab.sees(hospital.compliance().name() + tab.in(" a consulté", " looked"))
                            .check("trail-about");
                    tab.go("/work/trail").check("trail");
                    tab.page().locator("a.row-link").first().click();
                    tab.sees(tab.in("Une ligne du journal", "A line of the trail"))
                            .check("trail-entry");
                });
    }
}
