package org.lisolo.server.evidence;

import org.lisolo.ledger.Hash;
import org.lisolo.ledger.Leaf;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

/** The way into the log. Safe for use by many threads. */
public final class Leaves {
    // PostgreSQL's binary COPY format: a signature, flags and the length of an empty extension
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int ROW_BYTES = 2 + (4 + 2) + (4 + 16) + (4 + Hash.BYTES);
    private static final int ROWS_AT_ONCE = 4096;

    private final DataSource database;
    private final Wake wake;

    Leaves(DataSource database, Wake wake) {
        this.database = database;
        this.wake = wake;
    }

    /**
     * Adds leaves within the caller's transaction: they are in the log if it commits, within a
     * second, and never were if it rolls back. Leaves of one transaction keep their order; between
     * transactions there is none.
     *
     * @throws IllegalStateException if no transaction is under way
     */
    public void append(List<Leaf> leaves) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("leaves are appended within a transaction");
        }
        if (leaves.isEmpty()) {
            return;
        }
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            copy(leaves, connection.unwrap(PGConnection.class));
        } catch (SQLException e) {
            throw Objects.requireNonNull(
                    new SQLErrorCodeSQLExceptionTranslator(database)
                            .translate("append leaves", null, e));
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
        wakeAfterCommit();
    }

    private static void copy(List<Leaf> leaves, PGConnection connection) throws SQLException {
        var copy =
                connection
                        .getCopyAPI()
                        .copyIn(
                                """
                                copy evidence.pending (kind, id, commitment)
                                from stdin with (format binary)\
                                """);
        try {
            copy.writeToCopy(HEADER, 0, HEADER.length);
            ByteBuffer rows =
                    ByteBuffer.allocate(Math.min(leaves.size(), ROWS_AT_ONCE) * ROW_BYTES);
            for (Leaf leaf : leaves) {
                if (!rows.hasRemaining()) {
                    copy.writeToCopy(rows.array(), 0, rows.position());
                    rows.clear();
                }
                write(leaf, rows);
            }
            copy.writeToCopy(rows.array(), 0, rows.position());
            copy.writeToCopy(new byte[] {-1, -1}, 0, 2);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void write(Leaf leaf, ByteBuffer rows) {
        rows.putShort((short) 3);
        rows.putInt(2).putShort((short) leaf.kind().code());
        rows.putInt(16)
                .putLong(leaf.id().getMostSignificantBits())
                .putLong(leaf.id().getLeastSignificantBits());
        Hash hash = leaf.commitment();
        rows.putInt(Hash.BYTES)
                .putLong(hash.a())
                .putLong(hash.b())
                .putLong(hash.c())
                .putLong(hash.d());
    }

    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        wake.now();
                    }
                });
    }
}
