package org.lisolo.server.people.teams;

import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Hospital;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class TeamsBrowserTest {
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;

    @Test
    void aTeamIsMadeLookedAtAndDissolved(Chromium chromium) {
        chromium.inEveryLook(
                tab -> {
                    var hospital = Hospital.open(organisations, accounts);
                    tab.signIn(hospital.admin()).go("/work/people/teams").check("teams-none");
                    tab.page().locator("main a.button").first().click();
                    tab.check("team-new");
                    tab.fill(tab.in("Nom de l’équipe", "Name of the team"), "Garde de nuit");
                    tab.page().getByLabel(hospital.reader().name()).check();
                    tab.press(tab.in("Faire l’équipe", "Make the team"));
                    tab.sees("Garde de nuit").check("teams");
                    tab.go("/work/people").sees("Garde de nuit").check("people-teams");
                    tab.go("/work/people/teams");
                    tab.page().locator("a.row-link").first().click();
                    tab.check("team");
                    tab.page().locator("main a.danger").click();
                    tab.check("team-dissolve");
                    tab.press(tab.in("Oui, dissoudre", "Yes, dissolve"));
                    tab.sees(tab.in("Il n’y a pas encore d’équipe", "There is no team yet"));
                });
    }
}
