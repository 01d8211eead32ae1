package org.lisolo.server.people.teams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.monitoring.Ward;
import org.lisolo.server.monitoring.rules.RuleTerms;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.monitoring.rules.Told;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Team;
import org.lisolo.server.people.TeamId;
import org.lisolo.server.people.Teams;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Set;
import java.util.UUID;

@ServerTest
class TeamsTest {
    private static final String HERE = "/work/people/teams";

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Teams teams;
    @Autowired Rules rules;
    @Autowired JdbcClient jdbc;

    Hospital hospital;
    Visitor admin;

    @BeforeEach
    void openHospital() {
        hospital = Hospital.open(organisations, accounts);
        admin = hospital.admin().at(port);
    }

    private static String id(Hospital.Person person) {
        return person.account().toString();
    }

    private TeamId make(String name, Hospital.Person... members) {
        return teams.make(
                hospital.id(),
                name,
                Set.copyOf(List.of(members).stream().map(Hospital.Person::account).toList()));
    }

    private Set<AccountId> members(TeamId team) {
        return teams.team(hospital.id(), team).members();
    }

    private int told(Hospital.Person person, String action) {
        return jdbc.sql(
                        """
                        select count(*) from evidence.audit
                        where actor = :actor and action = :action
                        """)
                .param("actor", person.account().value())
                .param("action", action)
                .query(Integer.class)
                .single();
    }

    @Test
    void areMadeChangedAndDissolvedByAnAdministratorAndTheTrailTellsEachStep() {
        assertThat(admin.get(HERE).text()).contains("Il n’y a pas encore d’équipe");
        admin.get(HERE + "/new");
        String awa = id(hospital.communicator());
        String didier = id(hospital.compliance());
        var made = admin.post(HERE + "/new", "name", " Urgences ", "members", awa);
        assertThat(admin.follow(made).text())
                .contains("L’équipe Urgences est faite", "une personne");
        Team team = teams.of(hospital.id()).getFirst();
        assertThat(team.members()).containsExactly(hospital.communicator().account());

        String page = HERE + "/" + team.id();
        assertThat(admin.get(page).body()).contains("value=\"" + awa + "\" checked");
        admin.follow(admin.post(page, "name", "Urgences de nuit", "members", didier));
        assertThat(teams.team(hospital.id(), team.id()))
                .isEqualTo(
                        new Team(
                                team.id(),
                                "Urgences de nuit",
                                Set.of(hospital.compliance().account())));

        assertThat(admin.get(page + "/dissolve").text()).contains("Une personne en fait partie");
        assertThat(admin.follow(admin.post(page + "/dissolve")).text())
                .contains("L’équipe Urgences de nuit est dissoute");
        assertThat(teams.of(hospital.id())).isEmpty();
        assertThat(admin.get(page).status()).isEqualTo(404);
        assertThat(told(hospital.admin(), "TEAM_MADE")).isEqualTo(1);
        assertThat(told(hospital.admin(), "TEAM_RENAMED")).isEqualTo(1);
        assertThat(told(hospital.admin(), "TEAM_JOINED")).isEqualTo(2);
        assertThat(told(hospital.admin(), "TEAM_LEFT")).isEqualTo(1);
        assertThat(told(hospital.admin(), "TEAM_DISSOLVED")).isEqualTo(1);
        assertThat(admin.get("/work/trail").text()).contains("Équipe dissoute");
    }

    @Test
    void askForANameThatIsFree() {
        make("Garde");
        admin.get(HERE + "/new");
        String awa = id(hospital.communicator());
        var again = admin.post(HERE + "/new", "name", "garde", "members", awa);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text())
                .contains("Une équipe porte déjà ce nom", "value=\"garde\"")
                .contains("value=\"" + awa + "\" checked");
        assertThat(admin.post(HERE + "/new", "name", " ").status()).isEqualTo(422);
        TeamId other = make("Jour");
        assertThat(admin.post(HERE + "/" + other, "name", "GARDE").status()).isEqualTo(409);
        assertThat(admin.post(HERE + "/" + other, "name", "JOUR").status()).isEqualTo(302);
    }

    @Test
    void filterThePeople() {
        TeamId team = make("Maternité", hospital.reader());
        assertThat(admin.get("/work/people").text())
                .contains("Maternité · Lecture", hospital.compliance().email());
        assertThat(admin.get("/work/people?team=" + team).text())
                .contains(hospital.reader().email())
                .doesNotContain(hospital.compliance().email());
        assertThat(admin.get("/work/people?team=nothing").text())
                .contains(hospital.compliance().email());
        assertThat(admin.get("/work/people/" + id(hospital.reader())).text())
                .contains("Équipes : Maternité.");
    }

    @Test
    void areNeitherSeenNorChangedFromAnotherOrganisationNorWithoutTheRole() {
        TeamId team = make("Secret de Mbanza", hospital.reader());
        var other = Hospital.open(organisations, accounts);
        var stranger = other.admin().at(port);
        String page = HERE + "/" + team;
        stranger.get(HERE);
        for (String path : List.of(page, page + "/dissolve")) {
            assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
            assertThat(stranger.post(path, "name", "À moi").status()).as(path).isEqualTo(404);
        }
        assertThat(stranger.get(HERE).text()).doesNotContain("Secret de Mbanza");
        assertThat(stranger.get("/work/people?team=" + team).text())
                .doesNotContain("Secret de Mbanza");
        stranger.get(HERE + "/new");
        stranger.post(HERE + "/new", "name", "Mêlés", "members", id(hospital.reader()));
        assertThat(teams.of(other.id()).getFirst().members()).isEmpty();

        var compliance = hospital.compliance().at(port);
        compliance.get("/account");
        assertThat(compliance.get(page).status()).isEqualTo(403);
        assertThat(compliance.post(page, "name", "À moi").status()).isEqualTo(403);
        assertThat(Visitor.at(port).get(page).location()).contains("/sign-in?next=" + enc(page));
        assertThat(members(team)).containsExactly(hospital.reader().account());
        assertThat(told(other.admin(), "TEAM_RENAMED")).isZero();
    }

    private static String enc(String path) {
        return path.replace("/", "%2F");
    }

    @Test
    void areLeftWithTheOrganisation() {
        TeamId team = make("Garde", hospital.reader(), hospital.communicator());
        admin.get("/work/people");
        admin.post("/work/people/" + id(hospital.reader()) + "/end");
        assertThat(members(team)).containsExactly(hospital.communicator().account());
    }

    private RuleTerms telling(TeamId team) {
        RuleTerms terms = Ward.terms("fièvre");
        return new RuleTerms(
                terms.name(),
                terms.query(),
                terms.channels(),
                terms.urgency(),
                new Told(Set.of(), Set.of(), Set.of(team)),
                terms.allowed());
    }

    @Test
    void passTheOnlyMembersPlaceOnWhereARuleTellsTheTeam() {
        TeamId told = make("Garde", hospital.communicator());
        TeamId idle = make("Chorale", hospital.communicator());
        rules.add(hospital.compliance().signedIn(), telling(told));
        String end = "/work/people/" + id(hospital.communicator()) + "/end";
        assertThat(admin.get(end).text()).contains("Personne d’autre n’est dans une équipe");
        assertThat(admin.post(end).status()).isEqualTo(422);
        admin.post(end, "successor", id(hospital.compliance()));
        assertThat(members(told)).containsExactly(hospital.compliance().account());
        assertThat(members(idle)).isEmpty();
        assertThat(told(hospital.admin(), "TEAM_JOINED")).isEqualTo(1);
    }

    @Test
    void areNotDissolvedWhileARuleOrAWaitingCaseCountsOnThem() {
        TeamId team = make("Garde", hospital.communicator());
        var rule = rules.add(hospital.compliance().signedIn(), telling(team));
        UUID file = waitingFor(team);
        String dissolve = HERE + "/" + team + "/dissolve";
        assertThat(admin.get(dissolve).text())
                .contains("On compte encore sur cette équipe", "/work/rules/" + rule.id())
                .contains("/work/cases/" + file)
                .doesNotContain("Oui, dissoudre");
        assertThat(admin.post(dissolve).status()).isEqualTo(409);
        rules.change(hospital.compliance().signedIn(), rule.id(), 1, Ward.terms("fièvre"));
        jdbc.sql("update monitoring.case_file set assignee = id where id = ?").param(file).update();
        assertThat(admin.post(dissolve).status()).isEqualTo(302);
    }

    private UUID waitingFor(TeamId team) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into monitoring.case_file
                            (id, organisation, number, conversation, channel, urgency, told_roles,
                             told_people, told_teams, alerts, opened_at, last_alert_at, version)
                        values (:id, :organisation, 1001, :id, :id, 1, '{}', '{}',
                                array[:team]::uuid[], 1, now(), now(), 1)
                        """)
                .param("id", id)
                .param("organisation", hospital.id().value())
                .param("team", team.value())
                .update();
        return id;
    }

    @Test
    void areToldByARuleAndTheCaseWaitsForWhoeverIsInThem() {
        TeamId team = make("Garde", hospital.compliance());
        String file = "/work/cases/" + waitingFor(team);
        var awa = hospital.communicator().at(port);
        assertThat(awa.get("/work").text()).doesNotContain(file);
        teams.change(hospital.id(), team, "Garde", Set.of(hospital.communicator().account()));
        assertThat(awa.get("/work").text()).contains(file);
        assertThat(hospital.compliance().at(port).get("/work").text()).doesNotContain(file);
    }

    @Test
    void areOfferedByTheFormOfARuleAndAnothersAreLeftOut() {
        TeamId team = make("Garde", hospital.communicator());
        var other = Hospital.open(organisations, accounts);
        TeamId theirs = teams.make(other.id(), "Les leurs", Set.of());
        var didier = hospital.compliance().at(port);
        assertThat(didier.get("/work/rules/new").text())
                .contains("Ou ces équipes", "Garde")
                .doesNotContain("Les leurs");
        didier.post(
                "/work/rules",
                "name",
                "Fièvres",
                "query",
                "fièvre",
                "urgency",
                "urgent",
                "teams",
                team.toString(),
                "teams",
                theirs.toString());
        var told = rules.all(hospital.compliance().signedIn()).getFirst().terms().told();
        assertThat(told).isEqualTo(new Told(Set.of(), Set.of(), Set.of(team)));
    }
}
