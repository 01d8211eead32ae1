package org.lisolo.server.people.operators;

import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.OperatorLink;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Hospital;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;
import java.util.UUID;

@BrowserTest
class OperatorsBrowserTest {
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;

    @Test
    void anOrganisationIsTakenInAndNamedToVerify(Chromium chromium) {
        chromium.inEveryLook(
                tab -> {
                    var hospital = Hospital.open(organisations, accounts);
                    String name = "Ordre " + UUID.randomUUID().toString().substring(0, 8);
                    tab.signIn(hospital.operator()).go("/work/platform").check("platform");
                    tab.page().locator("main .heading a.button").click();
                    tab.check("platform-new");
                    tab.page().locator("#field-organisation").fill(name);
                    tab.page().locator("#field-kind").selectOption("ORDER");
                    tab.page().locator("#field-administrator").fill("Mwamba Rose");
                    tab.page().locator("#field-email").fill(UUID.randomUUID() + "@ordre.example");
                    tab.press(tab.in("Créer l’organisation", "Make the organisation"));
                    tab.sees(tab.in("Une lettre part à", "A letter leaves for"))
                            .check("platform-made");
                    tab.follow(name).check("platform-organisation");
                    tab.press(tab.in("La laisser vérifier", "Let it verify"));
                    tab.sees(tab.in("peut maintenant vérifier", "can now verify"));
                    tab.go("/work/platform/operators").check("platform-operators");
                    tab.page().locator("#field-email").fill(hospital.reader().email());
                    tab.press(tab.in("Nommer", "Name"));
                    tab.sees(tab.in("tient maintenant la plateforme", "now looks after"));
                    tab.go(OperatorLink.make(jdbc, Clock.systemUTC())).check("operator-link");
                });
    }
}
