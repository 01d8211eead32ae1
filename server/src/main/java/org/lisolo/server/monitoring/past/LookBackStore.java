package org.lisolo.server.monitoring.past;

import org.lisolo.server.message.EventId;
import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.people.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks through the past, at rest: one a rule, the newest wording's. */
@Repository
public class LookBackStore {
    private final JdbcClient jdbc;

    LookBackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Begins one for each rule whose wording has none, in the place of that of an earlier wording,
     * whose findings go.
     */
    public int begin(Instant now) {
        int begun =
                jdbc.sql(
                                """
                                insert into monitoring.look_back as l
                                  (rule, organisation, wording, state, looked, found, begun_at)
                                select r.id, r.organisation, v.wording, 'RUNNING', 0, 0, :now
                                from monitoring.rule r
                                join monitoring.rule_version v
                                  on v.rule = r.id and v.version = r.version
                                left join monitoring.look_back known on known.rule = r.id
                                where v.state <> 'DELETED'
                                  and (known.rule is null or known.wording < v.wording)
                                on conflict (rule) do update
                                set wording = excluded.wording, state = 'RUNNING', before = null,
                                    looked = 0, found = 0, total = null,
                                    begun_at = excluded.begun_at, ended_at = null
                                where l.wording < excluded.wording
                                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update();
        if (begun > 0) {
            jdbc.sql(
                            """
                            delete from monitoring.finding f using monitoring.look_back l
                            where l.rule = f.rule and f.wording < l.wording and l.begun_at = :now
                            """)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
        return begun;
    }

    /**
     * All that go on in the organisation that comes after another, around in a circle, so that all
     * take turns and a long look delays no short one; locked until the transaction's end, none
     * where other nodes are at it.
     */
    public List<LookBack> lockRunning(OrganisationId after) {
        return jdbc.sql(
                        """
                        select * from monitoring.look_back
                        where state = 'RUNNING' and organisation = (
                            select organisation from monitoring.look_back
                            where state = 'RUNNING'
                            order by organisation <= :after, organisation limit 1)
                        order by rule
                        for update skip locked
                        """)
                .param("after", after.value())
                .query(LookBackStore::lookBack)
                .list();
    }

    public Optional<LookBack> find(OrganisationId organisation, RuleId rule) {
        return jdbc.sql(
                        """
                        select * from monitoring.look_back
                        where organisation = :organisation and rule = :rule
                        """)
                .param("organisation", organisation.value())
                .param("rule", rule.value())
                .query(LookBackStore::lookBack)
                .optional();
    }

    public void count(OrganisationId organisation, long total) {
        jdbc.sql(
                        """
                        update monitoring.look_back set total = :total
                        where organisation = :organisation and total is null
                        """)
                .param("organisation", organisation.value())
                .param("total", total)
                .update();
    }

    /** Notes how far it came. */
    public void move(LookBack lookBack) {
        jdbc.sql(
                        """
                        update monitoring.look_back
                        set before = :before, looked = :looked, found = :found
                        where rule = :rule
                        """)
                .param("before", lookBack.before().value())
                .param("looked", lookBack.looked())
                .param("found", lookBack.found())
                .param("rule", lookBack.rule().value())
                .update();
    }

    /** Ends one that goes on; otherwise nothing. */
    public boolean end(RuleId rule, LookBack.State state, Instant now) {
        return jdbc.sql(
                                """
                                update monitoring.look_back set state = :state, ended_at = :now
                                where rule = :rule and state = 'RUNNING'
                                """)
                        .param("state", state.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("rule", rule.value())
                        .update()
                > 0;
    }

    /** Goes on where it was stopped, or begins anew where it came to its end. */
    public void resume(RuleId rule, Instant now) {
        jdbc.sql(
                        """
                        update monitoring.look_back
                        set before = case state when 'DONE' then null else before end,
                            looked = case state when 'DONE' then 0 else looked end,
                            found = case state when 'DONE' then 0 else found end,
                            total = null, state = 'RUNNING', begun_at = :now, ended_at = null
                        where rule = :rule and state <> 'RUNNING'
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("rule", rule.value())
                .update();
    }

    private static LookBack lookBack(ResultSet row, int number) throws SQLException {
        UUID before = row.getObject("before", UUID.class);
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new LookBack(
                new RuleId(row.getObject("rule", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getInt("wording"),
                LookBack.State.valueOf(row.getString("state")),
                before == null ? EventId.LAST : new EventId(before),
                row.getLong("looked"),
                row.getLong("found"),
                Optional.ofNullable(row.getObject("total", Long.class)),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(ended).map(OffsetDateTime::toInstant));
    }
}
