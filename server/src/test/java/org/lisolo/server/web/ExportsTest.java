package org.lisolo.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Proof;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Nothing that is not public leaves without a purpose, nor without a fresh proof of who asks. */
@ServerTest
class ExportsTest {
    /** What is handed over as a file and is no export, and why not. */
    private static final Map<String, String> NO_EXPORT =
            Map.of(
                    "GET /account/data.json",
                    "one's own data",
                    "GET /work/directory/template/{kind}",
                    "an empty table",
                    "GET /work/directory/import/{id}/report",
                    "what became of the table that the same person brought",
                    "GET /work/import/{id}/refused.csv",
                    "which lines of the file that the organisation brought were refused",
                    "GET /work/archive/attachments/{hash}",
                    "a picture in a message that is looked at; the record names it",
                    "GET /work/verifications/{id}/documents/{number}",
                    "a paper that the reviewer reads to decide");

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Inbox inbox;
    @Autowired JdbcClient jdbc;
    @Autowired FindByIndexNameSessionRepository<?> sessions;

    private Hospital hospital;
    private Said said;

    @BeforeEach
    void fillAHospital() {
        hospital = Hospital.open(organisations, accounts);
        said = Said.in(hospital.id()).within().text("Ma fille a de la fièvre");
        inbox.accept(List.of(said.arrival()));
    }

    @Test
    void everyFileThatLeavesIsAnExportOrIsKnownToBeNone() {
        List<Visitor> staff =
                List.of(hospital.staff().get(Role.ADMIN).at(port), hospital.compliance().at(port));
        for (AccessRule rule : AccessTable.rules()) {
            String line = AuditFilter.route(rule);
            if (!rule.method().name().equals("GET")
                    || !(rule.access() instanceof AccessRule.Access.Doing
                            || rule.access() instanceof AccessRule.Access.Members)
                    || line.endsWith("/live")) {
                continue;
            }
            for (Visitor one : staff) {
                Visitor.Page page = one.export(path(rule));
                boolean file =
                        page.headers()
                                .firstValue("Content-Disposition")
                                .orElse("")
                                .startsWith("attachment");
                if (file) {
                    assertThat(rule.export() || NO_EXPORT.containsKey(line)).as(line).isTrue();
                }
            }
            if (line.matches(".*(csv|jsonl|payload|proof|export/\\{kind}|\\.json)$")) {
                assertThat(rule.export() || NO_EXPORT.containsKey(line)).as(line).isTrue();
            }
        }
    }

    @Test
    void eachAsksWhatForAndKeepsTheAnswer() {
        for (AccessRule rule : exports()) {
            Hospital.Person person =
                    rule.allows(hospital.compliance().signedIn())
                            ? hospital.compliance()
                            : hospital.admin();
            Visitor visitor = visitors.computeIfAbsent(person, one -> one.at(port));
            String line = AuditFilter.route(rule);
            Visitor.Page asked = visitor.get(path(rule));
            assertThat(asked.status()).as(line).isEqualTo(200);
            assertThat(asked.text()).as(line).contains("Pourquoi emporter ces données");
            assertThat(asked.headers().firstValue("Content-Disposition")).as(line).isEmpty();
            String with = path(rule) + "?purpose=";
            assertThat(visitor.get(with + "case&reason=").status()).as(line).isEqualTo(422);
            assertThat(visitor.get(with + "fun&reason=x").status()).as(line).isEqualTo(422);
            Visitor.Page taken = visitor.get(with + "law&reason=Parquet%20" + rule.hashCode());
            assertThat(taken.text()).as(line).doesNotContain("Pourquoi emporter");
            assertThat(
                            jdbc.sql(
                                            """
                                            select count(*) from evidence.audit
                                            where actor = :a and route = :r
                                              and 'purposes:law' = any(things)
                                            """)
                                    .param("a", person.account().value())
                                    .param("r", line)
                                    .query(Integer.class)
                                    .single())
                    .as(line)
                    .isPositive();
        }
    }

    private final Map<Hospital.Person, Visitor> visitors = new java.util.HashMap<>();

    @Test
    void eachAsksForAFreshProof() {
        Visitor visitor = hospital.compliance().at(port);
        age(sessions);
        for (AccessRule rule : exports()) {
            if (rule.allows(hospital.compliance().signedIn())) {
                assertThat(visitor.get(path(rule)).location().orElse(""))
                        .as(AuditFilter.route(rule))
                        .startsWith("/confirm?next=");
            }
        }
    }

    @Test
    void theReasonStandsInTheTrailInTheReadersWords() {
        Visitor compliance = hospital.compliance().at(port);
        compliance.get("/work/trail.csv?purpose=rights&reason=Demande%20de%20Bijou");
        assertThat(compliance.get("/work/trail?action=EXPORT_TRAIL&deed=export").text())
                .contains("Demande de Bijou", "Une personne demande ses données");
    }

    private <S extends Session> void age(FindByIndexNameSessionRepository<S> repository) {
        Instant then = Instant.now().minus(Duration.ofMinutes(11));
        String who = hospital.compliance().account().toString();
        for (S session : repository.findByPrincipalName(who).values()) {
            session.setAttribute("proof", new Proof(true, then, then));
            repository.save(session);
        }
    }

    private static List<AccessRule> exports() {
        List<AccessRule> exports = AccessTable.rules().stream().filter(AccessRule::export).toList();
        assertThat(exports).isNotEmpty();
        return exports;
    }

    private String path(AccessRule rule) {
        String pattern = rule.pattern().getPatternString();
        return pattern.replace("/events/{id}", "/events/" + said.event().id())
                .replace("/messages/{id}", "/messages/" + said.event().message())
                .replace("{kind}", "facilities")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }
}
