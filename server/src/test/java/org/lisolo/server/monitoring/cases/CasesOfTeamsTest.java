package org.lisolo.server.monitoring.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.monitoring.CaseId;
import org.lisolo.server.monitoring.Ward;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.TeamId;
import org.lisolo.server.people.Teams;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A case can be given to a team, whose members are called together and one of whom takes it. */
@ServerTest
class CasesOfTeamsTest {
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Teams teams;
    @Autowired Rules rules;
    @Autowired Inbox inbox;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    private Hospital hospital;
    private Visitor awa;
    private Visitor didier;
    private CaseId id;
    private String path;

    @BeforeEach
    void openACaseThatTheCommunicatorIsToldOf() throws Exception {
        hospital = Hospital.open(organisations, accounts);
        var ward = new Ward(hospital, rules, jdbc);
        ward.watch("fièvre");
        inbox.accept(List.of(Said.in(hospital.id()).within().text("la fièvre").arrival()));
        Ward.until(() -> ward.cases().size() == 1);
        id = ward.cases().getFirst();
        path = "/work/cases/" + id;
        awa = hospital.communicator().at(port);
        didier = hospital.compliance().at(port);
    }

    private TeamId team(String name, Hospital.Person... members) {
        return teams.make(
                hospital.id(),
                name,
                Stream.of(members).map(Hospital.Person::account).collect(Collectors.toSet()));
    }

    private Visitor.Page give(TeamId team, int version) {
        awa.get(path);
        return awa.post(
                path + "/assign", "version", Integer.toString(version), "to", "team:" + team);
    }

    private static String fact(String name, String value) {
        return "<dt>" + name + "</dt>\n<dd>" + value + "</dd>";
    }

    private List<String> told(String thing) {
        return jdbc.sql("select action from evidence.audit where :thing = any(things) order by at")
                .param("thing", thing)
                .query(String.class)
                .list();
    }

    @Test
    void waitsForTheTeamsMembersAndForNobodyElseUntilOneTakesIt() {
        TeamId guard = team("Garde de nuit", hospital.compliance());
        assertThat(awa.get("/work").text()).contains("Dossier à prendre");
        assertThat(didier.get("/work").text()).doesNotContain(path);
        assertThat(awa.get(path).body()).contains("<option value=\"team:" + guard);

        give(guard, 1);
        assertThat(awa.get("/work").text()).doesNotContain(path);
        assertThat(didier.get("/work").text()).contains("Dossier de votre équipe à prendre", path);
        assertThat(didier.get(path).text())
                .contains(fact("Suivi par", "personne encore"), fact("Équipe", "Garde de nuit"))
                .contains(hospital.communicator().name() + " a confié le dossier à l’équipe Garde");
        assertThat(didier.get("/work/alerts").text()).contains("confié à l’équipe Garde de nuit");

        didier.follow(didier.post(path + "/take", "version", "2"));
        assertThat(didier.get("/work").text()).contains("Dossier à clore");
        assertThat(awa.get(path).text())
                .contains(
                        fact("Suivi par", hospital.compliance().name()),
                        fact("Équipe", "Garde de nuit"));
        assertThat(told("cases:" + id))
                .containsSubsequence("CASE_OPENED", "CASE_GIVEN_TO_TEAM", "CASE_TAKEN");
        assertThat(told("teams:" + guard)).contains("CASE_GIVEN_TO_TEAM");
    }

    @Test
    void goesBackToTheTeamOfWhoeverGivesItBackAndThenToEveryoneTold() {
        TeamId guard = team("Garde", hospital.compliance());
        give(guard, 1);
        didier.get(path);
        didier.post(path + "/take", "version", "2");
        didier.post(path + "/release", "version", "3");
        assertThat(didier.get("/work").text()).contains("Dossier de votre équipe à prendre");
        assertThat(awa.get("/work").text()).doesNotContain(path);
        didier.post(path + "/release", "version", "4");
        assertThat(awa.get("/work").text()).contains("Dossier à prendre");
    }

    @Test
    void leavesTheTeamWithWhoeverIsNotInIt() {
        give(team("Garde", hospital.compliance()), 1);
        awa.post(path + "/take", "version", "2");
        assertThat(awa.get(path).text()).doesNotContain(fact("Équipe", "Garde"));
        awa.post(path + "/release", "version", "3");
        assertThat(didier.get("/work").text()).doesNotContain(path);
    }

    @Test
    void isFoundByViewAndByTeam() {
        TeamId guard = team("Garde", hospital.compliance());
        TeamId idle = team("Chorale", hospital.compliance());
        give(guard, 1);
        assertThat(didier.get("/work/cases?show=ours").text())
                .contains("prendre par l’équipe Garde");
        assertThat(awa.get("/work/cases?show=ours").text())
                .contains("Aucun dossier confié à vos équipes");
        assertThat(awa.get("/work/cases?show=unassigned").text())
                .contains("Aucun dossier n’attend d’être pris");
        assertThat(awa.get("/work/cases?team=" + guard).body())
                .contains(path)
                .contains("value=\"" + guard + "\" selected")
                .contains("show=overdue&amp;team=" + guard);
        assertThat(awa.get("/work/cases?team=" + idle).body()).doesNotContain(path);
    }

    @Test
    void isNotGivenToATeamOfOthersNorToOneWhereNobodyWorksOnCases() {
        TeamId readers = team("Lecture", hospital.reader());
        var other = Hospital.open(organisations, accounts);
        TeamId theirs = teams.make(other.id(), "Les leurs", Set.of(other.compliance().account()));
        assertThat(awa.get(path).text()).doesNotContain("Lecture", "Les leurs");
        assertThat(give(readers, 1).status()).isEqualTo(422);
        assertThat(give(theirs, 1).status()).isEqualTo(422);
        Visitor stranger = other.compliance().at(port);
        stranger.get("/work/cases");
        assertThat(stranger.post(path + "/assign", "version", "1", "to", "team:" + theirs).status())
                .isEqualTo(404);
        assertThat(stranger.get("/work/cases?show=ours").body()).doesNotContain(path);
        Visitor reader = hospital.reader().at(port);
        reader.get("/account");
        assertThat(reader.post(path + "/assign", "version", "1", "to", "team:" + readers).status())
                .isEqualTo(403);
        assertThat(told("cases:" + id)).doesNotContain("CASE_GIVEN_TO_TEAM");
    }

    @Test
    void goesToOthersInTheStepThatDissolvesItsTeam() {
        TeamId guard = team("Garde", hospital.compliance());
        TeamId day = team("Jour", hospital.communicator());
        team("Lecture", hospital.reader());
        give(guard, 1);
        Visitor admin = hospital.admin().at(port);
        String dissolve = "/work/people/teams/" + guard + "/dissolve";
        assertThat(admin.get(dissolve).text())
                .contains("Dossier n° 1, confié à l’équipe", "Jour", hospital.compliance().name())
                .doesNotContain("Lecture", hospital.reader().name());
        assertThat(admin.post(dissolve).status()).isEqualTo(422);
        assertThat(admin.post(dissolve, "successor", hospital.reader().account().toString()).text())
                .contains("Choisissez à qui passe ce qui attend cette équipe");
        admin.follow(admin.post(dissolve, "successor", "team:" + day));
        assertThat(awa.get("/work").text()).contains("Dossier de votre équipe à prendre");
        assertThat(awa.get(path).text())
                .contains(fact("Équipe", "Jour"))
                .contains(" a confié le dossier à l’équipe dissoute depuis")
                .contains(hospital.admin().name() + " a confié le dossier à l’équipe Jour");
    }

    @Test
    void staysWithWhoeverHasItWhenTheTeamIsDissolved() {
        TeamId guard = team("Garde", hospital.compliance());
        give(guard, 1);
        didier.get(path);
        didier.post(path + "/take", "version", "2");
        Visitor admin = hospital.admin().at(port);
        admin.get("/work/people/teams/" + guard + "/dissolve");
        admin.follow(admin.post("/work/people/teams/" + guard + "/dissolve"));
        assertThat(didier.get(path).text())
                .contains(fact("Suivi par", "vous"))
                .doesNotContain("<dt>Équipe");
        didier.post(path + "/release", "version", "3");
        assertThat(awa.get("/work").text()).contains("Dossier à prendre");
    }

    @Test
    void keepsTheLastMemberInATeamForWhichACaseWaits() {
        TeamId guard = team("Garde", hospital.compliance());
        give(guard, 1);
        Visitor admin = hospital.admin().at(port);
        admin.get("/work/people/teams/" + guard);
        Visitor.Page refused = admin.post("/work/people/teams/" + guard, "name", "Garde");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("laissez-y quelqu’un");
        assertThat(teams.team(hospital.id(), guard).members())
                .containsExactly(hospital.compliance().account());
    }
}
