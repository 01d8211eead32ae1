package org.lisolo.server.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.monitoring.rules.Rule;
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

import java.util.List;

/** Each step of a case and each version of a rule is bound by a record of the audit trail. */
@ServerTest
class CaseTrailTest {
    @Autowired private Organisations organisations;
    @Autowired private Accounts accounts;
    @Autowired private Inbox inbox;
    @Autowired private Rules rules;
    @Autowired private JdbcClient jdbc;
    @LocalServerPort private int port;

    @Test
    void aStepIsToldOnceByWhoTookItAndStandsInTheTrailOfTheCase() throws Exception {
        var hospital = Hospital.open(organisations, accounts);
        var ward = new Ward(hospital, rules, jdbc);
        Rule rule = ward.watch("fièvre");
        assertThat(bound("RULE_CHANGED", "rules:" + rule.id())).isOne();

        inbox.accept(List.of(Said.in(hospital.id()).within().text("la fièvre").arrival()));
        Ward.until(() -> ward.cases().size() == 1);
        CaseId id = ward.cases().getFirst();
        assertThat(bound("CASE_OPENED", "cases:" + id)).isOne();

        Visitor awa = hospital.communicator().at(port);
        awa.get("/work/cases/" + id);
        Visitor.Page taken = awa.post("/work/cases/" + id + "/take", "version", "1");
        assertThat(taken.status()).isEqualTo(302);
        assertThat(bound("CASE_TAKEN", "cases:" + id)).isOne();
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from evidence.audit
                                        where actor = :actor and deed = 3
                                          and action <> 'SIGNED_IN'
                                        """)
                                .param("actor", hospital.communicator().account().value())
                                .query(Integer.class)
                                .single())
                .as("the step tells the request in its place")
                .isOne();
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from monitoring.case_step s
                                        join evidence.audit a on a.id = s.audit
                                        where s.case_file = :id and s.salt is not null
                                        """)
                                .param("id", id.value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(2);

        Visitor compliance = hospital.compliance().at(port);
        assertThat(compliance.get("/work/cases/" + id).body())
                .contains("/work/trail?thing=cases:" + id);
        assertThat(compliance.get("/work/trail?thing=cases:" + id).text())
                .contains(hospital.communicator().name() + " a consulté : Voir les dossiers")
                .contains(hospital.communicator().name() + " a modifié : Dossier pris")
                .contains("Lisolo a modifié : Dossier ouvert");
    }

    private int bound(String action, String thing) {
        return jdbc.sql(
                        """
                        select count(*) from evidence.audit
                        where action = :action and :thing = any(things) and bound is not null
                        """)
                .param("action", action)
                .param("thing", thing)
                .query(Integer.class)
                .single();
    }
}
