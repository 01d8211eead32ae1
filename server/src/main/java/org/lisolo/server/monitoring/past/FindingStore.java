package org.lisolo.server.monitoring.past;

import org.lisolo.server.message.EventId;
import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.monitoring.alerts.Spans;
import org.lisolo.server.people.OrganisationId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Findings at rest. */
@Repository
public class FindingStore {
    private static final int BATCH = 1_000;

    /** The same for all who write, so that two never wait for each other. */
    private static final Comparator<RuleFinding> ORDER =
            Comparator.comparing((RuleFinding f) -> f.rule().value())
                    .thenComparing(f -> f.event().value());

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    FindingStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Keeps findings; those that are known already stay as they are. */
    public void keep(Collection<RuleFinding> findings) {
        batches.batchUpdate(
                """
                insert into monitoring.finding (organisation, rule, wording, event, spans)
                values (?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                findings.stream().sorted(ORDER).toList(),
                BATCH,
                (row, finding) -> {
                    row.setObject(1, finding.organisation().value());
                    row.setObject(2, finding.rule().value());
                    row.setInt(3, finding.wording());
                    row.setObject(4, finding.event().value());
                    row.setString(5, Spans.written(finding.spans()));
                });
    }

    /** The newest first, from below an event. */
    public List<RuleFinding> before(
            OrganisationId organisation, RuleId rule, int wording, EventId before, int limit) {
        return jdbc.sql(
                        """
                        select * from monitoring.finding
                        where organisation = :organisation and rule = :rule
                          and wording = :wording and event < :before
                        order by event desc limit :limit
                        """)
                .param("organisation", organisation.value())
                .param("rule", rule.value())
                .param("wording", wording)
                .param("before", before.value())
                .param("limit", limit)
                .query(FindingStore::finding)
                .list();
    }

    /** What a rule found in an event, in whatever wording; the newest wording's. */
    public Optional<RuleFinding> find(OrganisationId organisation, RuleId rule, EventId event) {
        return jdbc.sql(
                        """
                        select * from monitoring.finding
                        where organisation = :organisation and rule = :rule and event = :event
                        order by wording desc limit 1
                        """)
                .param("organisation", organisation.value())
                .param("rule", rule.value())
                .param("event", event.value())
                .query(FindingStore::finding)
                .optional();
    }

    /** How many. */
    public long count(OrganisationId organisation, RuleId rule, int wording) {
        return jdbc.sql(
                        """
                        select count(*) from monitoring.finding
                        where organisation = :organisation and rule = :rule
                          and wording = :wording
                        """)
                .param("organisation", organisation.value())
                .param("rule", rule.value())
                .param("wording", wording)
                .query(Long.class)
                .single();
    }

    /** How many on each day of receipt since then, in a zone; days without any are left out. */
    public Map<LocalDate, Integer> days(
            OrganisationId organisation, RuleId rule, int wording, Instant since, ZoneId zone) {
        Map<LocalDate, Integer> days = new HashMap<>();
        jdbc.sql(
                        """
                        select (to_timestamp(('x' || translate(left(event::text, 13), '-', ''))
                                    ::bit(48)::bigint / 1000.0) at time zone :zone)::date as day,
                               count(*) as found
                        from monitoring.finding
                        where organisation = :organisation and rule = :rule
                          and wording = :wording and event >= :from
                        group by 1
                        """)
                .param("zone", zone.getId())
                .param("organisation", organisation.value())
                .param("rule", rule.value())
                .param("wording", wording)
                .param("from", EventId.firstAt(since).value())
                .query(
                        row -> {
                            days.put(row.getObject("day", LocalDate.class), row.getInt("found"));
                        });
        return days;
    }

    /** Removes what was found in these events. */
    public void forget(Collection<EventId> events) {
        jdbc.sql("delete from monitoring.finding where event = any(:events)")
                .param("events", events.stream().map(EventId::value).toArray(UUID[]::new))
                .update();
    }

    private static RuleFinding finding(ResultSet row, int number) throws SQLException {
        return new RuleFinding(
                new OrganisationId(row.getObject("organisation", UUID.class)),
                new RuleId(row.getObject("rule", UUID.class)),
                row.getInt("wording"),
                new EventId(row.getObject("event", UUID.class)),
                Spans.read(row.getString("spans")));
    }
}
