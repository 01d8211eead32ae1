package org.lisolo.server.people.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Colleague;
import org.lisolo.server.people.EmailAddress;
import org.lisolo.server.people.OperatorLink;
import org.lisolo.server.people.Operators;
import org.lisolo.server.people.Organisation;
import org.lisolo.server.people.OrganisationKind;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Postbox;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@ServerTest
class OperatorsTest {
    private static final String HERE = "/work/platform";
    private static final String NEW = HERE + "/organisations/new";
    private static final String OPERATORS = HERE + "/operators";

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Operators operators;
    @Autowired Postbox postbox;
    @Autowired JdbcClient jdbc;

    Hospital hospital;
    Visitor operator;

    @BeforeEach
    void openHospital() {
        hospital = Hospital.open(organisations, accounts);
        operator = hospital.operator().at(port);
    }

    private Organisation named(String name) {
        return organisations.list().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
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

    private Visitor.Page takeIn(String name, String kind, String email) {
        operator.get(NEW);
        return operator.post(
                NEW,
                "organisation",
                name,
                "kind",
                kind,
                "zone",
                "Africa/Lubumbashi",
                "administrator",
                "Mwamba Rose",
                "email",
                email);
    }

    private static String unique(String beginning) {
        return beginning + " " + UUID.randomUUID();
    }

    private static String link(String text) {
        Matcher link = Pattern.compile("/welcome\\?link=([\\w-]+)").matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }

    @Test
    void takeAnOrganisationInAndItsFirstAdministratorComesByLetter() {
        String name = unique("Ministère");
        String email = UUID.randomUUID() + "@ministere.example";
        var done = operator.follow(takeIn(name, "MINISTRY", email));
        assertThat(done.text()).contains(name, "Une lettre part à " + email, "sans administrateur");
        Organisation made = named(name);
        assertThat(made.kind()).isEqualTo(OrganisationKind.MINISTRY);
        assertThat(made.zone().getId()).isEqualTo("Africa/Lubumbashi");

        var letter = postbox.await(new EmailAddress(email), 1);
        assertThat(letter.body()).contains(name, "7 jours");
        assertThat(done.body()).doesNotContain(link(letter.body()));
        var rose = Visitor.at(port);
        assertThat(rose.get("/welcome?link=" + link(letter.body())).text())
                .contains("Rejoindre " + name, "Mwamba Rose");
        var come =
                rose.post(
                        "/welcome",
                        "link",
                        link(letter.body()),
                        "name",
                        "Mwamba Rose",
                        "password",
                        "tambour baobab rivière");
        assertThat(come.location()).contains("/account/second-factor");
        assertThat(accounts.colleagues(made.id()))
                .extracting(Colleague::name, Colleague::roles)
                .containsExactly(tuple("Mwamba Rose", Set.of(Role.ADMIN)));
        assertThat(told(hospital.operator(), "ORGANISATION_MADE")).isEqualTo(1);
        assertThat(told(hospital.operator(), "ADMINISTRATOR_INVITED")).isEqualTo(1);
        assertThat(operator.post(HERE + "/organisations/" + made.id() + "/invite").status())
                .as("it has an administrator now")
                .isEqualTo(409);
    }

    @Test
    void loseNothingOfWhatWasTypedAndMakeNothingByHalves() {
        String name = unique("Clinique");
        var again = takeIn(name, "HOSPITAL", "not an address");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains(name, "Mwamba Rose", "not an address", "#field-email");
        assertThat(organisations.list()).extracting(Organisation::name).doesNotContain(name);
        assertThat(takeIn(" ", "HOSPITAL", "a@b.example").text()).contains("#field-organisation");
        assertThat(takeIn(name, "CASTLE", "a@b.example").text()).contains("#field-kind");
    }

    @Test
    void inviteAnotherFirstAdministratorWhileThereIsNone() {
        String name = unique("ONG");
        takeIn(name, "NGO", UUID.randomUUID() + "@ong.example");
        String email = UUID.randomUUID() + "@ong.example";
        String page = HERE + "/organisations/" + named(name).id();
        assertThat(operator.get(page).text()).contains("Inviter un administrateur");
        operator.post(page + "/invite", "administrator", "Kalala Jean", "email", email);
        assertThat(postbox.await(new EmailAddress(email), 1).body()).contains(name);
    }

    @Test
    void renameAnOrganisationAndSayWhetherItVerifies() {
        String page = HERE + "/organisations/" + hospital.id();
        String name = unique("Hôpital renommé");
        operator.get(page);
        operator.post(page, "organisation", name, "kind", "ORDER", "zone", "Africa/Kinshasa");
        assertThat(named(name).kind()).isEqualTo(OrganisationKind.ORDER);
        var reviewer = hospital.compliance().at(port);
        String option = "<option value=\"" + hospital.id() + "\"";
        assertThat(reviewer.get("/professional").body()).doesNotContain(option);
        assertThat(operator.follow(operator.post(page + "/verifier/name")).text())
                .contains("peut maintenant vérifier", "verifier/remove");
        assertThat(named(name).verifies()).isTrue();
        assertThat(reviewer.get("/professional").body()).contains(option);
        operator.post(page + "/verifier/remove");
        assertThat(named(name).verifies()).isFalse();
        assertThat(told(hospital.operator(), "VERIFIER_NAMED")).isEqualTo(1);
        assertThat(told(hospital.operator(), "VERIFIER_REMOVED")).isEqualTo(1);
        assertThat(told(hospital.operator(), "ORGANISATION_CHANGED")).isEqualTo(1);
    }

    @Test
    void nameAndRemoveEachOtherButNobodyThemselves() {
        var awa = hospital.communicator();
        var visitor = awa.at(port);
        assertThat(visitor.get(HERE).status()).isEqualTo(403);
        operator.get(OPERATORS);
        assertThat(operator.post(OPERATORS, "email", "nobody@example.org").text())
                .contains("nobody@example.org", "Aucun membre du personnel");
        operator.post(OPERATORS, "email", awa.email());
        assertThat(visitor.get(HERE).status()).as("from the next click on").isEqualTo(200);
        String remove = OPERATORS + "/%s/remove";
        assertThat(operator.post(remove.formatted(hospital.operator().account())).status())
                .isEqualTo(409);
        operator.post(remove.formatted(awa.account()));
        assertThat(visitor.get(HERE).status()).isEqualTo(403);
        assertThat(operator.post(remove.formatted(awa.account())).status()).isEqualTo(404);
        assertThat(told(hospital.operator(), "OPERATOR_NAMED")).isEqualTo(1);
        assertThat(told(hospital.operator(), "OPERATOR_REMOVED")).isEqualTo(1);
    }

    @Test
    void areMadeByNoAdministratorAndReachedByNone() {
        var admin = hospital.admin().at(port);
        admin.get("/work/people/invite");
        assertThat(
                        admin.post(
                                        "/work/people/invite",
                                        "name",
                                        "Kanku Esther",
                                        "email",
                                        UUID.randomUUID() + "@hopital.example",
                                        "roles",
                                        "OPERATOR")
                                .status())
                .isEqualTo(422);
        String reader = "/work/people/" + hospital.reader().account();
        assertThat(admin.post(reader, "roles", "READER", "roles", "OPERATOR").status())
                .isEqualTo(422);
        assertThat(admin.get(HERE).status()).isEqualTo(403);

        String person = "/work/people/" + hospital.operator().account();
        admin.get(person);
        assertThat(admin.post(person + "/second-factor/reset").status()).isEqualTo(409);
        String token = link(admin.follow(admin.post(person + "/link")).body());
        var thief = Visitor.at(port);
        thief.get("/sign-in");
        assertThat(
                        thief.post(
                                        "/welcome",
                                        "link",
                                        token,
                                        "name",
                                        "X",
                                        "password",
                                        "tambour baobab rivière")
                                .status())
                .isEqualTo(422);
        admin.post(person, "roles", "TRAINER");
        assertThat(operator.get(HERE).status())
                .as("an organisation's roles are beside it")
                .isEqualTo(200);
    }

    @Test
    void areNoOperatorsAfterTheyLeftTheirLastOrganisation() {
        var admin = hospital.admin().at(port);
        admin.get("/work/people");
        admin.post("/work/people/" + hospital.operator().account() + "/end");
        assertThat(operator.get(HERE).status()).isEqualTo(302);
        assertThat(operators.all())
                .extracting(Colleague::account)
                .doesNotContain(hospital.operator().account());
    }

    @Test
    void comeBackByTheLinkThatIsPrintedAtTheServer() {
        String path = OperatorLink.make(jdbc, Clock.systemUTC());
        String earlier = path;
        path = OperatorLink.make(jdbc, Clock.systemUTC());
        assertThat(Visitor.at(port).get(earlier).status()).isEqualTo(410);
        assertThat(Visitor.at(port).get(path).text())
                .contains("Connectez-vous", "/sign-in?next=%2Fwelcome%3Flink%3D")
                .doesNotContain("/welcome/operator");
        var didier = hospital.compliance().at(port);
        assertThat(didier.get(path).text()).contains("Tenir la plateforme avec mon compte");
        assertThat(didier.post("/welcome/operator", "link", link(path)).location()).contains(HERE);
        assertThat(didier.get(HERE).status()).isEqualTo(200);
        var awa = hospital.communicator().at(port);
        awa.get("/account");
        assertThat(awa.post("/welcome/operator", "link", link(path)).status()).isEqualTo(410);
        assertThat(awa.get(HERE).status()).isEqualTo(403);
        assertThat(told(hospital.compliance(), "OPERATOR_NAMED")).isEqualTo(1);
    }

    @Test
    void keepTheListOfOrdersAndSayThatTheNamesAreChecked() {
        assertThat(operator.get(HERE + "/orders").text())
                .contains("écrits de mémoire", "nom non vérifié");
        String name = unique("Ordre des sages-femmes");
        operator.post(HERE + "/orders", "name", name);
        assertThat(operator.post(HERE + "/orders", "name", name.toUpperCase(Locale.ROOT)).status())
                .isEqualTo(409);
        Matcher page =
                Pattern.compile("(/work/platform/orders/[\\w-]+)\">" + name)
                        .matcher(operator.get(HERE + "/orders").body());
        assertThat(page.find()).isTrue();
        var reader = hospital.reader().at(port);
        operator.post(HERE + "/organisations/" + hospital.id() + "/verifier/name");
        assertThat(reader.get("/professional").text()).contains(name);
        operator.post(page.group(1), "name", name + " (OSF)");
        assertThat(reader.get("/professional").text()).as("no longer offered").doesNotContain(name);
        assertThat(operator.get(HERE + "/orders").text()).contains(name + " (OSF)", "plus proposé");
        assertThat(operator.post(HERE + "/orders/nothing", "name", "X").status()).isEqualTo(404);
        assertThat(hospital.admin().at(port).get(HERE + "/orders").status()).isEqualTo(403);
        assertThat(told(hospital.operator(), "ORDER_CHANGED")).isEqualTo(2);
    }
}
