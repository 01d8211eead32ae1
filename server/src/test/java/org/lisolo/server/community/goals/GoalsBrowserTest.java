package org.lisolo.server.community.goals;

import org.junit.jupiter.api.Test;
import org.lisolo.server.community.Village;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.springframework.beans.factory.annotation.Autowired;

/** Setting a goal and saying how it goes. */
@BrowserTest
class GoalsBrowserTest {
    @Autowired Village village;

    @Test
    void keepsAGoal(Chromium chromium) {
        chromium.inEveryLook(
                tab -> {
                    village.citizen().at(tab);
                    tab.go("/me/goals").check("goals-empty");
                    tab.go("/me/goals/new").check("goal-new");
                    tab.page().locator("#field-kind-walking").check();
                    tab.press(tab.in("Commencer", "Begin"));
                    tab.sees(tab.in("Marcher davantage", "Walk more")).check("goal");
                    tab.page().locator("#field-how-held").check();
                    tab.press(tab.in("Enregistrer", "Save"));
                    tab.sees(tab.in("1 jour tenu", "1 day kept")).check("goal-held");
                    tab.go("/me/goals").check("goals");
                });
    }
}
