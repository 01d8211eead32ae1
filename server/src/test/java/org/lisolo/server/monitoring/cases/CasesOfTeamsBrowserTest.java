package org.lisolo.server.monitoring.cases;

import org.junit.jupiter.api.Test;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.monitoring.Ward;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.TeamId;
import org.lisolo.server.people.Teams;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.Tab;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Set;

@BrowserTest
class CasesOfTeamsBrowserTest {
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Teams teams;
    @Autowired Rules rules;
    @Autowired Inbox inbox;
    @Autowired JdbcClient jdbc;

    @Test
    void aCaseIsGivenToATeamAndGoesToAnotherWhenThatIsDissolved(Chromium chromium) {
        chromium.inEveryLook(
                tab -> {
                    Hospital hospital = Hospital.open(organisations, accounts);
                    String path = aCase(hospital);
                    var guard = make(hospital, "Garde de nuit");
                    make(hospital, "Jour");
                    tab.signIn(hospital.communicator()).go(path);
                    tab.page().locator("#field-to").selectOption("team:" + guard);
                    tab.press(tab.in("Confier", "Give"));
                    tab.sees("Garde de nuit").check("case-of-team");
                    tab.go("/work/cases?show=ours").sees("Garde de nuit").check("cases-of-teams");

                    Tab admin = chromium.open(tab.look()).signIn(hospital.admin());
                    admin.go("/work/people/teams/" + guard + "/dissolve");
                    admin.press(tab.in("Oui, dissoudre", "Yes, dissolve"));
                    admin.check("team-dissolve-whom");
                    admin.page().locator("#field-successor").selectOption("Jour");
                    admin.press(tab.in("Oui, dissoudre", "Yes, dissolve"));
                    tab.go(path).sees("Jour");
                });
    }

    private TeamId make(Hospital hospital, String name) {
        return teams.make(hospital.id(), name, Set.of(hospital.communicator().account()));
    }

    private String aCase(Hospital hospital) {
        var ward = new Ward(hospital, rules, jdbc);
        ward.watch("fièvre");
        inbox.accept(List.of(Said.in(hospital.id()).within().text("la fièvre").arrival()));
        try {
            Ward.until(() -> ward.cases().size() == 1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return "/work/cases/" + ward.cases().getFirst();
    }
}
