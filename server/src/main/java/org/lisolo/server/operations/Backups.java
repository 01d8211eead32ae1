package org.lisolo.server.operations;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.evidence.AuditDraft;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.evidence.Deed;
import org.lisolo.server.operations.BackupPlan.Hindrance;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes backups at their times and when asked to; of several nodes the one that gets the database's
 * lock. What was missed, because no server ran or it failed, is made up for.
 */
@Service
public class Backups implements DisposableBean {
    /** Of PostgreSQL's advisory locks; any number that no other lock has. */
    private static final long LOCK = 0x6c69_736f_6c6f_0003L;

    private static final Logger log = LoggerFactory.getLogger(Backups.class);
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(30);

    private final BackupPlan plan;
    private final BackupRound round;
    private final KeptBackupStore store;
    private final ErasureRegister register;
    private final Organisations organisations;
    private final AuditTrail trail;
    private final JdbcConnectionDetails database;
    private final Clock clock;
    private volatile @Nullable Connection working;
    private @Nullable Thread thread;

    Backups(
            BackupPlan plan,
            BackupRound round,
            KeptBackupStore store,
            ErasureRegister register,
            Organisations organisations,
            AuditTrail trail,
            JdbcConnectionDetails database,
            Clock clock) {
        this.plan = plan;
        this.round = round;
        this.store = store;
        this.register = register;
        this.organisations = organisations;
        this.trail = trail;
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 60, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void look() {
        if (plan.folder().isEmpty()) {
            return;
        }
        register.keep();
        if (!isDue()) {
            return;
        }
        try {
            Connection connection = lock();
            if (connection != null) {
                work(connection, null, () -> {});
            }
        } catch (SQLException e) {
            log.warn("backups wait for the database: {}", e.getSQLState());
        }
    }

    /** Whether none was made since the last time for one, and none was tried a moment ago. */
    boolean isDue() {
        Instant now = clock.instant();
        List<KeptBackup> last = store.latest(1);
        boolean made =
                store.newestDone().filter(b -> !b.begun().isBefore(plan.lastDue(now))).isPresent();
        boolean tried = last.stream().anyMatch(b -> b.begun().isAfter(now.minus(AFTER_A_FAILURE)));
        return !made && !tried;
    }

    /** Whether the last one due is missing, for longer than it can be under way. */
    boolean isLate(Instant now) {
        Instant due = plan.lastDue(now);
        return due.isBefore(now.minus(PATIENCE))
                && store.newestDone().filter(b -> !b.begun().isBefore(due)).isEmpty();
    }

    /**
     * Begins one now, and returns when it is under way.
     *
     * @throws Problem if one is under way, or the settings don't allow any
     */
    void begin(SignedIn who) {
        if (!isOperatedBy(who.organisation())) {
            throw Problem.forbidden("backups.problem.others");
        }
        try {
            plan.usableFolder();
            plan.passphrase();
        } catch (Hindrance e) {
            throw Problem.invalid("backups.failure." + e.code());
        }
        Connection connection;
        try {
            connection = lock();
        } catch (SQLException _) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "backups.failure.database");
        }
        if (connection == null) {
            throw Problem.conflict("backups.problem.running");
        }
        var begun = new CompletableFuture<Void>();
        UUID account = who.account().value();
        thread =
                Thread.ofPlatform()
                        .name("backup")
                        .start(() -> work(connection, account, () -> begun.complete(null)));
        try {
            begun.get(5, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException _) {
            // it will show on the page a little later
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Connection lock() throws SQLException {
        Connection connection =
                DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            row.next();
            if (row.getBoolean(1)) {
                return connection;
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return null;
    }

    private void work(Connection locked, @Nullable UUID askedBy, Runnable begun) {
        working = locked;
        try (locked) {
            round.settleWhatWasLeft();
            if (askedBy != null || isDue()) {
                enter(round.run(locked, askedBy, begun));
                register.keep();
            }
        } catch (SQLException | RuntimeException e) {
            log.error("the backup's outcome could not be noted: {}", e.getClass().getName());
        } finally {
            working = null;
        }
    }

    private void enter(UUID id) {
        AuditDraft draft =
                AuditDraft.ofServer(
                        Deed.EXPORT, "BACK_UP", operator().map(OrganisationId::value).orElse(null));
        trail.write(draft.about("backups", id));
    }

    /** The newest that is whole. */
    public Optional<KeptBackup> newestGood() {
        return store.newestDone();
    }

    /** The last one that was tried. */
    Optional<KeptBackup> last() {
        return store.latest(1).stream().findFirst();
    }

    /** Whether this organisation runs the server: the first that was taken in. */
    boolean isOperatedBy(OrganisationId organisation) {
        return operator().filter(organisation::equals).isPresent();
    }

    private Optional<OrganisationId> operator() {
        return organisations.all().stream().findFirst();
    }

    @Override
    public void destroy() throws Exception {
        Connection connection = working;
        if (connection != null) {
            connection.abort(Runnable::run);
        }
        if (thread != null) {
            thread.join(Duration.ofSeconds(10));
        }
    }
}
