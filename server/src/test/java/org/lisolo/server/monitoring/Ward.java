package org.lisolo.server.monitoring;

import org.lisolo.server.monitoring.rules.Rule;
import org.lisolo.server.monitoring.rules.RuleTerms;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.monitoring.rules.Told;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.Hospital;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** A hospital that watches for something: what the tests of this module begin with. */
public record Ward(Hospital hospital, Rules rules, JdbcClient jdbc) {

    public Rule watch(String query) {
        return rules.add(hospital.communicator().signedIn(), terms(query));
    }

    public static RuleTerms terms(String query) {
        return new RuleTerms(
                "Règle " + query,
                query,
                Set.of(),
                Urgency.URGENT,
                new Told(Set.of(Role.COMMUNICATOR), Set.of()),
                Optional.of(Duration.ofHours(1)));
    }

    public int alerts() {
        return count("select count(*) from monitoring.alert where organisation = :o");
    }

    public int matches() {
        return count("select count(*) from monitoring.alert_match where organisation = :o");
    }

    public List<CaseId> cases() {
        return jdbc.sql(
                        """
                        select id from monitoring.case_file where organisation = :o order by number
                        """)
                .param("o", hospital.id().value())
                .query((row, number) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
    }

    public List<String> steps(CaseId id) {
        return jdbc.sql(
                        "select kind from monitoring.case_step where case_file = :c order by"
                                + " number")
                .param("c", id.value())
                .query(String.class)
                .list();
    }

    private int count(String sql) {
        return jdbc.sql(sql).param("o", hospital.id().value()).query(Integer.class).single();
    }

    /** Waits until it holds, at most fifteen seconds. */
    public static void until(BooleanSupplier holds) throws InterruptedException {
        Instant last = Instant.now().plusSeconds(15);
        while (!holds.getAsBoolean()) {
            if (Instant.now().isAfter(last)) {
                throw new AssertionError("did not come to hold within fifteen seconds");
            }
            Thread.sleep(20);
        }
    }
}
