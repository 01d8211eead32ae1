package org.lisolo.server.monitoring.identifiers;

import org.junit.jupiter.api.Test;
import org.lisolo.server.message.Arrival;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.monitoring.Ward;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

/** What points at a person, in a browser. */
@BrowserTest
class IdentifierBrowserTest {
    @Autowired private Organisations organisations;
    @Autowired private Accounts accounts;
    @Autowired private Inbox inbox;
    @Autowired private Rules rules;
    @Autowired private ScreenedWordsStore store;
    @Autowired private JdbcClient jdbc;

    @Test
    void looksWellOnPhoneAndDeskInEachLanguage(Chromium chromium) throws Exception {
        Hospital hospital = Hospital.open(organisations, accounts);
        Ward ward = new Ward(hospital, rules, jdbc);
        ward.watch("fièvre");
        Said message =
                Said.in(hospital.id())
                        .within()
                        .text(
                                "Mme Kapinga Mbuyi de Masina, opérée le 12 mars 2026 par le Dr"
                                        + " Ilunga Tshibanda, a de la fièvre. Son numéro :"
                                        + " +243 812 345 678.");
        Arrival arrival = message.arrival();
        inbox.accept(List.of(arrival));
        Ward.until(() -> store.find(List.of(arrival.event().id())).size() == 1);
        Ward.until(() -> ward.alerts() == 1);
        String page =
                "/work/archive/messages/" + MessageId.of(message.channel(), message.networkId());
        chromium.inEveryLook(
                tab -> {
                    tab.signIn(hospital.compliance());
                    tab.go("/work/identifiers").check("identifiers-empty");
                    tab.go(page);
                    boolean french = tab.look().language().equals("fr");
                    tab.press(french ? "C’est une erreur" : "This is a mistake");
                    tab.sees(french ? "Noté" : "Noted");
                    tab.page().locator("details").last().locator("summary").click();
                    tab.check("identifiers-message");
                    tab.go("/work/identifiers").check("identifiers");
                    tab.go("/work/cases/" + ward.cases().getFirst());
                    tab.page().locator("details summary").first().click();
                    tab.check("identifiers-case");
                    tab.go(page);
                    tab.press(french ? "Ce n’est pas une erreur" : "This is not a mistake");
                });
    }
}
