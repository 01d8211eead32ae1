package org.lisolo.server.evidence;

import org.lisolo.ledger.Leaf;
import org.lisolo.server.platform.BinaryCopy;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

/** The way into the log. Safe for use by many threads. */
public final class Leaves {
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
            copy(leaves, connection);
        } catch (SQLException e) {
            throw Objects.requireNonNull(
                    new SQLErrorCodeSQLExceptionTranslator(database)
                            .translate("append leaves", null, e));
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
        wakeAfterCommit();
    }

    private static void copy(List<Leaf> leaves, Connection connection) throws SQLException {
        try (var rows = BinaryCopy.into("evidence.pending (kind, id, commitment)", connection)) {
            for (Leaf leaf : leaves) {
                rows.row()
                        .int2(leaf.kind().code())
                        .uuid(leaf.id())
                        .bytes(leaf.commitment().toBytes());
            }
            rows.end();
        }
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
