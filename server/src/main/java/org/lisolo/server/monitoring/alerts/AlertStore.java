package org.lisolo.server.monitoring.alerts;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.monitoring.CaseId;
import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.monitoring.Urgency;
import org.lisolo.server.people.OrganisationId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

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
import java.util.stream.Collectors;

/** Alerts at rest, and what the rules marked. */
@Repository
public class AlertStore {
    private static final int BATCH = 1_000;

    /** Beyond this a count is shown as "more than". */
    public static final int MOST_COUNTED = 10_000;

    private static final String FILTERED =
            """
            from monitoring.alert a
            where a.organisation = :organisation
              and (cast(:urgency as int) is null or a.urgency = :urgency)
              and (cast(:channel as uuid) is null or a.channel = :channel)
              and (cast(:since as timestamptz) is null or a.raised_at >= :since)
              and (cast(:rule as uuid) is null or exists (
                    select from monitoring.alert_match m
                    where m.organisation = a.organisation and m.position = a.position
                      and m.rule = :rule))
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    AlertStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    public void raise(List<Alert> alerts) {
        batches.batchUpdate(
                """
                insert into monitoring.alert
                  (organisation, position, event, message, channel, urgency, received_at,
                   raised_at, case_file)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                alerts,
                BATCH,
                (row, alert) -> {
                    row.setObject(1, alert.organisation().value());
                    row.setLong(2, alert.position());
                    row.setObject(3, alert.event().value());
                    row.setObject(4, alert.message().value());
                    row.setObject(5, alert.channel().value());
                    row.setInt(6, alert.urgency().code());
                    row.setObject(7, alert.receivedAt().atOffset(ZoneOffset.UTC));
                    row.setObject(8, alert.raisedAt().atOffset(ZoneOffset.UTC));
                    row.setObject(9, alert.caseId().value());
                });
        record Marked(Alert alert, Alert.Caught caught) {}
        List<Marked> matches =
                alerts.stream()
                        .flatMap(a -> a.caught().stream().map(c -> new Marked(a, c)))
                        .toList();
        batches.batchUpdate(
                """
                insert into monitoring.alert_match
                  (organisation, rule, position, rule_version, spans)
                values (?, ?, ?, ?, ?)
                """,
                matches,
                BATCH,
                (row, match) -> {
                    row.setObject(1, match.alert().organisation().value());
                    row.setObject(2, match.caught().rule().value());
                    row.setLong(3, match.alert().position());
                    row.setInt(4, match.caught().ruleVersion());
                    row.setString(5, Spans.written(match.caught().spans()));
                });
    }

    /** The newest first, from below a position. */
    public List<Alert> before(
            OrganisationId organisation,
            AlertFilter filter,
            Optional<Instant> since,
            long before,
            int limit) {
        return list(
                organisation,
                filter,
                since,
                "and a.position < :bound order by a.position desc limit :limit",
                before,
                limit);
    }

    /** The newest first, down to those above a position. */
    public List<Alert> after(
            OrganisationId organisation,
            AlertFilter filter,
            Optional<Instant> since,
            long after,
            int limit) {
        return list(
                organisation,
                filter,
                since,
                "and a.position > :bound order by a.position desc limit :limit",
                after,
                limit);
    }

    /** Counted up to {@link #MOST_COUNTED}. */
    public int count(OrganisationId organisation, AlertFilter filter, Optional<Instant> since) {
        return filtered(
                        "select count(*) from (select 1 " + FILTERED + " limit :limit) counted",
                        organisation,
                        filter,
                        since)
                .param("limit", MOST_COUNTED)
                .query(Integer.class)
                .single();
    }

    /** How many alerts each rule has raised since then. */
    public Map<RuleId, Integer> countsByRule(OrganisationId organisation, Instant since) {
        Map<RuleId, Integer> counts = new HashMap<>();
        jdbc.sql(
                        """
                        select m.rule, count(*) as alerts
                        from monitoring.alert a
                        join monitoring.alert_match m using (organisation, position)
                        where a.organisation = :organisation and a.raised_at >= :since
                        group by m.rule
                        """)
                .param("organisation", organisation.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(
                        row -> {
                            counts.put(
                                    new RuleId(row.getObject("rule", UUID.class)),
                                    row.getInt("alerts"));
                        });
        return counts;
    }

    /** The newest alert's position, 0 if there is none. */
    public long newest(OrganisationId organisation) {
        return jdbc.sql(
                        """
                        select coalesce(max(position), 0) from monitoring.alert
                        where organisation = :organisation
                        """)
                .param("organisation", organisation.value())
                .query(Long.class)
                .single();
    }

    public List<Alert> ofCase(OrganisationId organisation, CaseId id, int limit) {
        return withMatches(
                organisation,
                jdbc.sql(
                                """
                                select * from monitoring.alert
                                where organisation = :organisation and case_file = :id
                                order by position desc limit :limit
                                """)
                        .param("organisation", organisation.value())
                        .param("id", id.value())
                        .param("limit", limit)
                        .query(AlertStore::alert)
                        .list());
    }

    /** The newest first. */
    public List<Alert> ofMessages(OrganisationId organisation, Collection<MessageId> messages) {
        return messages.isEmpty()
                ? List.of()
                : withMatches(
                        organisation,
                        jdbc.sql(
                                        """
                                        select * from monitoring.alert
                                        where organisation = :organisation
                                          and message = any(cast(:messages as uuid[]))
                                        order by position desc
                                        """)
                                .param("organisation", organisation.value())
                                .param(
                                        "messages",
                                        messages.stream()
                                                .map(MessageId::toString)
                                                .toArray(String[]::new))
                                .query(AlertStore::alert)
                                .list());
    }

    /** The newest alert of each case. */
    public Map<CaseId, Alert> newestOf(OrganisationId organisation, Collection<CaseId> cases) {
        List<Alert> newest =
                jdbc.sql(
                                """
                                select a.* from unnest(cast(:cases as uuid[])) c (id)
                                cross join lateral (
                                    select * from monitoring.alert
                                    where case_file = c.id and organisation = :organisation
                                    order by position desc limit 1) a
                                """)
                        .param("organisation", organisation.value())
                        .param("cases", cases.stream().map(CaseId::toString).toArray(String[]::new))
                        .query(AlertStore::alert)
                        .list();
        return withMatches(organisation, newest).stream()
                .collect(Collectors.toMap(Alert::caseId, alert -> alert));
    }

    /** Removes what was marked in these events, and by which rules. */
    public void forgetMatches(Collection<EventId> events) {
        jdbc.sql(
                        """
                        delete from monitoring.alert_match m using monitoring.alert a
                        where m.organisation = a.organisation and m.position = a.position
                          and a.event = any(cast(:events as uuid[]))
                        """)
                .param("events", events.stream().map(EventId::toString).toArray(String[]::new))
                .update();
    }

    private List<Alert> list(
            OrganisationId organisation,
            AlertFilter filter,
            Optional<Instant> since,
            String bounds,
            long bound,
            int limit) {
        return withMatches(
                organisation,
                filtered("select a.* " + FILTERED + bounds, organisation, filter, since)
                        .param("bound", bound)
                        .param("limit", limit)
                        .query(AlertStore::alert)
                        .list());
    }

    private JdbcClient.StatementSpec filtered(
            String sql, OrganisationId organisation, AlertFilter filter, Optional<Instant> since) {
        return jdbc.sql(sql)
                .param("organisation", organisation.value())
                .param("urgency", filter.urgency().map(Urgency::code).orElse(null))
                .param("channel", filter.channel().map(ChannelId::value).orElse(null))
                .param("since", since.map(s -> s.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("rule", filter.rule().map(RuleId::value).orElse(null));
    }

    private List<Alert> withMatches(OrganisationId organisation, List<Alert> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<Long, List<Alert.Caught>> caught = new HashMap<>();
        jdbc.sql(
                        """
                        select position, rule, rule_version, spans from monitoring.alert_match
                        where organisation = :organisation
                          and position = any(cast(:positions as bigint[]))
                        order by rule
                        """)
                .param("organisation", organisation.value())
                .param(
                        "positions",
                        bare.stream().map(a -> Long.toString(a.position())).toArray(String[]::new))
                .query(
                        row -> {
                            caught.computeIfAbsent(row.getLong("position"), _ -> new ArrayList<>())
                                    .add(
                                            new Alert.Caught(
                                                    new RuleId(row.getObject("rule", UUID.class)),
                                                    row.getInt("rule_version"),
                                                    Spans.read(row.getString("spans"))));
                        });
        return bare.stream()
                .map(a -> a.catching(caught.getOrDefault(a.position(), List.of())))
                .collect(Collectors.toList());
    }

    private static Alert alert(ResultSet row, int number) throws SQLException {
        return new Alert(
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getLong("position"),
                new EventId(row.getObject("event", UUID.class)),
                new MessageId(row.getObject("message", UUID.class)),
                new ChannelId(row.getObject("channel", UUID.class)),
                Urgency.of(row.getInt("urgency")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                new CaseId(row.getObject("case_file", UUID.class)),
                List.of());
    }
}
