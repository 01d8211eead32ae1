package org.lisolo.server.monitoring.cases;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.monitoring.CaseId;
import org.lisolo.server.monitoring.Urgency;
import org.lisolo.server.monitoring.rules.Told;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.TeamId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cases and their histories at rest. */
@Repository
class CaseStore {
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CaseStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Locked until the transaction ends, so that none is closed while an alert joins it. */
    List<Case> lockOpen(Collection<OrganisationId> organisations, Collection<MessageId> messages) {
        return jdbc.sql(
                        """
                        select * from monitoring.case_file
                        where closed_at is null
                          and organisation = any(cast(:organisations as uuid[]))
                          and conversation = any(cast(:messages as uuid[]))
                        order by id for update
                        """)
                .param("organisations", texts(organisations))
                .param("messages", texts(messages))
                .query(CaseStore::caseFile)
                .list();
    }

    /** Takes the next numbers of the organisation and answers the first of them. */
    int takeNumbers(OrganisationId organisation, int count) {
        return jdbc.sql(
                                """
                                insert into monitoring.case_number as n (organisation, last)
                                values (:organisation, :count)
                                on conflict (organisation) do update set last = n.last + :count
                                returning last
                                """)
                        .param("organisation", organisation.value())
                        .param("count", count)
                        .query(Integer.class)
                        .single()
                - count
                + 1;
    }

    void open(List<Case> cases) {
        batches.batchUpdate(
                """
                insert into monitoring.case_file
                  (id, organisation, number, conversation, channel, urgency, told_roles,
                   told_people, told_teams, alerts, opened_at, last_alert_at, due_at, version)
                values (?, ?, ?, ?, ?, ?, ?, cast(? as uuid[]), cast(? as uuid[]), ?, ?, ?, ?, ?)
                """,
                cases,
                BATCH,
                (row, opened) -> {
                    row.setObject(1, opened.id().value());
                    row.setObject(2, opened.organisation().value());
                    row.setInt(3, opened.number());
                    row.setObject(4, opened.conversation().value());
                    row.setObject(5, opened.channel().value());
                    told(row, 6, opened);
                    row.setInt(10, opened.alerts());
                    row.setObject(11, utc(opened.openedAt()));
                    row.setObject(12, utc(opened.lastAlertAt()));
                    row.setObject(13, opened.dueAt().map(CaseStore::utc).orElse(null));
                    row.setInt(14, opened.version());
                });
    }

    void grow(List<Case> cases) {
        batches.batchUpdate(
                """
                update monitoring.case_file
                set urgency = ?, told_roles = ?, told_people = cast(? as uuid[]),
                    told_teams = cast(? as uuid[]), conversation = ?, alerts = ?, last_alert_at = ?, due_at = ?
                where id = ?
                """,
                cases,
                BATCH,
                (row, grown) -> {
                    told(row, 1, grown);
                    row.setObject(5, grown.conversation().value());
                    row.setInt(6, grown.alerts());
                    row.setObject(7, utc(grown.lastAlertAt()));
                    row.setObject(8, grown.dueAt().map(CaseStore::utc).orElse(null));
                    row.setObject(9, grown.id().value());
                });
    }

    Optional<Case> find(OrganisationId organisation, CaseId id) {
        return find(organisation, List.of(id), false).stream().findFirst();
    }

    /** As {@link #find}, and nobody else can take a step until the transaction ends. */
    Optional<Case> lock(OrganisationId organisation, CaseId id) {
        return find(organisation, List.of(id), true).stream().findFirst();
    }

    List<Case> find(OrganisationId organisation, Collection<CaseId> ids) {
        return find(organisation, ids, false);
    }

    private List<Case> find(OrganisationId organisation, Collection<CaseId> ids, boolean lock) {
        String sql =
                """
                select * from monitoring.case_file
                where organisation = :organisation and id = any(cast(:ids as uuid[]))
                """;
        return jdbc.sql(lock ? sql + " for update" : sql)
                .param("organisation", organisation.value())
                .param("ids", texts(ids))
                .query(CaseStore::caseFile)
                .list();
    }

    long countAssigned(OrganisationId organisation, AccountId assignee) {
        return jdbc.sql(
                        """
                        select count(*) from monitoring.case_file
                        where organisation = :organisation and assignee = :assignee
                            and closed_at is null
                        """)
                .param("organisation", organisation.value())
                .param("assignee", assignee.value())
                .query(Long.class)
                .single();
    }

    /** Open cases that nobody has, given to this team or told to nobody but it. */
    List<Case> ofTeam(OrganisationId organisation, TeamId team, int limit) {
        return jdbc.sql(
                        """
                        select * from monitoring.case_file
                        where organisation = :organisation and closed_at is null
                          and assignee is null
                          and (team = :team
                               or team is null and told_teams = array[:team]::uuid[]
                                  and told_roles = '{}' and told_people = '{}')
                        order by opened_at limit :limit
                        """)
                .param("organisation", organisation.value())
                .param("team", team.value())
                .param("limit", limit)
                .query(CaseStore::caseFile)
                .list();
    }

    /** As {@link #ofTeam}, all of them, until the commit. */
    List<Case> lockOfTeam(OrganisationId organisation, TeamId team) {
        List<CaseId> ids =
                ofTeam(organisation, team, Integer.MAX_VALUE).stream()
                        .map(Case::id)
                        .sorted(Comparator.comparing(CaseId::value))
                        .toList();
        return find(organisation, ids, true).stream().filter(Case::isOpen).toList();
    }

    void forgetTeam(OrganisationId organisation, TeamId team) {
        jdbc.sql(
                        """
                        update monitoring.case_file set team = null
                        where organisation = :organisation and team = :team
                        """)
                .param("organisation", organisation.value())
                .param("team", team.value())
                .update();
    }

    /** The open cases of somebody, until the commit. */
    List<Case> lockAssigned(OrganisationId organisation, AccountId assignee) {
        List<CaseId> ids =
                jdbc.sql(
                                """
                                select id from monitoring.case_file
                                where organisation = :organisation and assignee = :assignee
                                    and closed_at is null
                                order by id
                                """)
                        .param("organisation", organisation.value())
                        .param("assignee", assignee.value())
                        .query((row, _) -> new CaseId(row.getObject("id", UUID.class)))
                        .list();
        return find(organisation, ids, true).stream()
                .filter(file -> file.isOpen() && file.assignee().equals(Optional.of(assignee)))
                .toList();
    }

    Optional<Case> openOn(OrganisationId organisation, MessageId conversation) {
        return jdbc.sql(
                        """
                        select * from monitoring.case_file
                        where organisation = :organisation and conversation = :conversation
                          and closed_at is null
                        """)
                .param("organisation", organisation.value())
                .param("conversation", conversation.value())
                .query(CaseStore::caseFile)
                .optional();
    }

    /** Other cases that the organisation has had on the same conversation, the newest first. */
    List<Case> onSameConversation(Case file) {
        return jdbc.sql(
                        """
                        select * from monitoring.case_file
                        where organisation = :organisation and conversation = :conversation
                          and id <> :id
                        order by opened_at desc limit 20
                        """)
                .param("organisation", file.organisation().value())
                .param("conversation", file.conversation().value())
                .param("id", file.id().value())
                .query(CaseStore::caseFile)
                .list();
    }

    /** Writes what a person's step changed: who has it, how it ended, and the version. */
    void update(Case changed) {
        jdbc.sql(
                        """
                        update monitoring.case_file
                        set assignee = :assignee, team = :team, outcome = :outcome, closed_at = :closed,
                            version = :version
                        where id = :id
                        """)
                .param("assignee", changed.assignee().map(AccountId::value).orElse(null))
                .param("team", changed.team().map(TeamId::value).orElse(null))
                .param("outcome", changed.outcome().map(Outcome::name).orElse(null))
                .param("closed", changed.closedAt().map(CaseStore::utc).orElse(null))
                .param("version", changed.version())
                .param("id", changed.id().value())
                .update();
    }

    /** The open cases, of whichever organisation, that alerts on these messages belong to. */
    List<CaseId> openWithAlertsOn(Collection<MessageId> messages) {
        return jdbc.sql(
                        """
                        select distinct c.id
                        from monitoring.alert a join monitoring.case_file c on c.id = a.case_file
                        where a.message = any(cast(:messages as uuid[])) and c.closed_at is null
                        """)
                .param("messages", texts(messages))
                .query((row, number) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
    }

    /** All cases, of whichever organisation, that alerts on these messages belong to. */
    List<CaseId> withAlertsOn(Collection<MessageId> messages) {
        return jdbc.sql(
                        """
                        select distinct case_file from monitoring.alert
                        where message = any(cast(:messages as uuid[]))
                        """)
                .param("messages", texts(messages))
                .query((row, number) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
    }

    private static void told(PreparedStatement row, int first, Case from) throws SQLException {
        String[] roles = from.told().roles().stream().map(Role::name).toArray(String[]::new);
        row.setInt(first, from.urgency().code());
        row.setArray(first + 1, row.getConnection().createArrayOf("text", roles));
        row.setArray(
                first + 2, row.getConnection().createArrayOf("text", texts(from.told().people())));
        row.setArray(
                first + 3, row.getConnection().createArrayOf("text", texts(from.told().teams())));
    }

    static Case caseFile(ResultSet row, int number) throws SQLException {
        return new Case(
                new CaseId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getInt("number"),
                new MessageId(row.getObject("conversation", UUID.class)),
                new ChannelId(row.getObject("channel", UUID.class)),
                Urgency.of(row.getInt("urgency")),
                told(row),
                row.getInt("alerts"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_alert_at", OffsetDateTime.class).toInstant(),
                instant(row, "due_at"),
                new Held(
                        account(row, "assignee"),
                        Optional.ofNullable(row.getObject("team", UUID.class)).map(TeamId::new)),
                Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
                instant(row, "closed_at"),
                row.getInt("version"));
    }

    private static Told told(ResultSet row) throws SQLException {
        Array roles = row.getArray("told_roles");
        return new Told(
                Stream.of((String[]) roles.getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                uuids(row, "told_people").map(AccountId::new).collect(Collectors.toSet()),
                uuids(row, "told_teams").map(TeamId::new).collect(Collectors.toSet()));
    }

    private static Stream<UUID> uuids(ResultSet row, String column) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray(column).getArray());
    }

    private static Optional<AccountId> account(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(AccountId::new);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static String[] texts(Collection<?> ids) {
        return ids.stream().map(Object::toString).toArray(String[]::new);
    }
}
