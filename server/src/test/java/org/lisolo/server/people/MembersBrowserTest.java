package org.lisolo.server.people;

import org.junit.jupiter.api.Test;
import org.lisolo.server.people.members.NewMembers;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Look;
import org.lisolo.server.testing.Postbox;
import org.lisolo.server.testing.Tab;
import org.springframework.beans.factory.annotation.Autowired;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

@BrowserTest
class MembersBrowserTest {
    private static final byte[] CARD = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired NewMembers members;
    @Autowired Postbox postbox;

    private static String pseudonym() {
        return "Awa "
                + ThreadLocalRandom.current()
                        .ints(12, 'a', 'h')
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
    }

    private static boolean isFrench(Tab tab) {
        return tab.look().language().equals("fr");
    }

    private void signInByCode(Tab tab, EmailAddress email, int letter) {
        tab.go("/sign-in/code").check("sign-in-code");
        tab.page().locator("#field-contact").fill(email.value());
        tab.page().locator("main button").click();
        tab.page().waitForURL("**/code?ticket=*");
        tab.page().locator("#field-code").fill(postbox.await(email, letter).code());
        tab.page().locator("main button").click();
        tab.page().waitForURL("**/me");
    }

    @Test
    void signsUpByCode(Chromium chromium) {
        chromium.inEveryLook(
                tab -> {
                    var email = new EmailAddress(UUID.randomUUID() + "@membre.example");
                    String pseudonym = pseudonym();
                    tab.go("/sign-up").check("sign-up");
                    tab.page().locator("#field-pseudonym").fill("Dr Awa");
                    tab.page().locator("#field-contact").fill(email.value());
                    tab.page().locator("main button").click();
                    tab.sees(isFrench(tab) ? "titre professionnel" : "professional title")
                            .check("sign-up-refused");
                    tab.page().locator("#field-pseudonym").fill(pseudonym);
                    tab.page().locator("main button").click();
                    tab.page().waitForURL("**/code?ticket=*");
                    tab.check("code");
                    tab.page().locator("#field-code").fill(postbox.await(email, 1).code());
                    tab.page().locator("main button").click();
                    tab.page().waitForURL("**/me");
                    tab.sees(pseudonym).check("me");
                    tab.go("/me/settings").sees(email.value()).check("me-settings");
                });
    }

    @Test
    void leadsADoctorFromTheRequestToTheBadge(Chromium chromium) throws Exception {
        Path card = Files.write(Files.createTempFile("carte", ".pdf"), CARD);
        chromium.inEveryLook(
                tab -> {
                    var hospital = Hospital.open(organisations, accounts);
                    organisations.nameVerifier(hospital.id(), true);
                    var email = new EmailAddress(UUID.randomUUID() + "@membre.example");
                    members.add(pseudonym(), email.value(), tab.look().language());
                    signInByCode(tab, email, 1);
                    ask(tab, hospital, card);
                    decide(chromium.open(tab.look()), hospital);
                    tab.go("/professional")
                            .sees(hospital.name())
                            .sees(isFrench(tab) ? "Cardiologie" : "Cardiology")
                            .sees(isFrench(tab) ? "Vérifié par" : "Verified by")
                            .check("professional-verified");
                    tab.go("/me").sees("Lokwa Josué").check("me-verified");
                });
    }

    private static void ask(Tab tab, Hospital hospital, Path card) {
        tab.go("/professional").check("professional-form");
        tab.page().locator("#field-name").fill("Lokwa Josué");
        tab.page().locator("#field-profession").selectOption("physician");
        tab.page().locator("#field-speciality").selectOption("cardiology");
        tab.page().locator("#field-workplace").fill("Hôpital général, Lubumbashi");
        tab.page().locator("#field-order").selectOption("CNOM");
        tab.page().locator("#field-number").fill("4711");
        tab.page().locator("#field-verifier").selectOption(hospital.id().toString());
        tab.page().locator("#field-documents").setInputFiles(card);
        tab.page().locator("main form.sheet button").click();
        tab.sees(isFrench(tab) ? "Votre demande est envoyée" : "Your request is sent")
                .check("professional-waiting");
    }

    private static void decide(Tab reviewer, Hospital hospital) {
        reviewer.signIn(hospital.admin()).sees("Lokwa Josué");
        reviewer.go("/work/verifications").check("verifications");
        reviewer.follow("Lokwa Josué").sees("4711").check("verification");
        reviewer.press(
                        isFrench(reviewer)
                                ? "Vérifier ce professionnel"
                                : "Verify this professional")
                .sees(isFrench(reviewer) ? "est vérifié" : "is verified")
                .check("verification-done");
    }

    @Test
    void showsTheOrganisationsOfAPerson(Chromium chromium) {
        var hospital = Hospital.open(organisations, accounts);
        chromium.inEveryLook(
                tab -> {
                    tab.signIn(hospital.admin());
                    tab.go("/organisations").sees(hospital.name()).check("organisations");
                    tab.go("/organisations/" + hospital.id() + "/leave").check("leave");
                });
    }

    @Test
    void showsThatNobodyAskedForVerification(Chromium chromium) {
        var hospital = Hospital.open(organisations, accounts);
        Tab tab = chromium.open(Look.PHONE).signIn(hospital.admin());
        tab.go("/work/verifications").check("verifications-not");
        organisations.nameVerifier(hospital.id(), true);
        tab.go("/work/verifications").check("verifications-empty");
    }
}
