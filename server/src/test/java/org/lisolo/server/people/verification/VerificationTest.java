package org.lisolo.server.people.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Badge;
import org.lisolo.server.people.Badges;
import org.lisolo.server.people.EmailAddress;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.ProfessionalOrder;
import org.lisolo.server.people.Vocation;
import org.lisolo.server.platform.DataFolder;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Postbox;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.server.testing.WholeDatabase;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

@ServerTest
class VerificationTest {
    private static final byte[] CARD =
            "%PDF-1.7 carte de Wakuteka numero 4711-secret".getBytes(StandardCharsets.UTF_8);

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Badges badges;
    @Autowired Verifications verifications;
    @Autowired Postbox postbox;
    @Autowired JdbcClient jdbc;
    @Autowired DataFolder folder;

    Hospital hospital;
    Hospital other;
    Hospital.Person doctor;

    @BeforeEach
    void open() {
        hospital = Hospital.open(organisations, accounts);
        other = Hospital.open(organisations, accounts);
        organisations.nameVerifier(hospital.id(), true);
        organisations.nameVerifier(other.id(), true);
        doctor = hospital.reader();
    }

    private static Claim claim(OrganisationId verifier) {
        return new Claim(
                verifier,
                "Kabongo Wakuteka Pascal",
                Vocation.profession("physician"),
                Optional.of(Vocation.speciality("cardiology")),
                "Hôpital Wakuteka, Lubumbashi",
                Optional.of(new ProfessionalOrder("CNOM", "CNOM", false, true)),
                "CNOM-4711");
    }

    private VerificationId ask() {
        return verifications.ask(
                doctor.account(),
                claim(hospital.id()),
                List.of(Document.of("carte-wakuteka.pdf", CARD)));
    }

    private Optional<Badge> badge() {
        return badges.of(doctor.account());
    }

    @Test
    void leadsFromTheRequestToTheBadge() {
        VerificationId id = ask();
        assertThat(badge()).isEmpty();
        verifications.verify(id, hospital.admin().signedIn(), 12, "");
        Badge badge = badge().orElseThrow();
        assertThat(badge.name()).isEqualTo("Kabongo Wakuteka Pascal");
        assertThat(badge.verifiedBy()).isEqualTo(hospital.name());
        assertThat(badge.speciality()).contains(Vocation.speciality("cardiology"));
        assertThat(badge.until()).isAfter(badge.since().plusSeconds(300L * 86_400));
        assertThat(postbox.await(new EmailAddress(doctor.email()), 1).body())
                .contains(hospital.name() + " a vérifié votre profession");
        assertThat(verifications.steps(id))
                .extracting(VerificationStep::kind)
                .containsExactly(VerificationStep.Kind.ASKED, VerificationStep.Kind.VERIFIED);
    }

    @Test
    void keepsItsPapersSealedAndNotLongerThanTheDecision() throws IOException {
        var database = new WholeDatabase(jdbc);
        VerificationId id = ask();
        assertThat(documents(id)).isEqualTo(1);
        for (String secret : List.of("CNOM-4711", "Wakuteka", "carte-wakuteka")) {
            assertThat(database.holds(secret)).as(secret).isFalse();
        }
        verifications.verify(id, hospital.admin().signedIn(), 12, "");
        assertThat(documents(id)).isZero();
        assertThatThrownBy(() -> verifications.document(id, 1, hospital.admin().signedIn()))
                .isInstanceOf(Problem.class);
        assertThat(inFiles("4711-secret")).isFalse();
        VerificationId refused = ask();
        verifications.refuse(refused, hospital.admin().signedIn(), "Carte illisible");
        assertThat(documents(refused)).isZero();
        VerificationId withdrawn = ask();
        verifications.withdraw(doctor.account());
        assertThat(documents(withdrawn)).isZero();
    }

    @Test
    void asksBeforeItIsWithdrawn() {
        VerificationId id = ask();
        var visitor = doctor.at(port);
        assertThat(visitor.get("/professional").body())
                .contains("href=\"/professional/withdraw\"")
                .doesNotContain("action=\"/professional/withdraw\"");
        assertThat(visitor.get("/professional/withdraw").text())
                .contains("Retirer votre demande à " + hospital.name(), "ne reviennent pas");
        assertThat(documents(id)).isEqualTo(1);
        visitor.post("/professional/withdraw");
        assertThat(documents(id)).isZero();
        assertThat(visitor.get("/professional/withdraw").location()).contains("/professional");
    }

    private long documents(VerificationId id) {
        return jdbc.sql(
                        "select count(*) from people.verification_document where verification ="
                                + " :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    private boolean inFiles(String words) throws IOException {
        byte[] wanted = words.getBytes(StandardCharsets.ISO_8859_1);
        try (var files = Files.walk(folder.path())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (text.contains(new String(wanted, StandardCharsets.ISO_8859_1))) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void isSeenByNobodyButTheOrganisationThatWasAsked() {
        VerificationId id = ask();
        String page = "/work/verifications/" + id;
        var admin = hospital.admin().at(port);
        assertThat(admin.get(page).text()).contains("Kabongo Wakuteka Pascal", "CNOM-4711");
        assertThat(admin.get(page + "/documents/1").body()).contains("4711-secret");
        var stranger = other.admin().at(port);
        assertThat(stranger.get(page).status()).isEqualTo(404);
        assertThat(stranger.get(page + "/documents/1").status()).isEqualTo(404);
        assertThat(stranger.get("/work/verifications").text()).doesNotContain("Wakuteka");
        for (String deed : List.of("verify", "refuse", "suspend", "resume", "revoke")) {
            assertThat(stranger.post(page + "/" + deed, "reason", "parce que").status())
                    .as(deed)
                    .isEqualTo(404);
        }
        assertThat(doctor.at(port).get(page).status()).as("the doctor").isEqualTo(403);
        assertThat(Visitor.at(port).get(page).location().orElse("")).startsWith("/sign-in");
        assertThat(badge()).isEmpty();
    }

    @Test
    void isSuspendedRestoredAndRevokedWithAReasonThatIsTold() {
        VerificationId id = ask();
        var reviewer = hospital.admin().signedIn();
        verifications.verify(id, reviewer, 12, "");
        assertThatThrownBy(() -> verifications.suspend(id, reviewer, " "))
                .isInstanceOf(Problem.class);
        verifications.suspend(id, reviewer, "Contrôle en cours");
        assertThat(badge()).isEmpty();
        assertThat(postbox.await(new EmailAddress(doctor.email()), 2).body())
                .contains("Contrôle en cours");
        verifications.resume(id, reviewer, "Contrôle terminé");
        assertThat(badge()).isPresent();
        verifications.revoke(id, reviewer, "Radié du tableau");
        assertThat(badge()).isEmpty();
        assertThatThrownBy(() -> verifications.resume(id, reviewer, "encore"))
                .isInstanceOf(Problem.class);
        assertThat(verifications.steps(id)).hasSize(5);
    }

    @Test
    void lapsesByItselfAfterAReminderAndIsRenewed() {
        VerificationId id = ask();
        var reviewer = hospital.admin().signedIn();
        verifications.verify(id, reviewer, 12, "");
        leave(id, "20 days");
        verifications.remind();
        verifications.remind();
        postbox.await(new EmailAddress(doctor.email()), 2);
        assertThat(postbox.to(new EmailAddress(doctor.email())))
                .extracting(Postbox.Received::subject)
                .containsExactly("Votre profession est vérifiée", "Votre badge arrive à échéance");
        VerificationId renewed = ask();
        assertThat(badge()).as("holds until the decision").isPresent();
        verifications.verify(renewed, reviewer, 24, "");
        assertThat(badge().orElseThrow().until())
                .isAfter(java.time.Instant.now().plusSeconds(600L * 86_400));
        leave(renewed, "-1 second");
        assertThat(badge()).as("lapsed").isEmpty();
    }

    private void leave(VerificationId id, String left) {
        jdbc.sql("update people.verification set until = now() + :left::interval where id = :id")
                .param("left", left)
                .param("id", id.value())
                .update();
    }

    @Test
    void letsNobodyVerifyThemselvesNorAskTwiceNorAskJustAnyone() {
        var admin = hospital.admin();
        VerificationId own = verifications.ask(admin.account(), claim(hospital.id()), List.of());
        assertThatThrownBy(() -> verifications.verify(own, admin.signedIn(), 12, ""))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.code())
                                        .isEqualTo("people.verification.oneself"));
        assertThatThrownBy(
                        () -> verifications.ask(admin.account(), claim(hospital.id()), List.of()))
                .isInstanceOf(Problem.class);
        organisations.nameVerifier(other.id(), false);
        assertThatThrownBy(() -> verifications.ask(doctor.account(), claim(other.id()), List.of()))
                .isInstanceOf(Problem.class);
    }

    @Test
    void takesNothingButPapers() {
        assertThat(
                        Document.of("x.exe", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1})
                                .type())
                .isEqualTo("image/jpeg");
        for (byte[] odd :
                List.of(
                        new byte[0],
                        "<html><script>".getBytes(StandardCharsets.UTF_8),
                        new byte[Document.MOST_BYTES + 1])) {
            assertThatThrownBy(() -> Document.of("carte.pdf", odd)).isInstanceOf(Problem.class);
        }
    }
}
