package org.lisolo.server.archive.holds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.message.Erasures;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Sight;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A legal hold beats every erasure, and whoever decides sees why. */
@ServerTest
class HoldsTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Inbox inbox;
    @Autowired Messages messages;
    @Autowired Erasures erasures;

    private final String author = "awa-" + UUID.randomUUID();
    private Hospital hospital;
    private Visitor compliance;
    private Said said;

    @BeforeEach
    void openAHospital() {
        hospital = Hospital.open(organisations, accounts);
        compliance = hospital.compliance().at(port);
        compliance.get("/account");
        said = Said.in(hospital.id()).within().by(author).text("Plainte");
        inbox.accept(List.of(said.arrival()));
    }

    @Test
    void anErasureWaitsForTheEndOfTheHoldAndIsThenOfferedAgain() {
        String hold = place("message", "reason", "Plainte au parquet 12");
        String erase = path() + "/erase";
        assertThat(compliance.get(erase).text())
                .contains("Une conservation légale interdit cet effacement")
                .contains("Plainte au parquet 12");
        Visitor.Page asked =
                compliance.post(erase, "what", "message", "reason", "Demande de la personne");
        assertThat(compliance.follow(asked).text()).contains("Rien n’a été effacé");
        assertThat(isThere()).isTrue();
        assertThat(compliance.get("/work").text()).doesNotContain("Effacement en attente");

        compliance.post(hold + "/release", "reason", "Classement sans suite");
        assertThat(compliance.get("/work").text()).contains("Effacement en attente");
        compliance.post(erase, "what", "message", "reason", "Demande de la personne");
        assertThat(isThere()).isFalse();
        assertThat(compliance.get("/work").text()).doesNotContain("Effacement en attente");
        assertThat(compliance.get("/work/holds?show=past").text())
                .contains("Plainte au parquet 12");
    }

    @Test
    void noModuleCanEraseWhatIsHeldWhateverTheScope() {
        Said other = said.next("Une autre").by(author);
        Said answer = said.reply("Une réponse").by("une autre " + author);
        inbox.accept(List.of(other.arrival(), answer.arrival()));
        place("author");
        refuses(other);
        place("conversation");
        refuses(answer);
    }

    @Test
    void aTimeIsHeldByWhenItWasReceived() {
        LocalDate today = LocalDate.now(hospital.compliance().signedIn().zone());
        Visitor.Page page =
                compliance.post(
                        "/work/holds/new",
                        "scope",
                        "time",
                        "from",
                        today.minusDays(1).toString(),
                        "until",
                        today.toString(),
                        "reason",
                        "Épidémie");
        assertThat(page.status()).isEqualTo(302);
        refuses(said);
        Said elsewhere = Said.somewhere();
        inbox.accept(List.of(elsewhere.arrival()));
        assertThat(
                        erasures.eraseMessage(
                                elsewhere.organisation(),
                                elsewhere.arrival().event().message(),
                                hospital.compliance().account(),
                                "demande"))
                .isOne();
    }

    @Test
    void isPlacedByComplianceOnlyAndSeenByNoOtherOrganisation() {
        String hold = place("message");
        Visitor awa = hospital.communicator().at(port);
        awa.get("/account");
        assertThat(awa.get("/work/holds").status()).isEqualTo(403);
        assertThat(awa.post(hold + "/release", "reason", "x").status()).isEqualTo(403);
        Hospital.Person stranger = Hospital.open(organisations, accounts).compliance();
        Visitor other = stranger.at(port);
        other.get("/account");
        assertThat(other.get(hold).status()).isEqualTo(404);
        assertThat(other.post(hold + "/release", "reason", "x").status()).isEqualTo(404);
        assertThat(other.post("/work/holds/new", fields("message")).status()).isEqualTo(404);
        refuses(said);
    }

    private void refuses(Said what) {
        assertThatThrownBy(
                        () ->
                                erasures.eraseMessage(
                                        hospital.id(),
                                        what.arrival().event().message(),
                                        hospital.compliance().account(),
                                        "demande"))
                .isInstanceOf(Problem.class);
    }

    private String place(String scope, String... more) {
        String[] all = fields(scope);
        for (int i = 0; i < more.length; i += 2) {
            all[5] = more[i + 1];
        }
        Visitor.Page page = compliance.post("/work/holds/new", all);
        assertThat(page.status()).as(page.text()).isEqualTo(302);
        return page.location().orElseThrow();
    }

    private String[] fields(String scope) {
        return new String[] {
            "scope",
            scope,
            "message",
            said.arrival().event().message().toString(),
            "reason",
            "Motif"
        };
    }

    private String path() {
        return "/work/archive/messages/" + said.arrival().event().message();
    }

    private boolean isThere() {
        return messages.find(said.arrival().event().message(), Sight.ofStaff(hospital.id()))
                .isPresent();
    }
}
