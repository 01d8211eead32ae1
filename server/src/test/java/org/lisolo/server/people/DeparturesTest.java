package org.lisolo.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@ServerTest
class DeparturesTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;

    Hospital hospital;
    Hospital other;

    @BeforeEach
    void open() {
        hospital = Hospital.open(organisations, accounts);
        other = Hospital.open(organisations, accounts);
    }

    /** A person of the hospital, invited to the other one and signed in there too. */
    private Visitor inBoth(Hospital.Person person, String role) {
        var admin = other.admin().at(port);
        admin.get("/work/people/invite");
        var page =
                admin.follow(
                        admin.post(
                                "/work/people/invite",
                                "name",
                                person.name(),
                                "email",
                                person.email(),
                                "roles",
                                role));
        Matcher link = Pattern.compile("/welcome\\?link=([^<]+)").matcher(page.body());
        assertThat(link.find()).isTrue();
        var visitor = person.at(port);
        assertThat(visitor.get("/welcome?link=" + link.group(1)).text())
                .contains("Rejoindre avec mon compte");
        assertThat(visitor.post("/welcome/join", "link", link.group(1)).location())
                .contains("/work");
        return visitor;
    }

    @Test
    void worksForTwoOrganisationsWithDifferentRoles() {
        var person = hospital.reader();
        var visitor = inBoth(person, "ADMIN");
        assertThat(visitor.get("/work").text()).contains(other.name());
        assertThat(visitor.get("/work/people").status()).isEqualTo(200);
        assertThat(visitor.get("/organisations").text()).contains(hospital.name(), other.name());
        visitor.post("/organisations/switch", "organisation", hospital.id().toString());
        assertThat(visitor.get("/work").text()).contains(hospital.name());
        assertThat(visitor.get("/work/people").status()).isEqualTo(403);
        assertThat(person.at(port).get("/work").status()).as("the old password").isEqualTo(200);
    }

    @Test
    void goesNowhereElse() {
        var visitor = hospital.reader().at(port);
        visitor.get("/organisations");
        for (UUID place : new UUID[] {other.id().value(), new UUID(0, 0), UUID.randomUUID()}) {
            assertThat(
                            visitor.post("/organisations/switch", "organisation", place.toString())
                                    .status())
                    .isEqualTo(404);
        }
        assertThat(visitor.get("/organisations/" + other.id() + "/leave").status()).isEqualTo(404);
        assertThat(visitor.get("/work").text()).contains(hospital.name());
    }

    @Test
    void leavesOnePlaceAndStaysInTheOther() {
        var person = hospital.reader();
        var visitor = inBoth(person, "READER");
        String leave = "/organisations/" + other.id() + "/leave";
        assertThat(visitor.get(leave).text()).contains("Quitter " + other.name() + " ?");
        assertThat(visitor.post(leave).location()).contains("/work");
        assertThat(visitor.get("/work").text()).contains(hospital.name());
        assertThat(other.admin().at(port).get("/work/people").text())
                .doesNotContain(person.email());
        assertThat(
                        visitor.post("/organisations/switch", "organisation", other.id().toString())
                                .status())
                .isEqualTo(404);
    }

    @Test
    void handsTheCasesOverInTheSameStep() {
        var leaver = hospital.communicator();
        UUID open = caseOf(leaver, false);
        UUID closed = caseOf(leaver, true);
        var admin = hospital.admin().at(port);
        String end = "/work/people/" + leaver.account() + "/end";
        assertThat(admin.get(end).text())
                .contains("Un dossier ouvert passe au successeur", hospital.compliance().name())
                .doesNotContain("value=\"" + hospital.reader().account());
        assertThat(admin.post(end).status()).isEqualTo(422);
        assertThat(admin.post(end, "successor", hospital.reader().account().toString()).status())
                .as("only reads")
                .isEqualTo(422);
        assertThat(admin.post(end, "successor", other.compliance().account().toString()).status())
                .as("works elsewhere")
                .isEqualTo(422);
        assertThat(owner(open)).isEqualTo(leaver.account().value());
        assertThat(
                        admin.post(end, "successor", hospital.compliance().account().toString())
                                .location())
                .contains("/work/people");
        assertThat(owner(open)).isEqualTo(hospital.compliance().account().value());
        assertThat(owner(closed)).isEqualTo(leaver.account().value());
        assertThat(Visitor.at(port).signIn(leaver.email(), leaver.password()).status())
                .isEqualTo(422);
    }

    private UUID caseOf(Hospital.Person person, boolean closed) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into monitoring.case_file
                            (id, organisation, number, conversation, channel, urgency, told_roles,
                             told_people, alerts, opened_at, last_alert_at, assignee, outcome,
                             closed_at, version)
                        values (:id, :organisation, :number, :id, :id, 1, '{}', '{}', 1, now(), now(),
                                :person, :outcome, case when :outcome::text is null then null else now() end, 1)
                        """)
                .param("id", id)
                .param("organisation", hospital.id().value())
                .param("number", closed ? 1002 : 1001)
                .param("person", person.account().value())
                .param("outcome", closed ? "ANSWERED" : null)
                .update();
        return id;
    }

    private UUID owner(UUID id) {
        return jdbc.sql("select assignee from monitoring.case_file where id = :id")
                .param("id", id)
                .query(UUID.class)
                .single();
    }

    @Test
    void letsTheLastAdministratorLeaveOnlyWithASuccessor() {
        var admin = hospital.admin();
        var visitor = admin.at(port);
        String leave = "/organisations/" + hospital.id() + "/leave";
        assertThat(visitor.get(leave).text()).contains("le successeur le sera");
        assertThat(visitor.post(leave).text()).contains("Choisissez le collègue qui la reprend");
        assertThat(visitor.get("/work/people").status()).isEqualTo(200);
        visitor.post(leave, "successor", hospital.reader().account().toString());
        assertThat(visitor.get("/work").status()).isEqualTo(302);
        assertThat(hospital.reader().at(port).get("/work/people").status()).isEqualTo(200);
    }
}
