package org.lisolo.server.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.message.Arrival;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.monitoring.rules.Rule;
import org.lisolo.server.monitoring.rules.RuleState;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.util.List;

/** The pages of a rule as a browser without JavaScript sees them. */
@ServerTest
class RulePagesTest {
    @Autowired private Organisations organisations;
    @Autowired private Accounts accounts;
    @Autowired private Inbox inbox;
    @Autowired private Rules rules;
    @Autowired private JdbcClient jdbc;
    @LocalServerPort private int port;

    private Ward ward;
    private Hospital hospital;
    private Said said;

    @BeforeEach
    void openAHospital() {
        hospital = Hospital.open(organisations, accounts);
        ward = new Ward(hospital, rules, jdbc);
        said = Said.in(hospital.id()).within().at(Instant.now().minusSeconds(7_200));
    }

    @Test
    void whyShowsEachPartItsWordsAndTheirPlaces() throws Exception {
        Rule rule = ward.watch("(pièvre OR toux) AND médecin NEAR/2 absent -vaccin");
        accept(said.text("😷 La <i>pièvre</i>, et le médecin est absent"));
        Ward.until(() -> ward.alerts() == 1);
        Visitor awa = hospital.communicator().at(port);
        String list = awa.get("/work/alerts").body();
        String why = list.replaceFirst("(?s).*href=\"(/work/rules/[^\"]*/why/[^\"]*)\".*", "$1");
        Visitor.Page page = awa.get(why.replace("&amp;", "&"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("reconnaît ce message", rule.terms().name())
                .contains("<mark>pièvre</mark>", "(caractères 9 à 14)")
                .contains("À 2 mots au plus", "(medecin NEAR/2 absent)", "non rempli", "Pas ceci")
                .contains("&lt;i&gt;")
                .doesNotContain("<i>");
        assertThat(awa.get("/work/cases/" + ward.cases().getFirst()).body()).contains("/why/");
        assertThat(hospital.reader().at(port).get(why).status()).isEqualTo(200);
        Visitor other = Hospital.open(organisations, accounts).admin().at(port);
        assertThat(other.get(why).status()).isEqualTo(404);
    }

    @Test
    void whyExplainsTheVersionThatMatched() throws Exception {
        Rule rule = ward.watch("pièvre");
        Arrival arrival = said.text("la pièvre").arrival();
        inbox.accept(List.of(arrival));
        Ward.until(() -> ward.alerts() == 1);
        rules.change(hospital.communicator().signedIn(), rule.id(), 1, Ward.terms("palu"));
        Visitor awa = hospital.communicator().at(port);
        String why = "/work/rules/" + rule.id() + "/why/" + arrival.event().id();
        assertThat(awa.get(why + "?version=1").text())
                .contains("La règle a changé depuis", "<mark>pièvre</mark>");
        assertThat(awa.get(why).text()).contains("ne reconnaît pas ce message");
    }

    @Test
    void aRuleIsTriedOnThePastThenSwitchedOn() throws Exception {
        accept(said.text("la pièvre"), said.next("rien du tout"));
        Visitor awa = hospital.communicator().at(port);
        awa.get("/work/rules/new");
        Visitor.Page tried =
                awa.follow(
                        awa.post(
                                "/work/rules",
                                "name",
                                "Fièvres",
                                "query",
                                "pièvre",
                                "urgency",
                                "urgent",
                                "roles",
                                "communicator",
                                "start",
                                "paused"));
        assertThat(tried.text()).contains("est enregistrée en pause");
        Rule rule = rules.all(hospital.admin().signedIn()).getFirst();
        assertThat(rule.state()).isEqualTo(RuleState.OFF);
        String path = "/work/rules/" + rule.id();
        Ward.until(() -> awa.get(path).text().contains("Tout le passé a été relu"));
        Visitor.Page past = awa.get(path);
        assertThat(past.text()).contains("1 message trouvé", "<mark>pièvre</mark>", "/why/");
        assertThat(past.body()).doesNotContain("hx-trigger=\"every ");
        assertThat(awa.get(path + "/findings").text()).contains("<mark>pièvre</mark>");
        assertThat(awa.follow(awa.post(path + "/on")).text()).contains("est en marche");
        assertThat(ward.alerts()).isZero();
    }

    @Test
    void theLookIsStoppedAndGoesOnByForms() throws Exception {
        Rule rule = ward.watch("pièvre");
        String path = "/work/rules/" + rule.id();
        Visitor awa = hospital.communicator().at(port);
        Ward.until(() -> awa.get(path).text().contains("Tout le passé a été relu"));
        jdbc.sql(
                        "update monitoring.look_back set state = 'CANCELLED', looked = 3, total = 7"
                                + " where rule = ?")
                .param(rule.id().value())
                .update();
        assertThat(awa.get(path).text()).contains("arrêtée après 3 messages sur 7");
        Visitor.Page going = awa.post(path + "/past/go");
        assertThat(going.location().orElse("")).isEqualTo(path + "#past");
        Ward.until(() -> awa.get(path).text().contains("Tout le passé a été relu"));
        Visitor reader = hospital.reader().at(port);
        assertThat(reader.get(path).body()).doesNotContain("/past/go");
        assertThat(reader.post(path + "/past/stop").status()).isEqualTo(403);
    }

    @Test
    void anEarlierVersionIsPutBackAndThatIsInTheHistory() {
        Rule rule = ward.watch("pièvre");
        rules.change(hospital.communicator().signedIn(), rule.id(), 1, Ward.terms("palu"));
        Visitor didier = hospital.compliance().at(port);
        String path = "/work/rules/" + rule.id();
        assertThat(didier.get(path).text()).contains("Revenir à la version 1");
        Visitor.Page back = didier.follow(didier.post(path + "/versions/1/restore"));
        assertThat(back.text())
                .contains("est revenue à ce que disait la version 1", hospital.compliance().name())
                .contains("/versions/2/restore");
        assertThat(rules.standing(hospital.id(), rule.id()).terms().query()).isEqualTo("pièvre");
        assertThat(rules.standing(hospital.id(), rule.id()).version()).isEqualTo(3);
    }

    @Test
    void aRuleOfTheLibraryFillsTheForm() {
        Visitor awa = hospital.communicator().at(port);
        Visitor.Page library = awa.get("/work/rules/starters");
        assertThat(library.text())
                .contains("Rumeur sur les vaccins", "Personnel nommé", "starter=cholera-fr");
        assertThat(awa.get("/work/rules/starters?language=en").text())
                .contains("Staff named", "Life in danger");
        Visitor.Page form = awa.get("/work/rules/new?starter=vaccine-rumour-fr");
        assertThat(form.text())
                .contains("value=\"Rumeur sur les vaccins\"", "vaccin* NEAR/6 (stérile*");
        assertThat(awa.get("/work/rules/new?starter=nothing").status()).isEqualTo(200);
        Visitor reader = hospital.reader().at(port);
        assertThat(reader.get("/work/rules/starters").body()).doesNotContain("/work/rules/new");
    }

    private void accept(Said... messages) {
        inbox.accept(List.of(messages).stream().map(Said::arrival).toList());
    }
}
