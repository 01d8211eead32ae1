package org.lisolo.server.people.rights;

import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Hospital;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class RightsBrowserTest {
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;

    @Test
    void leadsFromOnesOwnDataToTheOfficersAnswer(Chromium chromium) {
        var hospital = Hospital.open(organisations, accounts);
        chromium.inEveryLook(
                tab -> {
                    tab.go("/data-request").check("data-request");
                    tab.signIn(hospital.compliance()).go("/account/data").check("own-data");
                    tab.go("/work/requests").check("requests-none");
                    tab.go("/work/requests/new").check("request-paper");
                    tab.fill("Nom", "Kalonji Bijou").press("Inscrire la demande");
                    tab.sees("La demande est inscrite.").check("request");
                    tab.go("/work/requests").sees("Kalonji Bijou").check("requests");
                    tab.page().locator("a.row-link").first().click();
                    tab.page().locator("#field-decision-granted").check();
                    tab.fill("Réponse", "C'est fait.").press("Envoyer la réponse");
                    tab.sees("La réponse est enregistrée.").check("request-answered");
                });
    }
}
