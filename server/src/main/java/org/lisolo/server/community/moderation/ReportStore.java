package org.lisolo.server.community.moderation;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SealedWords;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.moderation.ReportFile.OwnRow;
import org.lisolo.server.community.moderation.ReportFile.Reply;
import org.lisolo.server.community.moderation.ReportFile.Report;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.platform.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reports and the files they lie in. */
@Repository
class ReportStore {
    private static final String FILES =
            """
            select f.id, f.contribution, f.space, f.opened_at, f.claimed_by, f.decided_at,
                   (select count(*) from community.report r where r.file = f.id) as reports
              from community.report_file f
            """;
    private static final String REPORTS =
            """
            select id, file, contribution, reporter, reason, words, at from community.report
            """;

    private final JdbcClient jdbc;
    private final SealedWords words;
    private final Ids ids;

    ReportStore(JdbcClient jdbc, SealedWords words, Ids ids) {
        this.jdbc = jdbc;
        this.words = words;
        this.ids = ids;
    }

    /** The open file about a contribution, made if there is none. */
    UUID fileOf(Contribution one, Instant at) {
        jdbc.sql(
                        """
                        insert into community.report_file (id, contribution, space, opened_at)
                        values (?, ?, ?, ?)
                        on conflict (contribution) where decided_at is null do nothing
                        """)
                .params(ids.next(), one.id().value(), one.space().value(), Timestamp.from(at))
                .update();
        return jdbc.sql(
                        """
                        select id from community.report_file
                         where contribution = ? and decided_at is null for update
                        """)
                .param(one.id().value())
                .query(UUID.class)
                .single();
    }

    /** Nothing, if this person reported it before. */
    Optional<UUID> add(
            UUID file,
            ContributionId contribution,
            AccountId reporter,
            Reason reason,
            String said,
            Instant at) {
        UUID id = ids.next();
        int added =
                jdbc.sql(
                                """
                                insert into community.report
                                    (id, file, contribution, reporter, reason, words, at)
                                values (?, ?, ?, ?, ?, ?, ?)
                                on conflict (contribution, reporter) do nothing
                                """)
                        .params(
                                id,
                                file,
                                contribution.value(),
                                reporter.value(),
                                reason.name(),
                                words.seal(said, "report", "words", id),
                                Timestamp.from(at))
                        .update();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    boolean hasReported(ContributionId contribution, AccountId reporter) {
        return jdbc.sql(
                        """
                        select exists (select from community.report
                                        where contribution = ? and reporter = ?)
                        """)
                .params(contribution.value(), reporter.value())
                .query(Boolean.class)
                .single();
    }

    Optional<ReportFile> file(UUID id) {
        return jdbc.sql(FILES + " where f.id = ?").param(id).query(ReportStore::file).optional();
    }

    /** Those that wait in these spaces, the oldest first. */
    List<ReportFile> open(Collection<SpaceId> spaces, int most) {
        return jdbc.sql(
                        FILES
                                + """
                                 where f.space = any(:spaces) and f.decided_at is null
                                 order by f.opened_at limit :most
                                """)
                .param("spaces", spaces.stream().map(SpaceId::value).toArray(UUID[]::new))
                .param("most", most)
                .query(ReportStore::file)
                .list();
    }

    /** Whether it was free, or this person's already. */
    boolean claim(UUID file, AccountId by, Instant at) {
        return jdbc.sql(
                                """
                                update community.report_file set claimed_by = :by, claimed_at = :at
                                 where id = :id and decided_at is null
                                   and (claimed_by is null or claimed_by = :by)
                                """)
                        .param("by", by.value())
                        .param("at", Timestamp.from(at))
                        .param("id", file)
                        .update()
                == 1;
    }

    void release(UUID file, AccountId by) {
        jdbc.sql(
                        """
                        update community.report_file set claimed_by = null, claimed_at = null
                         where id = ? and claimed_by = ? and decided_at is null
                        """)
                .params(file, by.value())
                .update();
    }

    /** Whether it was this person's to decide, and open. */
    boolean decide(UUID file, AccountId by, Instant at) {
        return jdbc.sql(
                                """
                                update community.report_file set decided_at = ?
                                 where id = ? and claimed_by = ? and decided_at is null
                                """)
                        .params(Timestamp.from(at), file, by.value())
                        .update()
                == 1;
    }

    List<Report> of(UUID file) {
        return jdbc.sql(REPORTS + " where file = ? order by at, id")
                .param(file)
                .query(this::reported)
                .list();
    }

    /** Of the decisions upon a file, one is no measure. */
    List<OwnRow> by(AccountId reporter, int most) {
        return jdbc.sql(
                        """
                        select r.id, r.reason, r.words, r.at, f.claimed_by is not null as claimed,
                               d.kind
                          from community.report r
                          join community.report_file f on f.id = r.file
                          left join community.decision d
                            on d.file = f.id and d.kind in ('LEAVE', 'HIDE')
                         where r.reporter = ? order by r.at desc limit ?
                        """)
                .params(reporter.value(), most)
                .query(this::own)
                .list();
    }

    private OwnRow own(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Optional<Decision.Kind> outcome =
                Optional.ofNullable(row.getString("kind")).map(Decision.Kind::valueOf);
        return new OwnRow(
                id,
                Reason.valueOf(row.getString("reason")),
                opened(row, id),
                instant(row, "at"),
                ReportFile.state(row.getBoolean("claimed"), outcome));
    }

    private String opened(ResultSet row, UUID report) throws SQLException {
        return words.open(row.getBytes("words"), "report", "words", report);
    }

    Optional<Report> report(UUID id) {
        return jdbc.sql(REPORTS + " where id = ?").param(id).query(this::reported).optional();
    }

    void reply(UUID report, AccountId writer, String said, Instant at) {
        UUID id = ids.next();
        jdbc.sql(
                        """
                        insert into community.report_reply (id, report, writer, words, at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        report,
                        writer.value(),
                        words.seal(said, "report_reply", "words", id),
                        Timestamp.from(at))
                .update();
    }

    private List<Reply> replies(UUID report, AccountId reporter) {
        return jdbc.sql(
                        """
                        select id, writer, words, at from community.report_reply
                         where report = ? order by at, id
                        """)
                .param(report)
                .query(
                        (row, _) ->
                                new Reply(
                                        row.getObject("writer", UUID.class)
                                                .equals(reporter.value()),
                                        words.open(
                                                row.getBytes("words"),
                                                "report_reply",
                                                "words",
                                                row.getObject("id", UUID.class)),
                                        instant(row, "at")))
                .list();
    }

    private Report reported(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        var reporter = new AccountId(row.getObject("reporter", UUID.class));
        return new Report(
                id,
                row.getObject("file", UUID.class),
                new ContributionId(row.getObject("contribution", UUID.class)),
                reporter,
                Reason.valueOf(row.getString("reason")),
                opened(row, id),
                instant(row, "at"),
                replies(id, reporter));
    }

    private static ReportFile file(ResultSet row, int number) throws SQLException {
        return new ReportFile(
                row.getObject("id", UUID.class),
                new ContributionId(row.getObject("contribution", UUID.class)),
                new SpaceId(row.getObject("space", UUID.class)),
                instant(row, "opened_at"),
                Optional.ofNullable(row.getObject("claimed_by", UUID.class)).map(AccountId::new),
                Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("reports"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
