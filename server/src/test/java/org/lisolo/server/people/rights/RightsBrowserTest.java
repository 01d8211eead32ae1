package org.lisolo.server.people.rights;

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
class RightsBrowserTest {
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Inbox inbox;

    @Test
    void leadsFromOnesOwnDataToTheOfficersAnswer(Chromium chromium) {
        var hospital = Hospital.open(organisations, accounts);
        chromium.inEveryLook(
                tab -> {
                    tab.go("/data-request").check("data-request");
                    tab.signIn(hospital.compliance()).go("/account/data").check("own-data");
                    tab.go("/work/requests").check("requests-none");
                    tab.go("/work/requests/new").check("request-paper");
                    tab.fill(tab.in("Nom", "Name"), "Kalonji Bijou")
                            .press(tab.in("Inscrire la demande", "Enter the request"));
                    tab.sees(tab.in("La demande est inscrite.", "The request is entered."))
                            .check("request");
                    tab.go("/work/requests").sees("Kalonji Bijou").check("requests");
                    tab.page().locator("a.row-link").first().click();
                    tab.page().locator("#field-decision-granted").check();
                    tab.fill(tab.in("Réponse", "Answer"), "C'est fait.")
                            .press(tab.in("Envoyer la réponse", "Send the answer"));
                    tab.sees(tab.in("La réponse est enregistrée.", "The answer is recorded."))
                            .check("request-answered");
                });
    }

    @Test
    void limitsTheUseOfWordsAndAsksWhatAnExportIsFor(Chromium chromium) {
        var hospital = Hospital.open(organisations, accounts);
        var said = Said.in(hospital.id()).within().by("bijou").text("Ma fille a de la fièvre");
        inbox.accept(List.of(said.arrival()));
        chromium.inEveryLook(
                tab -> {
                    tab.signIn(hospital.compliance()).go("/work/requests/new");
                    tab.page().locator("#field-kind").selectOption("restriction");
                    tab.fill(tab.in("Nom", "Name"), "Kalonji Bijou")
                            .press(tab.in("Inscrire la demande", "Enter the request"));
                    tab.check("request-restriction");
                    tab.page().locator("#field-decision-granted").check();
                    tab.page().locator("#field-messages").fill("" + said.event().message());
                    tab.fill(tab.in("Réponse", "Answer"), "C'est fait.")
                            .press(tab.in("Envoyer la réponse", "Send the answer"));
                    tab.sees(tab.in("Limitation en vigueur", "Limitation in force"))
                            .check("request-limited");
                    tab.page().locator("#field-reason").fill("Exactitude vérifiée");
                    tab.press(tab.in("Lever la limitation", "Lift the limitation"));
                    tab.go("/work/trail.csv").check("purpose");
                });
    }
}
