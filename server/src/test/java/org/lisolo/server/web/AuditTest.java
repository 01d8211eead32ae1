package org.lisolo.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whatever is not public leaves a record when it is looked at, taken along or changed. */
@ServerTest
class AuditTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Inbox inbox;
    @Autowired JdbcClient jdbc;

    private Hospital hospital;

    @BeforeEach
    void openAHospital() {
        hospital = Hospital.open(organisations, accounts);
    }

    @Test
    void noRouteThatIsNotPublicIsCalledWithoutATrail() {
        Map<Hospital.Person, Visitor> signedIn = new HashMap<>();
        for (AccessRule rule : AccessTable.rules()) {
            if (!AuditFilter.isAudited(rule)) {
                continue;
            }
            Hospital.Person person =
                    hospital.staff().values().stream()
                            .filter(each -> rule.allows(each.signedIn()))
                            .findFirst()
                            .orElseThrow();
            // a recovery code serves once, so nobody signs in for each route
            Visitor visitor = signedIn.computeIfAbsent(person, one -> one.at(port));
            visitor.get("/account");
            Visitor.Page page = call(visitor, rule);
            assertThat(records("actor = :a and route = :r", person, AuditFilter.route(rule)))
                    .as(AuditFilter.route(rule) + " answered " + page.status())
                    .isPositive();
        }
    }

    @Test
    void onlyWhatIsPublicOrOnesOwnIsLeftOut() {
        assertThat(AccessTable.rules())
                .filteredOn(rule -> !AuditFilter.isAudited(rule))
                .allSatisfy(
                        rule ->
                                assertThat(
                                                rule.access() instanceof AccessRule.Access.Everyone
                                                        || rule.access()
                                                                instanceof AccessRule.Access.Token
                                                        || rule.access()
                                                                instanceof AccessRule.Access.Members
                                                        || AuditFilter.SHOWS_NOTHING.contains(
                                                                AuditFilter.route(rule)))
                                        .as(AuditFilter.route(rule))
                                        .isTrue());
    }

    @Test
    void aLookAtAMessageTellsWhichAndHoldsNoneOfItsWords() {
        String word = "kw" + UUID.randomUUID().toString().replace("-", "");
        var arrival = Said.in(hospital.id()).within().text("Ma fille " + word).arrival();
        inbox.accept(List.of(arrival));
        String path = "/work/archive/messages/" + arrival.event().message();
        Hospital.Person awa = hospital.communicator();
        assertThat(awa.at(port).get(path).body()).contains(word);

        String thing = "messages:" + arrival.event().message();
        assertThat(records("actor = :a and deed = 1 and :r = any(things)", awa, thing)).isOne();
        assertThat(records("actor = :a and t::text like :r", awa, "%" + word + "%")).isZero();
    }

    @Test
    void whatIsTakenAlongIsAnExportAndWhatIsNotThereIsRefused() {
        var arrival = Said.in(hospital.id()).within().arrival();
        inbox.accept(List.of(arrival));
        Visitor awa = hospital.communicator().at(port);
        awa.export("/work/archive/events/" + arrival.event().id() + "/payload");
        awa.get("/work/archive/messages/" + UUID.randomUUID());
        Hospital.Person person = hospital.communicator();
        assertThat(
                        records(
                                "actor = :a and deed = 2 and :r = any(things)",
                                person,
                                "events:" + arrival.event().id().value()))
                .isOne();
        assertThat(
                        records(
                                "actor = :a and deed = 4 and route = :r",
                                person,
                                "GET /work/archive/messages/{id}"))
                .isOne();
    }

    @Test
    void nothingIsShownOrChangedThatTheTrailCannotHold() {
        String word = "kw" + UUID.randomUUID().toString().replace("-", "");
        var arrival = Said.in(hospital.id()).within().text("Ma fille " + word).arrival();
        inbox.accept(List.of(arrival));
        Visitor admin = hospital.admin().at(port);
        admin.get("/account");
        String path = "/work/archive/messages/" + arrival.event().message();
        breakTheTrailOf(hospital.admin());
        Visitor.Page page = admin.get(path);
        assertThat(page.status()).isEqualTo(500);
        assertThat(page.body()).doesNotContain(word);

        Visitor.Page invited =
                admin.post(
                        "/work/people/invite",
                        "email",
                        word + "@hopital.example",
                        "name",
                        "Lukusa Mwana",
                        "roles",
                        "READER");
        assertThat(invited.status()).isEqualTo(500);
        assertThat(
                        jdbc.sql("select count(*) from people.link where organisation = :o")
                                .param("o", hospital.id().value())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    /** The database refuses the records of one person: as a full disk would, and nobody else's. */
    private void breakTheTrailOf(Hospital.Person person) {
        String name = "refuse_" + person.account().toString().replace('-', '_');
        jdbc.sql(
                        """
                        create function evidence.%1$s() returns trigger language plpgsql as
                        $$ begin raise exception 'no trail'; end $$
                        """
                                .formatted(name))
                .update();
        jdbc.sql(
                        """
                        create trigger %1$s before insert on evidence.audit for each row
                        when (new.actor = '%2$s') execute function evidence.%1$s()
                        """
                                .formatted(name, person.account()))
                .update();
    }

    private int records(String condition, Hospital.Person person, String wanted) {
        return jdbc.sql("select count(*) from evidence.audit t where " + condition)
                .param("a", person.account().value())
                .param("r", wanted)
                .query(Integer.class)
                .single();
    }

    private static Visitor.Page call(Visitor visitor, AccessRule rule) {
        String path =
                rule.pattern()
                        .getPatternString()
                        .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        return rule.method().name().equals("GET") ? visitor.get(path) : visitor.post(path);
    }
}
