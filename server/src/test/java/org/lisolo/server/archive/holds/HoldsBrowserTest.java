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
                    tab.go(message).follow("Conserver ce message pour une procédure");
                    tab.check("hold-new");
                    tab.fill("Motif", "Plainte au parquet 12").press("Placer la conservation");
                    tab.sees("La conservation est en vigueur.").check("hold");
                    tab.go(message + "/erase")
                            .sees("Une conservation légale interdit cet effacement")
                            .check("hold-erase");
                    tab.go("/work/holds").sees("Plainte au parquet 12").check("holds");
                    tab.page().locator("a.row-link").first().click();
                    tab.fill("Motif de la levée", "Classement").press("Lever la conservation");
                    tab.sees("La conservation est levée.");
                });
    }
}
