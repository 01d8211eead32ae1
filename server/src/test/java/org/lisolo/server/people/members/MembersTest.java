package org.lisolo.server.people.members;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Contact;
import org.lisolo.server.people.EmailAddress;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Postbox;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.server.testing.WholeDatabase;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class MembersTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Postbox postbox;
    @Autowired JdbcClient jdbc;

    private static String email() {
        return UUID.randomUUID() + "@membre.example";
    }

    private static String phone() {
        return "081" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
    }

    private static String pseudonym() {
        return "Awa "
                + ThreadLocalRandom.current()
                        .ints(12, 'a', 'h')
                        .mapToObj(Character::toString)
                        .collect(java.util.stream.Collectors.joining());
    }

    private Visitor.Page ask(Visitor visitor, String pseudonym, String contact) {
        visitor.get("/sign-up");
        return visitor.post(
                "/sign-up", "pseudonym", pseudonym, "contact", contact, "language", "fr");
    }

    private static String ticket(Visitor.Page page) {
        return page.location().orElseThrow().replaceFirst(".*ticket=", "");
    }

    private Visitor.Page show(Visitor visitor, String ticket, String code) {
        visitor.get("/code?ticket=" + ticket);
        return visitor.post("/code", "ticket", ticket, "code", code);
    }

    private Visitor join(String pseudonym, String contact) {
        var visitor = Visitor.at(port);
        String ticket = ticket(ask(visitor, pseudonym, contact));
        String code = postbox.await(Contact.of(contact), 1).code();
        assertThat(show(visitor, ticket, code).location()).contains("/me");
        return visitor;
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    @Test
    void joinsByACodeAndIsKnownByThePseudonymAlone() {
        String pseudonym = pseudonym();
        var visitor = join(pseudonym, email());
        assertThat(visitor.get("/me").text()).contains("Bonjour, " + pseudonym);
        assertThat(visitor.get("/work").status()).isEqualTo(403);
        assertThat(visitor.get("/sign-up").location()).contains("/me");
    }

    @Test
    void joinsAndComesBackWithAPhoneAlone() {
        String phone = phone();
        join(pseudonym(), phone);
        var back = Visitor.at(port);
        back.get("/sign-in/code");
        String ticket = ticket(back.post("/sign-in/code", "contact", "+243" + phone.substring(1)));
        String code = postbox.await(Contact.of(phone), 2).code();
        assertThat(show(back, ticket, code).location()).contains("/me");
        assertThat(back.get("/me").status()).isEqualTo(200);
    }

    @Test
    void tellsNobodyButTheLetterWhetherAnAddressIsKnown() {
        String known = email();
        join(pseudonym(), known);
        String unknown = email();
        var one = ask(Visitor.at(port), pseudonym(), known);
        var other = ask(Visitor.at(port), pseudonym(), unknown);
        assertThat(one.status()).isEqualTo(other.status()).isEqualTo(302);
        assertThat(withoutIds(one.location().orElseThrow()))
                .isEqualTo(withoutIds(other.location().orElseThrow()));
        var visitor = Visitor.at(port);
        assertThat(withoutIds(visitor.get("/code?ticket=" + ticket(one)).body()))
                .isEqualTo(withoutIds(visitor.get("/code?ticket=" + ticket(other)).body()));
        assertThat(withoutIds(show(visitor, ticket(one), "123456").body()))
                .isEqualTo(withoutIds(show(visitor, ticket(other), wrong("123456")).body()));
        assertThat(postbox.await(new EmailAddress(known), 2).body())
                .contains("Elle en a déjà un")
                .doesNotContainPattern("\\d{6}");
        assertThat(postbox.await(new EmailAddress(unknown), 1).code()).hasSize(6);
    }

    private static String withoutIds(String page) {
        return page.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    @Test
    void tellsNobodyWhoMaySignInByCode() {
        var hospital = Hospital.open(organisations, accounts);
        String unknown = email();
        for (String contact : new String[] {unknown, hospital.reader().email()}) {
            var visitor = Visitor.at(port);
            visitor.get("/sign-in/code");
            var page = visitor.post("/sign-in/code", "contact", contact);
            assertThat(page.status()).isEqualTo(302);
            assertThat(show(visitor, ticket(page), "123456").text()).contains("ne convient pas");
        }
        assertThat(postbox.await(new EmailAddress(hospital.reader().email()), 1).body())
                .contains("connectez-vous avec votre mot de passe");
        assertThat(postbox.to(new EmailAddress(unknown))).isEmpty();
    }

    @Test
    void stopsAfterFiveWrongCodesEvenWithTheRightOne() {
        String contact = email();
        var visitor = Visitor.at(port);
        String ticket = ticket(ask(visitor, pseudonym(), contact));
        String code = postbox.await(Contact.of(contact), 1).code();
        for (int i = 0; i < Codes.TRIES; i++) {
            assertThat(show(visitor, ticket, wrong(code)).status()).isEqualTo(422);
        }
        assertThat(show(visitor, ticket, code).text()).contains("Ce code ne peut plus servir");
    }

    @Test
    void letsNoMoreThanFiveTriesThroughTogether() {
        String contact = email();
        String ticket = ticket(ask(Visitor.at(port), pseudonym(), contact));
        String code = postbox.await(Contact.of(contact), 1).code();
        var compared = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.submit(
                        () -> {
                            var page = show(Visitor.at(port), ticket, wrong(code));
                            if (page.text().contains("Ce code ne convient pas")) {
                                compared.incrementAndGet();
                            }
                        });
            }
        }
        assertThat(compared.get()).isEqualTo(Codes.TRIES);
    }

    @Test
    void usesACodeOnceAndForAQuarterOfAnHour() {
        String contact = email();
        var visitor = Visitor.at(port);
        String ticket = ticket(ask(visitor, pseudonym(), contact));
        String code = postbox.await(Contact.of(contact), 1).code();
        jdbc.sql("update people.code set expires = expires - interval '15 minutes' where id = :id")
                .param("id", UUID.fromString(ticket))
                .update();
        assertThat(show(visitor, ticket, code).text()).contains("Ce code ne peut plus servir");
        String second = ticket(ask(visitor, pseudonym(), contact));
        String good = postbox.await(Contact.of(contact), 2).code();
        assertThat(show(visitor, second, good).location()).contains("/me");
        assertThat(show(Visitor.at(port), second, good).text()).contains("ne peut plus servir");
    }

    @Test
    void sendsNoMoreThanFiveCodesAnHourToOneContact() {
        String contact = email();
        for (int i = 0; i < Codes.PER_CONTACT; i++) {
            assertThat(ask(Visitor.at(port), pseudonym(), contact).status()).isEqualTo(302);
        }
        assertThat(ask(Visitor.at(port), pseudonym(), contact).status()).isEqualTo(429);
        postbox.await(Contact.of(contact), Codes.PER_CONTACT);
        assertThat(postbox.to(Contact.of(contact))).hasSize(Codes.PER_CONTACT);
    }

    @Test
    void refusesAPseudonymThatLooksLikeAnother() {
        String pseudonym = pseudonym();
        join(pseudonym, email());
        var page = ask(Visitor.at(port), pseudonym.replace('A', 'á').toUpperCase(), email());
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("ressemble trop à celui de quelqu’un");
        assertThat(ask(Visitor.at(port), "Dr Kabeya", email()).status()).isEqualTo(422);
    }

    @Test
    void changesTheAddressByACodeAndTellsTheOldOne() {
        String old = email();
        String wanted = email();
        var visitor = join(pseudonym(), old);
        visitor.get("/me/settings");
        String ticket = ticket(visitor.post("/me/contact", "contact", wanted));
        String code = postbox.await(Contact.of(wanted), 1).code();
        // somebody else's session is of no use, and the ticket is spent by it
        assertThat(show(visitor, ticket, code).location()).contains("/me/settings");
        assertThat(postbox.await(Contact.of(old), 2).body()).contains("a été changé");
        assertThat(visitor.get("/me/settings").text()).contains(wanted).doesNotContain(old);
    }

    @Test
    void signsInByPasswordOnceOneIsChosen() {
        String contact = email();
        var visitor = join(pseudonym(), contact);
        visitor.get("/me/settings");
        assertThat(visitor.post("/me/password", "password", "court").status()).isEqualTo(422);
        assertThat(visitor.post("/me/password", "password", "pirogue manioc fleuve").location())
                .contains("/me/settings");
        assertThat(visitor.post("/me/password", "password", "autre manioc fleuve").status())
                .isEqualTo(403);
        assertThat(Visitor.at(port).signIn(contact, "pirogue manioc fleuve").location())
                .contains("/me");
    }

    @Test
    void isNotTakenOverByAnInvitation() {
        String contact = email();
        var visitor = join(pseudonym(), contact);
        visitor.get("/me/settings");
        visitor.post("/me/password", "password", "pirogue manioc fleuve");
        var admin = Hospital.open(organisations, accounts).admin().at(port);
        admin.get("/work/people/invite");
        var page =
                admin.follow(
                        admin.post(
                                "/work/people/invite",
                                "name",
                                "Qui Veut",
                                "email",
                                contact,
                                "roles",
                                "READER"));
        var link = java.util.regex.Pattern.compile("/welcome\\?link=([^<]+)").matcher(page.body());
        if (link.find()) {
            var thief = Visitor.at(port);
            thief.get("/sign-in");
            thief.post(
                    "/welcome",
                    "link",
                    link.group(1),
                    "name",
                    "X",
                    "password",
                    "voleur manioc fleuve");
        }
        assertThat(Visitor.at(port).signIn(contact, "voleur manioc fleuve").status())
                .isEqualTo(422);
    }

    @Test
    void keepsAddressesNumbersAndCodesOutOfDatabaseAndLog(CapturedOutput output) {
        String contact = email();
        String phone = phone();
        String pseudonym = pseudonym();
        join(pseudonym, contact);
        ask(Visitor.at(port), pseudonym(), phone);
        String code = postbox.await(Contact.of(phone), 1).code();
        var database = new WholeDatabase(jdbc);
        assertThat(database.holds(pseudonym)).as("the search finds what is in the clear").isTrue();
        for (String secret : new String[] {contact, phone, phone.substring(1)}) {
            assertThat(database.holds(secret)).as(secret).isFalse();
            assertThat(output.getAll()).doesNotContain(secret);
        }
        assertThat(output.getAll()).doesNotContain(" " + code);
    }
}
