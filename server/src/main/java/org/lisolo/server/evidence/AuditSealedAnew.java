package org.lisolo.server.evidence;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.platform.Reseals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Seals the details of the trail anew after a change of keys; the address is looked up by a hash
 * that only the opened details give. What was sealed before the vault did is sealed anew at the
 * start, since nothing else finds its addresses.
 */
final class AuditSealedAnew implements Reseals, ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(AuditSealedAnew.class);
    private static final int AT_ONCE = 1_000;

    private static final String IS_OLD =
            """
            (substring(details from 1 for :n) <> :mark
             or substring(address_lookup from 1 for :m) <> :lookup)
            """;

    /** By the first form of a seal; an index holds these. */
    private static final String IS_OLDEST = "get_byte(details, 0) = 1";

    private final JdbcClient jdbc;
    private final AuditSeal seal;
    private final TransactionOperations transactions;

    AuditSealedAnew(JdbcClient jdbc, AuditSeal seal, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.transactions = transactions;
    }

    @SuppressWarnings("ArrayRecordComponent") // read and never compared
    private record Old(UUID id, byte[] details) {}

    @Override
    public String purpose() {
        return AuditSeal.PURPOSE;
    }

    @Override
    public Set<String> columns() {
        return Set.of("evidence.audit.details", "evidence.audit.address_lookup");
    }

    @Override
    public long left() {
        return old("select count(*) from evidence.audit where " + IS_OLD)
                .query(Long.class)
                .single();
    }

    @Override
    public int reseal(int atMost) {
        return reseal(atMost, IS_OLD);
    }

    /** Asks for keys only where there is something to do. */
    @Override
    public void run(ApplicationArguments arguments) {
        long done = 0;
        int some = isOldestLeft() ? reseal(AT_ONCE, IS_OLDEST) : 0;
        while (some > 0) {
            done += some;
            some = reseal(AT_ONCE, IS_OLDEST);
        }
        if (done > 0) {
            log.info("Sealed the details of {} audit records anew.", done);
        }
    }

    private boolean isOldestLeft() {
        return jdbc.sql("select exists (select from evidence.audit where " + IS_OLDEST + ")")
                .query(Boolean.class)
                .single();
    }

    private int reseal(int atMost, String which) {
        return Objects.requireNonNull(transactions.execute(_ -> some(atMost, which)));
    }

    private int some(int atMost, String which) {
        List<Old> rows =
                old("select id, details from evidence.audit where details is not null and "
                                + which
                                + " limit :most for update skip locked")
                        .param("most", atMost)
                        .query(
                                (row, _) ->
                                        new Old(
                                                row.getObject("id", UUID.class),
                                                row.getBytes("details")))
                        .list();
        return (int) rows.stream().filter(this::anew).count();
    }

    /** One that was tampered with stays as it is, for its page to say so. */
    private boolean anew(Old row) {
        AuditSeal.Sealed sealed;
        try {
            sealed = seal.anew(row.details(), row.id());
        } catch (IllegalStateException _) {
            return false;
        }
        byte @Nullable [] lookup = sealed.addressLookup();
        jdbc.sql(
                        """
                        update evidence.audit set details = :details, address_lookup = :lookup
                        where id = :id
                        """)
                .param("details", sealed.bytes())
                .param("lookup", lookup, java.sql.Types.BINARY)
                .param("id", row.id())
                .update();
        return true;
    }

    private JdbcClient.StatementSpec old(String sql) {
        if (!sql.contains(IS_OLD)) {
            return jdbc.sql(sql);
        }
        byte[] mark = seal.mark();
        byte[] lookup = seal.lookupMark();
        return jdbc.sql(sql)
                .param("mark", mark)
                .param("n", mark.length)
                .param("lookup", lookup)
                .param("m", lookup.length);
    }
}
