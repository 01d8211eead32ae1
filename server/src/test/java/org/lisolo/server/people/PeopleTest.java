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
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@ServerTest
class PeopleTest {
    private static final String PASSWORD = "tambour baobab rivière";

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;

    Hospital hospital;
    Visitor admin;

    @BeforeEach
    void openHospital() {
        hospital = Hospital.open(organisations, accounts);
        admin = hospital.admin().at(port);
    }

    private String invite(String email, String... roles) {
        admin.get("/work/people/invite");
        var fields =
                new java.util.ArrayList<>(
                        java.util.List.of("name", "Kanku Esther", "email", email));
        for (String role : roles) {
            fields.addAll(java.util.List.of("roles", role));
        }
        var page = admin.follow(admin.post("/work/people/invite", fields.toArray(String[]::new)));
        Matcher link = Pattern.compile("http://[^<]*(/welcome\\?link=[^<]+)").matcher(page.body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static String email() {
        return UUID.randomUUID() + "@hopital.example";
    }

    private Visitor.Page accept(String link) {
        var colleague = Visitor.at(port);
        colleague.get("/sign-in"); // for a token, as there may be no form behind the link
        return colleague.post(
                "/welcome",
                "link",
                link.replaceFirst(".*=", ""),
                "name",
                "Kanku Esther",
                "password",
                PASSWORD);
    }

    private static String page(Hospital.Person person) {
        return "/work/people/" + person.account();
    }

    @Test
    void takesAnInvitedColleagueIn() {
        String email = email();
        String link = invite(email, "COMPLIANCE", "READER");
        assertThat(admin.get("/work/people").text()).contains("Invitations en attente", email);
        var colleague = Visitor.at(port);
        assertThat(colleague.get(link).text()).contains("Rejoindre " + hospital.name(), email);
        assertThat(accept(link).location()).contains("/account/second-factor");
        assertThat(colleague.signIn(email, PASSWORD).location()).contains("/account/second-factor");
        assertThat(accounts.colleagues(hospital.id()))
                .filteredOn(one -> one.name().equals("Kanku Esther"))
                .extracting(Colleague::roles)
                .containsExactly(java.util.Set.of(Role.COMPLIANCE, Role.READER));
    }

    @Test
    void showsTheLinkOnlyOnceAndKeepsOnlyItsHash() {
        String token = invite(email(), "READER").replaceFirst(".*=", "");
        assertThat(admin.get("/work/people").body()).doesNotContain(token);
        assertThat(
                        jdbc.sql("select count(*) from people.link where hash = :hash")
                                .param("hash", Invitations.hash(token))
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void usesALinkOnce() {
        String link = invite(email(), "READER");
        assertThat(accept(link).status()).isEqualTo(302);
        var again = accept(link);
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.text()).contains("Ce lien a déjà servi");
    }

    @Test
    void usesALinkOnceWhenTwoTryTogether() {
        String link = invite(email(), "READER");
        var taken = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++) {
                threads.submit(
                        () -> {
                            if (accept(link).status() == 302) {
                                taken.incrementAndGet();
                            }
                        });
            }
        }
        assertThat(taken.get()).isEqualTo(1);
    }

    @Test
    void givesTheLinkBackAfterAMistakeInTheForm() {
        String link = invite(email(), "READER");
        var colleague = Visitor.at(port);
        colleague.get(link);
        var again =
                colleague.post(
                        "/welcome",
                        "link",
                        link.replaceFirst(".*=", ""),
                        "name",
                        "Kanku E.",
                        "password",
                        "court");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("au moins 12 caractères", "Kanku E.");
        assertThat(accept(link).status()).isEqualTo(302);
    }

    @Test
    void lastsHalfAnHour() {
        String link = invite(email(), "READER");
        jdbc.sql("update people.link set expires = expires - interval '30 minutes' where hash = :h")
                .param("h", Invitations.hash(link.replaceFirst(".*=", "")))
                .update();
        assertThat(Visitor.at(port).get(link).status()).isEqualTo(410);
        assertThat(accept(link).status()).isEqualTo(410);
    }

    @Test
    void withdrawsAnInvitation() {
        String link = invite(email(), "READER");
        Matcher withdraw =
                Pattern.compile("action=\"(/work/people/invitations/[0-9a-f]+/withdraw)\"")
                        .matcher(admin.get("/work/people").body());
        assertThat(withdraw.find()).isTrue();
        admin.post(withdraw.group(1));
        assertThat(Visitor.at(port).get(link).status()).isEqualTo(410);
    }

    @Test
    void asksForARoleAndAName() {
        admin.get("/work/people/invite");
        assertThat(admin.post("/work/people/invite", "name", "Esther", "email", email()).text())
                .contains("Choisissez au moins un rôle", "value=\"Esther\"");
        assertThat(
                        admin.post(
                                        "/work/people/invite",
                                        "name",
                                        " ",
                                        "email",
                                        email(),
                                        "roles",
                                        "READER")
                                .text())
                .contains("Écrivez le nom");
    }

    @Test
    void givesRolesThatHoldFromTheNextClick() {
        var reader = hospital.reader().at(port);
        assertThat(reader.get("/work/people").status()).isEqualTo(403);
        admin.get(page(hospital.reader()));
        admin.post(page(hospital.reader()), "roles", "ADMIN");
        assertThat(reader.get("/work/people").status()).isEqualTo(200);
        admin.post(page(hospital.reader()), "roles", "READER");
        assertThat(reader.get("/work/people").status()).isEqualTo(403);
    }

    @Test
    void endsAccessAtOnce() {
        var person = hospital.communicator();
        var colleague = person.at(port);
        String end = page(person) + "/end";
        assertThat(admin.get(end).text())
                .contains("Mettre fin à l’accès de " + person.name() + " ?");
        admin.post(end);
        assertThat(colleague.get("/work").status()).isEqualTo(302);
        assertThat(Visitor.at(port).signIn(person.email(), person.password()).status())
                .isEqualTo(422);
        assertThat(admin.get("/work/people").text()).doesNotContain(person.email());
    }

    @Test
    void endsEvenASessionThatTheDeletionMissed() {
        var person = hospital.communicator();
        var colleague = person.at(port);
        jdbc.sql("delete from people.membership where account = :id")
                .param("id", person.account().value())
                .update();
        assertThat(colleague.get("/work").status()).isEqualTo(302);
    }

    @Test
    void keepsTheLastAdministrator() {
        admin.get(page(hospital.admin()));
        assertThat(admin.post(page(hospital.admin()), "roles", "READER").text())
                .contains("la dernière personne chargée de l’administration");
        assertThat(admin.post(page(hospital.admin()) + "/end").status()).isEqualTo(422);
        assertThat(admin.get("/work/people").status()).isEqualTo(200);
    }

    @Test
    void doesNotReachIntoAnotherOrganisation() {
        var other = Hospital.open(organisations, accounts).reader();
        assertThat(admin.get(page(other)).status()).isEqualTo(404);
        admin.get("/work/people");
        assertThat(admin.post(page(other), "roles", "ADMIN").status()).isEqualTo(404);
        assertThat(admin.post(page(other) + "/end").status()).isEqualTo(404);
        assertThat(admin.post(page(other) + "/link").status()).isEqualTo(404);
        assertThat(accept(invite(other.email(), "READER")).text())
                .contains("Cette adresse électronique a déjà un compte");
        assertThat(Visitor.at(port).signIn(other.email(), other.password()).location())
                .contains("/sign-in/second");
    }

    @Test
    void mendsAForgottenPassword() {
        var person = hospital.reader();
        admin.get(page(person));
        var shown = admin.follow(admin.post(page(person) + "/link"));
        Matcher link = Pattern.compile("(/welcome\\?link=[^<]+)").matcher(shown.body());
        assertThat(link.find()).isTrue();
        assertThat(accept(link.group(1)).location()).contains("/sign-in/second");
        assertThat(Visitor.at(port).signIn(person.email(), person.password()).status())
                .isEqualTo(422);
        assertThat(Visitor.at(port).signIn(person.email(), PASSWORD).location())
                .contains("/sign-in/second");
    }
}
