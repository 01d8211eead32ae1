package org.lisolo.server.directory;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Problem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** TableImports of tables, and what became of each row. */
@Repository
class TableImportStore {
    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    TableImportStore(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    /**
     * A line of the report.
     *
     * @param field the column that is wrong, or empty
     */
    record Line(
            long row,
            RowOutcome.Kind kind,
            String name,
            String field,
            String code,
            List<String> arguments) {}

    void insert(TableImport made) {
        client.sql(
                        """
                        insert into directory.import
                               (id, organisation, account, kind, file_name, state, created)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        made.id(),
                        made.organisation().value(),
                        made.account().value(),
                        made.kind().code(),
                        made.fileName(),
                        made.state().name(),
                        Timestamp.from(made.created()))
                .update();
    }

    Optional<TableImport> find(UUID id) {
        return client.sql("select * from directory.import where id = ?")
                .param(id)
                .query(TableImportStore::made)
                .optional();
    }

    List<TableImport> latest(OrganisationId organisation, int limit) {
        return client.sql(
                        """
                        select * from directory.import where organisation = ?
                         order by created desc limit ?
                        """)
                .params(organisation.value(), limit)
                .query(TableImportStore::made)
                .list();
    }

    List<TableImport> open() {
        return client.sql(
                        """
                        select * from directory.import where state in ('CHECKING', 'APPLYING')
                         order by created
                        """)
                .query(TableImportStore::made)
                .list();
    }

    /** Those whose table is still needed. */
    List<UUID> notOver() {
        return client.sql(
                        """
                        select id from directory.import
                         where state in ('CHECKING', 'READY', 'APPLYING')
                        """)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Whether it stood in that state, and stands in the other now. */
    boolean turn(UUID id, TableImport.State from, TableImport.State to, Instant at) {
        return client.sql(
                                """
                                update directory.import set state = ?, finished = ?
                                 where id = ? and state = ?
                                """)
                        .params(to.name(), Timestamp.from(at), id, from.name())
                        .update()
                == 1;
    }

    void fail(UUID id, String failure, Instant at) {
        client.sql(
                        """
                        update directory.import set state = 'FAILED', failure = ?, finished = ?
                         where id = ?
                        """)
                .params(failure, Timestamp.from(at), id)
                .update();
    }

    /** Removes reports that nobody needs any more: they hold names. */
    List<UUID> sweep(Instant before) {
        return client.sql("delete from directory.import where created < ? returning id")
                .param(Timestamp.from(before))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    void describe(UUID id, String separator, String encoding) {
        client.sql("update directory.import set separator = ?, encoding = ? where id = ?")
                .params(separator, encoding, id)
                .update();
    }

    void count(UUID id, TableImport.Counts counts) {
        client.sql(
                        """
                        update directory.import
                           set total = ?, added = ?, altered = ?, same = ?, refused = ?
                         where id = ?
                        """)
                .params(
                        counts.total(),
                        counts.added(),
                        counts.altered(),
                        counts.same(),
                        counts.refused(),
                        id)
                .update();
    }

    void clear(UUID id) {
        client.sql("delete from directory.import_row where import = ?").param(id).update();
    }

    /** Notes what became of these rows, in the place of what was noted of them. */
    void note(UUID id, List<RowOutcome> outcomes) {
        client.sql("delete from directory.import_row where import = ? and row = any(?)")
                .params(id, outcomes.stream().map(RowOutcome::row).toArray(Long[]::new))
                .update();
        List<Line> lines = new ArrayList<>();
        outcomes.forEach(outcome -> lines.addAll(lines(outcome)));
        jdbc.batchUpdate(
                """
                insert into directory.import_row
                       (import, row, outcome, name, field, code, arguments)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                lines,
                500,
                (row, line) -> {
                    row.setObject(1, id);
                    row.setLong(2, line.row());
                    row.setInt(3, line.kind().code());
                    row.setString(4, line.name());
                    row.setString(5, line.field());
                    row.setString(6, line.code());
                    row.setArray(
                            7,
                            row.getConnection().createArrayOf("text", line.arguments().toArray()));
                });
    }

    private static List<Line> lines(RowOutcome outcome) {
        if (outcome.problems().isEmpty()) {
            return List.of(
                    new Line(outcome.row(), outcome.kind(), outcome.name(), "", "", List.of()));
        }
        return outcome.problems().stream()
                .map(
                        problem ->
                                new Line(
                                        outcome.row(),
                                        outcome.kind(),
                                        outcome.name(),
                                        problem.place() instanceof Problem.Place.Field(String field)
                                                ? field
                                                : "",
                                        problem.code(),
                                        problem.arguments().stream().map(String::valueOf).toList()))
                .toList();
    }

    List<Line> refused(UUID id, int limit) {
        return client.sql(
                        """
                        select * from directory.import_row where import = ? and outcome = 4
                         order by row, field limit ?
                        """)
                .params(id, limit)
                .query((row, _) -> line(row))
                .list();
    }

    /** The whole report, in the order of the rows. */
    void report(UUID id, Consumer<Line> taker) {
        long after = 0;
        List<Line> page = page(id, after);
        while (!page.isEmpty()) {
            page.forEach(taker);
            page = page(id, page.getLast().row());
        }
    }

    private List<Line> page(UUID id, long after) {
        return client.sql(
                        """
                        select * from directory.import_row
                         where import = ? and row > ? and row <= (
                               select max(row) from (
                                   select row from directory.import_row
                                    where import = ? and row > ? order by row limit 1000) page)
                         order by row, field
                        """)
                .params(id, after, id, after)
                .query((row, _) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("row"),
                RowOutcome.Kind.of(row.getInt("outcome")),
                row.getString("name"),
                row.getString("field"),
                row.getString("code"),
                List.of((String[]) row.getArray("arguments").getArray()));
    }

    private static TableImport made(ResultSet row, int number) throws SQLException {
        return new TableImport(
                row.getObject("id", UUID.class),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                new AccountId(row.getObject("account", UUID.class)),
                EntryKind.of(row.getInt("kind")),
                row.getString("file_name"),
                TableImport.State.valueOf(row.getString("state")),
                row.getString("failure"),
                row.getString("separator"),
                row.getString("encoding"),
                new TableImport.Counts(
                        row.getLong("total"),
                        row.getLong("added"),
                        row.getLong("altered"),
                        row.getLong("same"),
                        row.getLong("refused")),
                row.getTimestamp("created").toInstant());
    }
}
