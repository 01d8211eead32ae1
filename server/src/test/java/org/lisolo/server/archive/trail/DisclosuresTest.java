package org.lisolo.server.archive.trail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** What left the organisation about a person, for that person. */
@ServerTest
class DisclosuresTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Inbox inbox;

    @Test
    void tellsEveryFileThatHeldSomethingOfThePerson() throws Exception {
        var hospital = Hospital.open(organisations, accounts);
        String word = "kw" + UUID.randomUUID().toString().replace("-", "");
        Said said = Said.in(hospital.id()).within().by("awa-" + word).text("Ma fille " + word);
        Said other = said.next("Encore " + word);
        Said stranger = said.next("Quelqu'un " + word).by("une autre");
        inbox.accept(List.of(said.arrival(), other.arrival(), stranger.arrival()));
        String page = "/work/archive/messages/" + said.arrival().event().message() + "/disclosures";
        Visitor compliance = hospital.compliance().at(port);
        assertThat(compliance.get(page).text()).contains("Rien n’est sorti");

        Visitor awa = hospital.communicator().at(port);
        awa.get("/work/archive/messages/" + other.arrival().event().message());
        assertThat(compliance.get(page).text())
                .as("a look is no disclosure")
                .contains("Rien n’est sorti");

        until(() -> awa.export("/work/archive.csv?q=" + word).body().contains(word));
        assertThat(compliance.get(page).text())
                .contains(hospital.communicator().name(), "Exporter les archives")
                .doesNotContain("Rien n’est sorti");
        assertThat(compliance.export(page + ".csv").body())
                .contains("EXPORT_ARCHIVE", "messages:" + other.arrival().event().message());
        assertThat(awa.get(page).status()).isEqualTo(403);
        Visitor foreign = Hospital.open(organisations, accounts).compliance().at(port);
        assertThat(foreign.get(page).status()).isEqualTo(404);
    }

    /** The index follows the log. */
    private static void until(BooleanSupplier holds) throws InterruptedException {
        Instant last = Instant.now().plusSeconds(15);
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(last);
            Thread.sleep(50);
        }
    }
}
