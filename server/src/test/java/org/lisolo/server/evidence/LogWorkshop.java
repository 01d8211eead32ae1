package org.lisolo.server.evidence;

import org.lisolo.ledger.Hash;
import org.lisolo.ledger.Leaf;
import org.lisolo.ledger.LeafKind;
import org.lisolo.ledger.TreeHasher;
import org.lisolo.server.testing.Databases;
import org.lisolo.testkit.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.sql.DataSource;

/** A database with the log's tables, and what it takes to write and read the log by hand. */
final class LogWorkshop implements AutoCloseable {
    final TestDatabase database = Databases.migrated();
    final DataSource source = database.dataSource();
    final JdbcClient jdbc = Databases.client(database);
    final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(source));
    final Wake wake = new Wake();
    final Leaves leaves = new Leaves(source, wake);
    final LogStore store = new LogStore(jdbc);
    final Log log = new Log(store);
    final Path folder = emptyFolder();
    final LogFiles files = new LogFiles(folder);

    void append(List<Leaf> some) {
        transaction.executeWithoutResult(_ -> leaves.append(some));
    }

    /** A term, taken from whoever has one, without asking for the lock. */
    Term term() {
        return term(connect());
    }

    Term term(Connection connection) {
        return new Term(connection, files, "test.example/log", Clock.systemUTC());
    }

    Sequencer sequencer(Sequencer.Database connections) {
        return new Sequencer(
                connections, files, "test.example/log", wake, Clock.systemUTC(), false);
    }

    Connection connect() {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Leaf leaf(int i) {
        Hash commitment = new TreeHasher().leaf(new byte[] {(byte) i, (byte) (i >> 8)});
        return new Leaf(LeafKind.EVENT, new UUID(0x0190_0000_0000_7000L, i), commitment);
    }

    static List<Leaf> some(int from, int to) {
        return IntStream.range(from, to).mapToObj(LogWorkshop::leaf).toList();
    }

    static Path emptyFolder() {
        try {
            Path target = Files.createDirectories(Path.of("target", "test-data"));
            return Files.createTempDirectory(target.toAbsolutePath(), "log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        database.drop();
    }
}
