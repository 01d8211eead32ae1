package org.lisolo.server.people.rights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.monitoring.Ward;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.EmailAddress;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.PersonalData;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Postbox;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.server.testing.WholeDatabase;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.UUID;

/** People see, take along and ask about their own data; each request has the clock of the law. */
@ServerTest
class RightsTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Postbox postbox;
    @Autowired JdbcClient jdbc;
    @Autowired Rules rules;
    @Autowired Inbox inbox;
    @Autowired List<PersonalData> modules;

    private final String word = "kw" + UUID.randomUUID().toString().replace("-", "");
    private final EmailAddress email = new EmailAddress(UUID.randomUUID() + "@ailleurs.example");
    private Hospital hospital;
    private Visitor compliance;

    @BeforeEach
    void openAHospital() {
        hospital = Hospital.open(organisations, accounts);
        compliance = hospital.compliance().at(port);
    }

    @Test
    void showsAPersonTheirOwnDataAndGivesThemAsAFile() {
        Hospital.Person awa = hospital.communicator();
        Visitor visitor = awa.at(port);
        visitor.get("/work/archive");
        assertThat(visitor.get("/account/data").text())
                .contains(awa.name(), awa.email(), hospital.name());
        Visitor.Page file = visitor.get("/account/data.json");
        assertThat(file.body())
                .contains(awa.email(), "\"audit_trail\"", "SEARCH_ARCHIVE", "127.0.0.1")
                .doesNotContain(hospital.reader().email());
        assertThat(file.headers().firstValue("content-disposition").orElse(""))
                .startsWith("attachment");
        assertThat(Visitor.at(port).get("/account/data.json").status()).isIn(302, 401);
    }

    @Test
    void tellsAPersonInWordsWhatIsKeptAsCodes() throws Exception {
        Hospital.Person awa = hospital.communicator();
        var ward = new Ward(hospital, rules, jdbc);
        ward.watch("fièvre");
        inbox.accept(List.of(Said.in(hospital.id()).within().text("la fièvre").arrival()));
        Ward.until(() -> ward.cases().size() == 1);
        Visitor visitor = awa.at(port);
        String path = "/work/cases/" + ward.cases().getFirst();
        visitor.get(path);
        visitor.post(path + "/take", "version", "1");
        visitor.get("/work/tokens");
        visitor.post(
                "/work/tokens",
                "name",
                "script",
                "days",
                "30",
                "scopes",
                "EXPORT_ALERTS",
                "scopes",
                "EXPORT_ARCHIVE");

        List<PersonalData.Field> fields =
                modules.stream()
                        .flatMap(module -> module.of(awa.account()).stream())
                        .flatMap(section -> section.rows().stream())
                        .flatMap(List::stream)
                        .toList();
        assertThat(fields)
                .filteredOn(field -> field.value().matches("[A-Z][A-Z_]{3,}( [A-Z_]+)*"))
                .hasSizeGreaterThan(3)
                .allSatisfy(field -> assertThat(field.words()).as(field.value()).isNotEmpty());
        assertThat(visitor.get("/account/data").text())
                .contains(
                        "Dossier pris", "français", "Exporter les alertes", "Exporter les archives")
                .contains("<dd class=\"breakable\">Communication</dd>")
                .doesNotContain("TAKEN", "EXPORT_ALERTS", "COMMUNICATOR", ">fr<");
        assertThat(visitor.get("/account/data.json").body())
                .contains("\"kind\":\"TAKEN\"", "\"language\":\"fr\"");
    }

    @Test
    void aRequestFromAnAccountLandsOnTodayWithItsDueDateAndIsAnswered() {
        Visitor awa = hospital.communicator().at(port);
        awa.get("/account/data");
        Visitor.Page asked =
                awa.post(
                        "/account/data",
                        "kind",
                        "correction",
                        "organisation",
                        hospital.id().toString(),
                        "words",
                        "Mon nom " + word);
        assertThat(asked.status()).as(asked.text()).isEqualTo(302);
        assertThat(compliance.get("/work").text())
                .contains("Demande de correction", hospital.communicator().name());
        assertThat(days()).isEqualTo(30);
        answer("granted", "Votre nom est corrigé.");
        assertThat(awa.get("/account/data").text()).contains("Acceptée", "Votre nom est corrigé.");
        assertThat(compliance.get("/work").text()).doesNotContain("Demande de correction");
        assertThat(new WholeDatabase(jdbc).holds(word)).isFalse();
    }

    @Test
    void whoeverHasNoAccountConfirmsByACodeAndIsAnsweredByLetter() {
        Visitor stranger = Visitor.at(port);
        String ticket = ask(stranger);
        assertThat(compliance.get("/work/requests").text()).doesNotContain("Bijou " + word);
        String code = postbox.await(email, 1).code();
        String wrong = code.equals("000000") ? "000001" : "000000";
        assertThat(confirm(stranger, ticket, wrong).status()).isGreaterThanOrEqualTo(400);
        assertThat(confirm(stranger, ticket, code).text()).contains("Votre demande est arrivée");
        assertThat(confirm(stranger, ticket, code).status()).isGreaterThanOrEqualTo(400);
        assertThat(compliance.get("/work/requests").text()).contains("Bijou " + word);
        answer("refused", "Une procédure est en cours.");
        assertThat(postbox.await(email, 2).body())
                .contains(hospital.name(), "Une procédure est en cours.");
        assertThat(new WholeDatabase(jdbc).holds(word)).isFalse();
    }

    @Test
    void aCodeCanBeTriedFiveTimes() {
        Visitor stranger = Visitor.at(port);
        String ticket = ask(stranger);
        String code = postbox.await(email, 1).code();
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            confirm(stranger, ticket, wrong);
        }
        assertThat(confirm(stranger, ticket, code).status()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void erasesAnAccountAndEveryLeafStays() {
        Hospital.Person reader = hospital.reader();
        Visitor visitor = reader.at(port);
        visitor.get("/work/archive");
        visitor.get("/account/data");
        visitor.post("/account/data", "kind", "erasure", "organisation", hospital.id().toString());
        String path = "/work/requests/" + id();
        compliance.get(path);
        Visitor.Page refused = compliance.post(path, "decision", "granted", "answer", "Fait");
        assertThat(refused.status()).as("still staff").isEqualTo(409);
        assertThat(erased(reader)).isZero();

        Visitor admin = hospital.admin().at(port);
        String end = "/work/people/" + reader.account() + "/end";
        admin.get(end);
        assertThat(admin.post(end).status()).isEqualTo(302);
        answer("granted", "Votre compte est vidé.");
        assertThat(erased(reader)).isPositive();
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from evidence.audit
                                        where actor = :a and details is not null
                                        """)
                                .param("a", reader.account().value())
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(Visitor.at(port).signIn(reader.email(), reader.password()).status())
                .isNotEqualTo(302);
        assertThat(compliance.get("/work/trail?who=" + reader.account()).text())
                .contains("Compte supprimé")
                .doesNotContain(reader.name());
    }

    /** Records of this person whose details went with an erasure that is a record itself. */
    private int erased(Hospital.Person person) {
        return jdbc.sql(
                        """
                        select count(*) from evidence.audit a
                        join evidence.audit e on e.id = a.details_erased
                          and e.action = 'ERASE_PERSON'
                        where a.actor = :a
                        """)
                .param("a", person.account().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void anotherOrganisationAndOtherRolesSeeNoRequest() {
        compliance.get("/work/requests/new");
        Visitor.Page noted =
                compliance.post(
                        "/work/requests/new", "kind", "erasure", "name", "Bijou", "words", word);
        assertThat(noted.status()).isEqualTo(302);
        String path = "/work/requests/" + id();
        assertThat(compliance.get(path).text()).contains("Bijou", word);
        Visitor other = Hospital.open(organisations, accounts).compliance().at(port);
        other.get("/account");
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.post(path, "decision", "granted", "answer", "x").status()).isEqualTo(404);
        assertThat(hospital.communicator().at(port).get(path).status()).isEqualTo(403);
    }

    private String ask(Visitor stranger) {
        stranger.get("/data-request");
        Visitor.Page page =
                stranger.post(
                        "/data-request",
                        "kind",
                        "erasure",
                        "organisation",
                        hospital.id().toString(),
                        "name",
                        "Bijou " + word,
                        "contact",
                        email.value(),
                        "words",
                        "Sur le réseau " + word);
        assertThat(page.status()).as(page.text()).isEqualTo(302);
        return page.location().orElseThrow().replaceFirst(".*ticket=", "");
    }

    private static Visitor.Page confirm(Visitor stranger, String ticket, String code) {
        return stranger.post("/data-request/code", "ticket", ticket, "code", code);
    }

    private void answer(String decision, String words) {
        String path = "/work/requests/" + id();
        compliance.get(path);
        Visitor.Page page = compliance.post(path, "decision", decision, "answer", words);
        assertThat(page.status()).as(page.text()).isEqualTo(302);
    }

    private UUID id() {
        return jdbc.sql("select id from people.data_request where organisation = :o")
                .param("o", hospital.id().value())
                .query(UUID.class)
                .single();
    }

    private int days() {
        return jdbc.sql(
                        """
                        select extract(day from due - asked)::int from people.data_request
                        where organisation = :o
                        """)
                .param("o", hospital.id().value())
                .query(Integer.class)
                .single();
    }
}
