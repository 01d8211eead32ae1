package org.lisolo.server.operations;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything in the database, whichever module's it is: by COPY, and by the catalog. */
final class BackupStore {
    /**
     * A table and its columns, quoted as SQL wants them.
     *
     * @param bytes about how large it is; 0 where that is not known
     */
    record Table(String name, String columns, long bytes) {}

    private static final String OURS =
            """
            and n.nspname not in ('pg_catalog', 'information_schema', 'public')
            and n.nspname not like 'pg\\_%'
            """;

    private final Connection connection;

    BackupStore(Connection connection) {
        this.connection = connection;
    }

    /** From here on all is read as it stands now, whatever is written meanwhile. */
    void beginSnapshot() throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    /** Those that others refer to come first. */
    List<Table> tables() throws SQLException {
        Map<String, Table> found = new LinkedHashMap<>();
        each(
                """
                select quote_ident(n.nspname) || '.' || quote_ident(c.relname),
                       (select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
                          from pg_attribute a
                         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                           and a.attgenerated = ''),
                       pg_table_size(c.oid)
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'r'
                """
                        + OURS
                        + " order by 1",
                row ->
                        found.put(
                                row.getString(1),
                                new Table(row.getString(1), row.getString(2), row.getLong(3))));
        Map<String, Set<String>> refersTo = references();
        Set<String> ordered = new LinkedHashSet<>();
        while (ordered.size() < found.size()) {
            List<String> ready =
                    found.keySet().stream()
                            .filter(table -> !ordered.contains(table))
                            .filter(t -> ordered.containsAll(refersTo.getOrDefault(t, Set.of())))
                            .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle");
            }
            ordered.addAll(ready);
        }
        return ordered.stream().map(found::get).toList();
    }

    private Map<String, Set<String>> references() throws SQLException {
        Map<String, Set<String>> refersTo = new LinkedHashMap<>();
        each(
                """
                select quote_ident(n.nspname) || '.' || quote_ident(c.relname),
                       quote_ident(m.nspname) || '.' || quote_ident(d.relname)
                  from pg_constraint k
                  join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                  join pg_class d on d.oid = k.confrelid join pg_namespace m on m.oid = d.relnamespace
                 where k.contype = 'f' and k.conrelid <> k.confrelid
                """,
                row ->
                        refersTo.computeIfAbsent(row.getString(1), _ -> new LinkedHashSet<>())
                                .add(row.getString(2)));
        return refersTo;
    }

    /** How far each module's schema was migrated when the snapshot was taken. */
    Map<String, String> versions() throws SQLException {
        List<String> histories = new ArrayList<>();
        each(
                """
                select c.relname
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname = 'public' and c.relname like 'flyway\\_schema\\_history\\_%'
                   and c.relkind = 'r'
                 order by 1
                """,
                row -> histories.add(row.getString(1)));
        Map<String, String> versions = new LinkedHashMap<>();
        for (String history : histories) {
            each(
                    "select version from public."
                            + history
                            + " where success and type = 'SQL' and version is not null"
                            + " order by string_to_array(version, '.')::int[] desc limit 1",
                    row ->
                            versions.put(
                                    history.substring("flyway_schema_history_".length()),
                                    row.getString(1)));
        }
        return versions;
    }

    /** The next value of each sequence. */
    Map<String, Long> sequences() throws SQLException {
        Map<String, Long> values = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        each(
                """
                select quote_ident(n.nspname) || '.' || quote_ident(c.relname)
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'S'
                """
                        + OURS
                        + " order by 1",
                row -> names.add(row.getString(1)));
        for (String name : names) {
            each(
                    "select last_value + case when is_called then 1 else 0 end from " + name,
                    row -> values.put(name, row.getLong(1)));
        }
        return values;
    }

    String serverVersion() throws SQLException {
        List<String> version = new ArrayList<>();
        each("show server_version", row -> version.add(row.getString(1)));
        return version.getFirst();
    }

    /** Gives the rows away in PostgreSQL's binary form. */
    long copyOut(Table table, OutputStream out) throws SQLException, IOException {
        return copies().copyOut(
                        "copy %s (%s) to stdout (format binary)"
                                .formatted(table.name(), table.columns()),
                        out);
    }

    long copyIn(Table table, InputStream in) throws SQLException, IOException {
        return copies().copyIn(
                        "copy %s (%s) from stdin (format binary)"
                                .formatted(table.name(), table.columns()),
                        in,
                        64 * 1024);
    }

    /** Empties what the migrations filled. */
    void empty(List<Table> tables) throws SQLException {
        execute("truncate " + String.join(", ", tables.stream().map(Table::name).toList()));
    }

    void setNext(String sequence, long next) throws SQLException {
        execute("select setval('" + sequence.replace("'", "''") + "', " + next + ", false)");
    }

    void analyze() throws SQLException {
        execute("analyze");
    }

    private CopyManager copies() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String sql, Row reader) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
