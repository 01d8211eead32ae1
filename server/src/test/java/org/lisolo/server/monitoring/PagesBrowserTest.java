package org.lisolo.server.monitoring;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.Tab;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;

/** The pages of alerts, cases and rules in a browser. */
@BrowserTest
class PagesBrowserTest {
    @Autowired private Organisations organisations;
    @Autowired private Accounts accounts;
    @Autowired private Inbox inbox;
    @Autowired private Rules rules;
    @Autowired private JdbcClient jdbc;

    private Ward ward;
    private Said said;

    @BeforeEach
    void openAHospital() {
        ward = new Ward(Hospital.open(organisations, accounts), rules, jdbc);
        said = Said.in(ward.hospital().id()).within().at(Instant.now().minusSeconds(7_200));
    }

    @Test
    void anAlertArrivesWithoutReloadAndItsCaseIsTakenByKeyboard(Chromium chromium) {
        ward.watch("choléra OR fièvre");
        Tab tab = chromium.open().signIn(ward.hospital().communicator());
        tab.go("/work/alerts").sees("Aucune alerte");
        accept(said.text("On parle de choléra au marché, que faire ?"));
        PlaywrightAssertions.assertThat(tab.page().locator("#alerts mark")).hasText("choléra");
        tab.page().keyboard().press("j");
        tab.page().keyboard().press("Enter");
        tab.page().waitForURL("**/work/cases/*");
        tab.sees("Dossier n° 1");
        tab.page().keyboard().press("a");
        tab.sees("Vous suivez le dossier n° 1.");
        tab.page().keyboard().press("c");
        PlaywrightAssertions.assertThat(tab.page().locator("#field-note")).isFocused();
    }

    @Test
    void aRuleShowsWhatItWouldHaveCaughtWhileOneTypes(Chromium chromium) {
        accept(said.text("la fièvre est revenue"), said.next("bonjour"));
        Tab tab = chromium.open().signIn(ward.hospital().communicator());
        tab.go("/work/rules/new");
        tab.page().locator("#field-query").pressSequentially("fievre AND (");
        PlaywrightAssertions.assertThat(tab.page().locator("#query-error")).isVisible();
        tab.page().locator("#field-query").fill("fievre");
        PlaywrightAssertions.assertThat(tab.page().locator("#preview mark")).hasText("fièvre");
    }

    @Test
    void operatorsAreOfferedWhileOneTypesAndTakenByKeyboard(Chromium chromium) {
        Tab tab = chromium.open().signIn(ward.hospital().communicator());
        tab.go("/work/rules/new");
        Locator query = tab.page().locator("#field-query");
        Locator offers = tab.page().locator("#offers [role=option]");
        query.pressSequentially("fievre N");
        PlaywrightAssertions.assertThat(offers).hasCount(2);
        PlaywrightAssertions.assertThat(offers.last()).containsText("à cinq mots au plus");
        query.press("ArrowDown");
        query.press("ArrowDown");
        PlaywrightAssertions.assertThat(query).hasAttribute("aria-activedescendant", "offer-1");
        tab.check("offers");
        query.press("Enter");
        PlaywrightAssertions.assertThat(query).hasValue("fievre NEAR/5 ");
        query.pressSequentially("palu is:d");
        query.press("ArrowDown");
        query.press("Tab");
        PlaywrightAssertions.assertThat(query).hasValue("fievre NEAR/5 palu is:delete ");
        query.pressSequentially("AN");
        query.press("Escape");
        PlaywrightAssertions.assertThat(tab.page().locator("#offers")).isHidden();
        query.press("Control+ ");
        PlaywrightAssertions.assertThat(offers.first()).containsText("AND");
        query.press("Escape");
        PlaywrightAssertions.assertThat(tab.page().locator("#preview .query-line").first())
                .isVisible();
    }

    @Test
    void lookWellOnPhoneAndDeskInEachLanguage(Chromium chromium) throws Exception {
        ward.watch("fièvre OR palu*");
        ward.watch("(choléra OR diarrhée) AND NOT vaccin");
        Said question = said.text("Ma fille a de la fièvre depuis trois jours, où aller ?");
        Said answer = question.by("Mado").reply("Chez nous aussi, le paludisme est partout.");
        accept(
                question,
                answer,
                answer.by("awa").reply("Merci à vous"),
                said.next("Le choléra revient au port, la diarrhée aussi."),
                answer.edited("Chez nous aussi, le palu est partout."),
                said.next("La fièvre <b>jaune</b> ?").at(Instant.now()));
        Ward.until(() -> ward.alerts() == 5);
        String first = "/work/cases/" + ward.cases().getFirst();
        String rule =
                "/work/rules/" + rules.all(ward.hospital().admin().signedIn()).getFirst().id();
        String why =
                rule
                        + "/why/"
                        + jdbc.sql(
                                        """
                                        select event from monitoring.finding
                                        where rule = cast(? as uuid) limit 1
                                        """)
                                .param(rule.substring(rule.lastIndexOf('/') + 1))
                                .query(String.class)
                                .single();
        chromium.inEveryLook(
                tab -> {
                    tab.signIn(ward.hospital().communicator());
                    tab.go("/work/alerts").check("alerts");
                    tab.go("/work/cases").check("cases");
                    tab.go(first).check("case");
                    tab.go("/work/rules").check("rules");
                    tab.go(rule).check("rule");
                    tab.go("/work/rules/starters").check("starters");
                    tab.go(rule + "/findings").check("findings");
                    tab.go(why).check("why");
                    tab.go("/work/archive?q=%28chol%C3%A9ra").check("archive-misread");
                });
    }

    private void accept(Said... messages) {
        inbox.accept(java.util.Arrays.stream(messages).map(Said::arrival).toList());
    }
}
