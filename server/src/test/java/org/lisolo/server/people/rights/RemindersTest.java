package org.lisolo.server.people.rights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Addressees;
import org.lisolo.server.people.EmailAddress;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SiteAddress;
import org.lisolo.server.people.letters.Letters;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Postbox;
import org.lisolo.server.testing.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Whoever decides on requests about personal data hears of the day of the answer in time. */
@ServerTest
class RemindersTest {
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired DataRequests requests;
    @Autowired DataRequestStore store;
    @Autowired Addressees addressees;
    @Autowired Letters letters;
    @Autowired SiteAddress site;
    @Autowired TransactionTemplate transaction;
    @Autowired Reminders reminders;
    @Autowired Postbox postbox;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private final String name = "Tshilombo" + UUID.randomUUID().toString().replace("-", "");
    private Hospital hospital;
    private EmailAddress didier;

    @BeforeEach
    void openAHospital() {
        hospital = Hospital.open(organisations, accounts);
        didier = new EmailAddress(hospital.compliance().email());
    }

    /** A request whose answer is due so many days from now. */
    private UUID dueIn(String days) {
        UUID id =
                requests.note(
                                hospital.compliance().signedIn(),
                                DataRequest.Kind.ERASURE,
                                new DataRequest.Asker(name, "+243990000000", "mes " + name))
                        .id();
        jdbc.sql("update people.data_request set due = now() + cast(? as interval) where id = ?")
                .params(days + " days", id)
                .update();
        return id;
    }

    private List<Postbox.Received> arrived(int count) {
        postbox.await(didier, count);
        return postbox.to(didier);
    }

    @Test
    void comeOnceAheadAndOnceOnTheDayWithNothingOfWhoeverAsked() {
        UUID id = dueIn("6.5");
        dueIn("5");
        dueIn("20");
        reminders.remind();
        reminders.remind();
        Postbox.Received ahead = arrived(1).getFirst();
        assertThat(ahead.subject()).isEqualTo("2 réponses sont bientôt dues");
        assertThat(ahead.body())
                .contains("2 demandes sur les données personnelles attendent", "/work/requests")
                .doesNotContain(name, "990000000", id.toString());

        jdbc.sql("update people.data_request set due = now() - interval '1 minute' where id = ?")
                .param(id)
                .update();
        reminders.remind();
        reminders.remind();
        assertThat(arrived(2).getLast().subject()).isEqualTo("Une réponse est due");
        assertThat(postbox.to(didier)).hasSize(2);
        for (Role role : List.of(Role.ADMIN, Role.COMMUNICATOR, Role.READER)) {
            String other = hospital.staff().get(role).email();
            assertThat(postbox.to(new EmailAddress(other))).as(role.name()).isEmpty();
        }
    }

    @Test
    void comeOnceForARequestThatIsNoticedLateAndNeverForAnAnsweredOne() {
        UUID late = dueIn("-2");
        UUID answered = dueIn("-2");
        requests.decide(hospital.compliance().signedIn(), answered, false, "Non.", "");
        reminders.remind();
        assertThat(arrived(1).getFirst().subject()).isEqualTo("Une réponse est due");
        requests.decide(hospital.compliance().signedIn(), late, false, "Non.", "");
        reminders.remind();
        assertThat(postbox.to(didier)).hasSize(1);
    }

    @Test
    void areGivenByOneOfTwoNodes() {
        var other =
                new Reminders(store, accounts, addressees, letters, site, transaction, clock, 7);
        for (int i = 1; i <= 5; i++) {
            dueIn("3");
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(reminders::remind),
                            CompletableFuture.runAsync(other::remind))
                    .join();
            assertThat(arrived(i)).hasSize(i);
        }
    }
}
