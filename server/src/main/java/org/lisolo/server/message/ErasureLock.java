package org.lisolo.server.message;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps erasures and those apart who read words and keep what they find in them: without it one
 * could read, the erasure pass, and the other then write what nobody removes any more.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class ErasureLock {
    /** Of PostgreSQL's advisory locks; any number that no other lock has. */
    private static final long KEY = 0x4c49_534f_4552_4153L;

    private final JdbcClient jdbc;

    ErasureLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Until the caller's transaction ends nothing is erased. To be called before the words are
     * read; what is then written in the same transaction the next erasure finds and removes.
     */
    public void share() {
        lock("select pg_advisory_xact_lock_shared(?)");
    }

    /** Waits for all who share, and lets others wait until the caller's transaction ends. */
    void take() {
        lock("select pg_advisory_xact_lock(?)");
    }

    private void lock(String sql) {
        jdbc.sql(sql).param(KEY).query((_, _) -> true).single();
    }
}
