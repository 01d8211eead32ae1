package org.lisolo.server.archive.holds;

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
class HoldsBrowserTest {
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Inbox inbox;

    @Test
    void keepsAMessageForAProceeding(Chromium chromium) {
        var hospital = Hospital.open(organisations, accounts);
        var arrival = Said.in(hospital.id()).within().text("Je porterai plainte").arrival();
        inbox.accept(List.of(arrival));
        String message = "/work/archive/messages/" + arrival.event().message();
        chromium.inEveryLook(
                tab -> {
                    tab.signIn(hospital.compliance()).go("/work/holds").check("holds-none");
                    tab.go(message)
                            .follow(
                                    tab.in(
                                            "Conserver ce message pour une procédure",
                                            "Keep this message for a proceeding"));
                    tab.check("hold-new");
                    tab.fill(tab.in("Motif", "Reason"), "Plainte au parquet 12")
                            .press(tab.in("Placer la conservation", "Place the hold"));
                    tab.sees(tab.in("La conservation est en vigueur.", "The hold is in force."))
                            .check("hold");
                    tab.go(message + "/erase")
                            .sees(
                                    tab.in(
                                            "Une conservation légale interdit cet effacement",
                                            "A legal hold forbids this erasure"))
                            .check("hold-erase");
                    tab.go("/work/holds").sees("Plainte au parquet 12").check("holds");
                    tab.page().locator("a.row-link").first().click();
                    tab.fill(tab.in("Motif de la levée", "Reason for the release"), "Classement")
                            .press(tab.in("Lever la conservation", "Release the hold"));
                    tab.sees(tab.in("La conservation est levée.", "The hold is released."));
                });
    }
}
