package org.lisolo.server.archive.trail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.ledger.NoteVerifier;
import org.lisolo.ledger.ProofFile;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The trail as compliance reads it. */
@ServerTest
class TrailTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Inbox inbox;
    @Autowired JdbcClient jdbc;

    private Hospital hospital;
    private Visitor compliance;
    private String message;

    @BeforeEach
    void awaLooksAtAMessage() {
        hospital = Hospital.open(organisations, accounts);
        compliance = hospital.compliance().at(port);
        var arrival = Said.in(hospital.id()).within().text("Ma fille a de la fièvre").arrival();
        inbox.accept(List.of(arrival));
        message = arrival.event().message().toString();
        hospital.communicator().at(port).get("/work/archive/messages/" + message);
    }

    @Test
    void saysOnTheMessagesPageWhoHasLookedAtIt() {
        Visitor.Page page = compliance.get("/work/archive/messages/" + message);
        assertThat(page.body()).contains("/work/trail?thing=messages:" + message);
        String trail = compliance.get("/work/trail?thing=messages:" + message).text();
        assertThat(trail)
                .contains(hospital.communicator().name() + " a consulté")
                .contains("127.0.0.1")
                .doesNotContain("fièvre");
    }

    @Test
    void isFoundByPersonDeedDayAndAddress() {
        String awa = "who=" + hospital.communicator().account();
        String sentence = hospital.communicator().name() + " a consulté";
        assertThat(compliance.get("/work/trail?" + awa).text()).contains(sentence);
        assertThat(compliance.get("/work/trail?deed=look&" + awa).text()).contains(sentence);
        assertThat(compliance.get("/work/trail?deed=export&" + awa).text())
                .doesNotContain(sentence);
        assertThat(compliance.get("/work/trail?address=127.0.0.1&" + awa).text())
                .contains(sentence);
        assertThat(compliance.get("/work/trail?address=192.0.2.7&" + awa).text())
                .doesNotContain(sentence);
        assertThat(compliance.get("/work/trail?to=2020-01-01&" + awa).text())
                .doesNotContain(sentence);
        assertThat(compliance.get("/work/trail?from=hier").text()).contains("n’est pas une date");
    }

    @Test
    void anotherOrganisationsComplianceSeesNothing() {
        Visitor other = Hospital.open(organisations, accounts).compliance().at(port);
        assertThat(other.get("/work/trail?thing=messages:" + message).body())
                .doesNotContain(record().toString());
        assertThat(other.get("/work/trail/" + record()).status()).isEqualTo(404);
        assertThat(other.export("/work/trail/" + record() + "/proof").status()).isEqualTo(404);
        assertThat(other.export("/work/trail.csv").body()).doesNotContain(message);
    }

    @Test
    void isReadByComplianceAndAdministratorsAlone() {
        for (Hospital.Person person : List.of(hospital.communicator(), hospital.reader())) {
            assertThat(person.at(port).get("/work/trail").status()).isEqualTo(403);
            assertThat(person.at(port).get("/work/archive/messages/" + message).body())
                    .doesNotContain("/work/trail");
        }
    }

    @Test
    void takingTheTrailAlongIsInTheTrail() {
        String csv = compliance.export("/work/trail.csv?thing=messages:" + message).body();
        assertThat(csv).contains("messages:" + message, hospital.communicator().name());
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from evidence.audit
                                        where actor = :a and deed = 2 and action = 'EXPORT_TRAIL'
                                        """)
                                .param("a", hospital.compliance().account().value())
                                .query(Integer.class)
                                .single())
                .isOne();
    }

    @Test
    void eachLineHasAProofThatAStrangerCanCheck() throws Exception {
        Instant deadline = Instant.now().plusSeconds(15);
        Visitor.Page file = compliance.export("/work/trail/" + record() + "/proof");
        while (file.status() == 404 && Instant.now().isBefore(deadline)) {
            Thread.sleep(50);
            file = compliance.export("/work/trail/" + record() + "/proof");
        }
        ProofFile proof = ProofFile.parse(file.body());
        NoteVerifier key = NoteVerifier.parse(Visitor.at(port).get("/log/key").body().strip());
        assertThat(proof.check(key)).isEqualTo(ProofFile.Verdict.HOLDS);
        assertThat(proof.opening()).isPresent();
        assertThat(compliance.get("/work/trail/" + record()).text())
                .contains("Cette ligne est dans le registre");
    }

    private UUID record() {
        return jdbc.sql("select id from evidence.audit where :thing = any(things) and actor = :a")
                .param("thing", "messages:" + message)
                .param("a", hospital.communicator().account().value())
                .query(UUID.class)
                .list()
                .getFirst();
    }
}
