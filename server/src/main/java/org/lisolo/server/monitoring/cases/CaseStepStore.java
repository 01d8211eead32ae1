package org.lisolo.server.monitoring.cases;

import org.jspecify.annotations.Nullable;
import org.lisolo.ledger.CaseStepContent;
import org.lisolo.ledger.Commitment;
import org.lisolo.server.evidence.AuditDraft;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.monitoring.CaseId;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.TeamId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** The histories of cases at rest, each step bound by an audit record. */
@Repository
class CaseStepStore {
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final AuditTrail trail;
    private final SecureRandom random = new SecureRandom();

    CaseStepStore(JdbcClient jdbc, JdbcTemplate batches, AuditTrail trail) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.trail = trail;
    }

    @SuppressWarnings("ArrayRecordComponent") // written and never compared
    private record Row(CaseId id, CaseStep step, byte[] salt, AuditDraft draft) {
        Bound in(UUID record) {
            return new Bound(id, step, salt, record);
        }
    }

    /** A step and the record that is bound to it. */
    @SuppressWarnings("ArrayRecordComponent") // written and never compared
    private record Bound(CaseId id, CaseStep step, byte[] salt, UUID record) {}

    /** Adds to the histories, each step after those that stand there. */
    void add(Map<CaseId, CaseStep> steps) {
        Map<UUID, UUID> organisations = organisations(steps.keySet());
        List<Row> rows = new ArrayList<>();
        steps.forEach(
                (id, step) -> {
                    UUID organisation = organisations.get(id.value());
                    if (organisation != null) {
                        rows.add(row(id, step, organisation));
                    }
                });
        List<UUID> records = trail.write(rows.stream().map(Row::draft).toList());
        insert(
                IntStream.range(0, rows.size())
                        .mapToObj(i -> rows.get(i).in(records.get(i)))
                        .toList());
    }

    private Row row(CaseId id, CaseStep step, UUID organisation) {
        byte[] salt = Commitment.salt(random);
        AuditDraft draft =
                trail.change("CASE_" + step.kind().name(), organisation)
                        .about("cases", id)
                        .about("teams", step.team().stream().toList())
                        .binding(content(id, step).commitment(salt));
        return new Row(id, step, salt, draft);
    }

    private static CaseStepContent content(CaseId id, CaseStep step) {
        return new CaseStepContent(
                id.value(),
                step.kind().name(),
                step.by().map(AccountId::value).orElse(null),
                step.at(),
                to(step),
                step.outcome().map(Outcome::name).orElse(null),
                step.note().orElse(null));
    }

    /** Its kind says whether that is a person or a team. */
    private static @Nullable UUID to(CaseStep step) {
        return step.person()
                .map(AccountId::value)
                .or(() -> step.team().map(TeamId::value))
                .orElse(null);
    }

    private Map<UUID, UUID> organisations(Collection<CaseId> ids) {
        Map<UUID, UUID> organisations = new HashMap<>();
        jdbc.sql("select id, organisation from monitoring.case_file where id = any(:ids)")
                .param("ids", ids.stream().map(CaseId::value).toArray(UUID[]::new))
                .query(
                        row -> {
                            organisations.put(
                                    row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                        });
        return organisations;
    }

    private void insert(List<Bound> rows) {
        batches.batchUpdate(
                """
                insert into monitoring.case_step
                  (case_file, number, kind, by_whom, at, person, outcome, note, salt, audit)
                select c.id, 1 + (select count(*) from monitoring.case_step s
                                  where s.case_file = c.id), ?, ?, ?, ?, ?, ?, ?, ?
                from monitoring.case_file c where c.id = ?
                """,
                rows,
                BATCH,
                (columns, row) -> {
                    CaseStep step = row.step();
                    columns.setString(1, step.kind().name());
                    columns.setObject(2, step.by().map(AccountId::value).orElse(null));
                    columns.setObject(3, step.at().atOffset(ZoneOffset.UTC));
                    columns.setObject(4, to(step));
                    columns.setString(5, step.outcome().map(Outcome::name).orElse(null));
                    columns.setString(6, step.note().orElse(null));
                    columns.setBytes(7, row.salt());
                    columns.setObject(8, row.record());
                    columns.setObject(9, row.id().value());
                });
    }

    /** What happened to a case, in order. */
    List<CaseStep> of(CaseId id) {
        return jdbc.sql("select * from monitoring.case_step where case_file = :id order by number")
                .param("id", id.value())
                .query(CaseStepStore::step)
                .list();
    }

    private static CaseStep step(ResultSet row, int number) throws SQLException {
        var kind = CaseStep.Kind.valueOf(row.getString("kind"));
        boolean toTeam = kind == CaseStep.Kind.GIVEN_TO_TEAM;
        return new CaseStep(
                kind,
                account(row, "by_whom"),
                instant(row),
                toTeam ? Optional.empty() : account(row, "person"),
                toTeam
                        ? account(row, "person").map(id -> new TeamId(id.value()))
                        : Optional.empty(),
                Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
                Optional.ofNullable(row.getString("note")));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }

    private static Optional<AccountId> account(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(AccountId::new);
    }
}
