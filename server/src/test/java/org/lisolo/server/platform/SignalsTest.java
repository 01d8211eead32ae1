package org.lisolo.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.testing.Databases;
import org.lisolo.testkit.TestDatabase;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class SignalsTest {
    private final TestDatabase database = TestDatabase.empty();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private Signals signals;

    @BeforeEach
    void start() {
        signals = node();
    }

    @AfterEach
    void stop() {
        signals.close();
        database.drop();
    }

    @Test
    void tellsAnotherNodeInTheOrderSent() throws Exception {
        try (Signals other = node()) {
            listen(signals, "log");
            other.send("log", "1");
            other.send("case", "not for this listener");
            other.send("log", "2 with spaces");
            assertThat(next()).isEqualTo("1");
            assertThat(next()).isEqualTo("2 with spaces");
        }
    }

    @Test
    void isHeardAfterTheCommitAndNotAfterARollback() throws Exception {
        var source =
                new org.springframework.jdbc.datasource.SingleConnectionDataSource(
                        database.url(), true);
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        try (var sender =
                new Signals(
                        org.springframework.jdbc.core.simple.JdbcClient.create(source),
                        details())) {
            listen(signals, "log");
            transaction.executeWithoutResult(
                    status -> {
                        sender.send("log", "rolled back");
                        status.setRollbackOnly();
                    });
            transaction.executeWithoutResult(
                    _ -> {
                        sender.send("log", "committed");
                        assertThat(heard).isEmpty();
                    });
            assertThat(next()).isEqualTo("committed");
        } finally {
            source.destroy();
        }
    }

    @Test
    void saysLookAgainAfterAnOutage() throws Exception {
        listen(signals, "log");
        database.cutConnections();
        assertThat(next()).isEmpty();
        signals.send("log", "after");
        assertThat(next()).isEqualTo("after");
    }

    @Test
    void aClosedSubscriptionHearsNothing() throws Exception {
        Subscription first = listen(signals, "log");
        first.close();
        BlockingQueue<String> others = new LinkedBlockingQueue<>();
        signals.listen("log", others::add);
        assertThat(others.poll(5, TimeUnit.SECONDS)).isEmpty();
        signals.send("log", "x");
        assertThat(others.poll(5, TimeUnit.SECONDS)).isEqualTo("x");
        assertThat(heard).isEmpty();
    }

    @Test
    void aListenerThatThrowsDoesNotHarmTheNext() throws Exception {
        signals.listen(
                "log",
                _ -> {
                    throw new IllegalStateException("on purpose");
                });
        listen(signals, "log");
        signals.send("log", "x");
        assertThat(next()).isEqualTo("x");
    }

    private Subscription listen(Signals node, String channel) throws InterruptedException {
        Subscription subscription = node.listen(channel, heard::add);
        assertThat(next()).as("the first call says: look").isEmpty();
        return subscription;
    }

    private String next() throws InterruptedException {
        return heard.poll(5, TimeUnit.SECONDS);
    }

    private Signals node() {
        return new Signals(Databases.client(database), details());
    }

    private JdbcConnectionDetails details() {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.url();
            }

            @Override
            public String getUsername() {
                return null;
            }

            @Override
            public String getPassword() {
                return null;
            }
        };
    }
}
