package org.lisolo.bench;

import org.lisolo.server.message.Arrival;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What the inbox is measured against: {@code COPY} of the very rows that it wrote, prepared as
 * bytes beforehand, into twins of its tables with the same indexes, and into one bare table with
 * all their columns and no index.
 */
final class CopyPeer {
    private static final List<String> INDEXED = List.of("event", "content", "pending");
    private static final String BARE = "bare";
    private static final String WIDE_ROW =
            """
            select e.*, c.event as content_event, c.salt, c.network_id, c.author_id,
                   c.author_handle, c.author_name, c.language, c.in_reply_to,
                   c.root as content_root, c.shares, c.title, c.text, c.html, c.attachments,
                   c.payload_type, c.payload, p.kind as leaf_kind, p.id as leaf_id, p.commitment
              from message.event e
              join message.content c on c.event = e.id
              join evidence.pending p on p.id = e.id
            """;

    private CopyPeer() {}

    /** The rows of one batch, as {@code COPY} takes them: a transaction for each kind of target. */
    record Batch(List<Rows> indexed, List<Rows> bare) {}

    /** Rows of one table in PostgreSQL's binary format. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Rows(String target, byte[] bytes) {}

    static void prepareTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema bench");
            for (String table : INDEXED) {
                String schema = table.equals("pending") ? "evidence." : "message.";
                statement.execute(
                        "create table bench."
                                + table
                                + " (like "
                                + schema
                                + table
                                + " including all)");
            }
            statement.execute("create table bench.bare as " + WIDE_ROW + " with no data");
            statement.execute(
                    """
                    create table bench.single (id uuid primary key, author text not null,
                        text text not null, payload bytea not null)
                    """);
        }
    }

    /** Reads back what was accepted; its leaves must not have been sequenced yet. */
    static Batch read(Connection connection, List<Arrival> batch) throws SQLException, IOException {
        // ids grow, so a batch is a range of them
        String range = " between '" + id(batch.getFirst()) + "' and '" + id(batch.getLast()) + "'";
        List<Rows> indexed = new ArrayList<>();
        indexed.add(rows(connection, "event", "select * from message.event where id" + range));
        indexed.add(
                rows(connection, "content", "select * from message.content where event" + range));
        indexed.add(
                rows(
                        connection,
                        "pending (kind, id, commitment)",
                        "select kind, id, commitment from evidence.pending where id" + range));
        Rows bare = rows(connection, BARE, WIDE_ROW + " where e.id" + range);
        return new Batch(indexed, List.of(bare));
    }

    private static Rows rows(Connection connection, String target, String select)
            throws SQLException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        copy.copyOut("copy (" + select + ") to stdout (format binary)", bytes);
        return new Rows(target, bytes.toByteArray());
    }

    /** One transaction, as durable as the inbox's. */
    static void write(Connection connection, List<Rows> tables) throws SQLException {
        connection.setAutoCommit(false);
        for (Rows rows : tables) {
            CopyIn copy =
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("copy bench." + rows.target() + " from stdin (format binary)");
            copy.writeToCopy(rows.bytes(), 0, rows.bytes().length);
            copy.endCopy();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** What does not stay in the real tables either; the indexed ones grow as those do. */
    static void clear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("truncate bench.pending, bench.bare, bench.single");
        }
    }

    private static UUID id(Arrival arrival) {
        return arrival.event().id().value();
    }
}
