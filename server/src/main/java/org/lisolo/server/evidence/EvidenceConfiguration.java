package org.lisolo.server.evidence;

import org.lisolo.server.platform.DataFolder;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Signals;
import org.lisolo.server.platform.Vault;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.security.SecureRandom;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Properties;

import javax.sql.DataSource;

@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {
    @Bean
    Wake sequencerWake() {
        return new Wake();
    }

    @Bean
    LogStore logStore(JdbcClient jdbc) {
        return new LogStore(jdbc);
    }

    @Bean
    Log log(LogStore store) {
        return new Log(store);
    }

    @Bean
    LogCheck logCheck(LogStore store) {
        return new LogCheck(store);
    }

    @Bean
    Leaves leaves(DataSource database, Wake wake) {
        return new Leaves(database, wake);
    }

    @Bean
    AuditTrail auditTrail(
            JdbcTemplate jdbc,
            Leaves leaves,
            AuditSeal seal,
            Ids ids,
            Clock clock,
            ObjectProvider<TransactionTemplate> transaction) {
        var store = new AuditStore(jdbc, leaves, seal, ids, clock);
        return new AuditTrail(store, transaction::getObject);
    }

    @Bean
    Refusals refusals(AuditTrail trail, Clock clock) {
        return new Refusals(trail, clock);
    }

    @Bean
    AuditSeal auditSeal(ObjectProvider<Vault> vault, DataFolder data, JdbcClient jdbc) {
        var old = new OldAuditKey(data.resolve("keys").resolve("audit.key"), jdbc);
        return new AuditSeal(() -> vault.getObject().of(AuditSeal.PURPOSE, old::keys));
    }

    /** A server whose keys don't open the trail refuses to start. */
    @Bean
    InitializingBean auditKeysAtTheStart(AuditSeal seal) {
        return seal::mark;
    }

    @Bean
    AuditSealedAnew auditSealedAnew(
            JdbcClient jdbc, AuditSeal seal, TransactionTemplate transactions) {
        return new AuditSealedAnew(jdbc, seal, transactions);
    }

    @Bean
    AuditRecords auditRecords(JdbcClient jdbc, AuditSeal seal, Log log) {
        return new AuditRecords(new AuditReadStore(jdbc, seal), log);
    }

    @Bean
    GrowthSignals growthSignals(Signals signals, Log log, ObjectProvider<LogListener> listeners) {
        return new GrowthSignals(signals, log, listeners);
    }

    /**
     * The sequencer.
     *
     * @param origin the log's name in its checkpoints, told once when the log is begun: an address
     *     without scheme, by default one that only says that it is nobody else's
     * @param sequencer false on a node that shall never write the log
     */
    @Bean
    Sequencer sequencer(
            JdbcConnectionDetails database,
            DataFolder data,
            @Value("${lisolo.log.origin:}") String origin,
            @Value("${lisolo.log.sequencer:true}") boolean sequencer,
            Wake wake,
            Clock clock) {
        return new Sequencer(
                () -> DriverManager.getConnection(database.getJdbcUrl(), settings(database)),
                new LogFiles(data.resolve("keys")),
                origin.isBlank() ? "localhost/log/" + random() : origin.strip(),
                wake,
                clock,
                sequencer);
    }

    private static Properties settings(JdbcConnectionDetails database) {
        Properties settings = new Properties();
        if (database.getUsername() != null) {
            settings.setProperty("user", database.getUsername());
        }
        if (database.getPassword() != null) {
            settings.setProperty("password", database.getPassword());
        }
        settings.setProperty("ApplicationName", "lisolo sequencer");
        settings.setProperty("tcpKeepAlive", "true");
        settings.setProperty("connectTimeout", "3");
        // a database that is gone without a word must not hold up the next term for long
        settings.setProperty("socketTimeout", "30");
        return settings;
    }

    private static String random() {
        byte[] bytes = new byte[6];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
