package org.lisolo.server.channels.imports;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.channels.format.Reason;
import org.lisolo.server.channels.intake.Answer;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

@Repository
class ImportStore {
    /** Refusals that are kept of one file; past that they are only counted. */
    private static final int MOST_REFUSALS = 100_000;

    private final JdbcClient jdbc;

    ImportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ImportJob job, AccountId by) {
        jdbc.sql(
                        """
                        insert into channels.import_job
                            (id, organisation, channel, file_name, size, state, started_by,
                             created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        job.id(),
                        job.organisation().value(),
                        job.channel().value(),
                        job.fileName(),
                        job.size(),
                        job.state().name(),
                        by.value(),
                        Timestamp.from(job.created()))
                .update();
    }

    Optional<ImportJob> find(UUID id) {
        return jdbc.sql("select * from channels.import_job where id = ?")
                .param(id)
                .query(ImportStore::job)
                .optional();
    }

    List<ImportJob> latest(OrganisationId organisation, int limit) {
        return jdbc.sql(
                        """
                        select * from channels.import_job where organisation = ?
                         order by id desc limit ?
                        """)
                .params(organisation.value(), limit)
                .query(ImportStore::job)
                .list();
    }

    /** Those that are not at their end, oldest first. */
    List<ImportJob> open() {
        return jdbc.sql(
                        """
                        select * from channels.import_job
                         where state in ('WAITING', 'RUNNING') order by id
                        """)
                .query(ImportStore::job)
                .list();
    }

    /** Notes that these lines are dealt with; their events are durable already. */
    @Transactional
    public void advance(UUID job, long position, long line, List<Answer> answers) {
        Counts counts = new Counts();
        for (Answer answer : answers) {
            counts.add(answer);
            if (answer instanceof Answer.Refused(long number, Reason reason)) {
                refuse(job, number, reason);
            }
        }
        jdbc.sql(
                        """
                        update channels.import_job
                           set state = 'RUNNING', position = ?, line = ?,
                               accepted = accepted + ?, known = known + ?, ignored = ignored + ?,
                               set_aside = set_aside + ?, refused = refused + ?
                         where id = ?
                        """)
                .params(
                        position,
                        line,
                        counts.accepted,
                        counts.known,
                        counts.ignored,
                        counts.setAside,
                        counts.refused,
                        job)
                .update();
    }

    private void refuse(UUID job, long line, Reason reason) {
        jdbc.sql(
                        """
                        insert into channels.import_refusal (job, line, code, arguments)
                        select ?, ?, ?, ?
                         where (select refused from channels.import_job where id = ?) < ?
                        on conflict do nothing
                        """)
                .params(
                        job,
                        line,
                        reason.code(),
                        reason.arguments().toArray(String[]::new),
                        job,
                        MOST_REFUSALS)
                .update();
    }

    void finish(UUID job, Instant at, @Nullable String failure) {
        jdbc.sql(
                        """
                        update channels.import_job
                           set state = :state, finished_at = :at, failure = :failure
                         where id = :id
                        """)
                .param(
                        "state",
                        (failure == null ? ImportJob.State.DONE : ImportJob.State.FAILED).name())
                .param("at", Timestamp.from(at))
                .param("failure", failure, Types.VARCHAR)
                .param("id", job)
                .update();
    }

    /** In the order of their lines. */
    void refusals(UUID job, BiConsumer<Long, Reason> each) {
        jdbc.sql("select * from channels.import_refusal where job = ? order by line")
                .param(job)
                .query(
                        row -> {
                            each.accept(
                                    row.getLong("line"),
                                    new Reason(
                                            row.getString("code"),
                                            List.of(
                                                    (String[])
                                                            row.getArray("arguments").getArray())));
                        });
    }

    private static ImportJob job(ResultSet row, int number) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new ImportJob(
                row.getObject("id", UUID.class),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                new ChannelId(row.getObject("channel", UUID.class)),
                row.getString("file_name"),
                row.getLong("size"),
                ImportJob.State.valueOf(row.getString("state")),
                row.getTimestamp("created_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getString("failure"),
                new ImportJob.Progress(
                        row.getLong("position"),
                        row.getLong("line"),
                        row.getLong("accepted"),
                        row.getLong("known"),
                        row.getLong("ignored"),
                        row.getLong("set_aside"),
                        row.getLong("refused")));
    }

    private static final class Counts {
        private long accepted;
        private long known;
        private long ignored;
        private long setAside;
        private long refused;

        void add(Answer answer) {
            switch (answer) {
                case Answer.Accepted _ -> accepted++;
                case Answer.Known _ -> known++;
                case Answer.Ignored _ -> ignored++;
                case Answer.SetAside _ -> setAside++;
                case Answer.Refused _ -> refused++;
            }
        }
    }
}
