package org.lisolo.server.people;

import org.lisolo.server.platform.StartRefused;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.security.MessageDigest;

/**
 * Refuses to start where the key file and the database are not of one pair, which would otherwise
 * be noticed when nobody can sign in.
 */
@Component
final class KeyProof implements InitializingBean {
    private final JdbcClient jdbc;
    private final PeopleKey key;

    KeyProof(JdbcClient jdbc, PeopleKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    @Override
    public void afterPropertiesSet() {
        byte[] proof = key.lookup("people.key", "key_proof");
        jdbc.sql("insert into people.key_proof (proof) values (:proof) on conflict do nothing")
                .param("proof", proof)
                .update();
        byte[] kept = jdbc.sql("select proof from people.key_proof").query(byte[].class).single();
        if (!MessageDigest.isEqual(proof, kept)) {
            throw new StartRefused(
                    "The file keys/people.key in the data folder is not the one this database was"
                            + " begun with, so no name or e-mail address in it can be read.",
                    "Put back the file from your backup, or copy it from the other server that"
                            + " uses this database.");
        }
    }
}
