package org.lisolo.server.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whoever opens an account for a contact has it alone until the transaction ends: while keys change
 * one contact has several hashes, and no unique column sees that they are one.
 */
@Component
public class ContactLock {
    private final JdbcClient jdbc;
    private final PeopleKey key;

    ContactLock(JdbcClient jdbc, PeopleKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /**
     * Waits until it is free. Hashes are made after this and right before they are used, never
     * before: who waited with them may hold those of keys that have gone out of use meanwhile.
     */
    public void take(Contact contact) {
        byte[][] lookups = contact.lookups(key);
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(encode(:oldest, 'hex'), 0))")
                .param("oldest", lookups[lookups.length - 1]) // it is what all nodes know
                .query(row -> {});
    }
}
