package org.lisolo.server.people;

import org.lisolo.server.platform.Reseals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Set;

/**
 * Recovery codes are kept as hashes alone, so nobody can make them anew: as long as one of an older
 * key is left, that key is not destroyed.
 */
@Component
final class RecoveryCodesHeld implements Reseals {
    private final JdbcClient jdbc;
    private final PeopleKey key;

    RecoveryCodesHeld(JdbcClient jdbc, PeopleKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    @Override
    public String purpose() {
        return PeopleKey.PURPOSE;
    }

    @Override
    public Set<String> columns() {
        return Set.of("people.recovery_code.hash");
    }

    @Override
    public long left() {
        byte[] mark = key.seal().lookupMark();
        return jdbc.sql(
                        """
                        select count(*) from people.recovery_code
                         where substring(hash from 1 for :length) <> :mark
                        """)
                .param("length", mark.length)
                .param("mark", mark)
                .query(Long.class)
                .single();
    }

    @Override
    public int reseal(int atMost) {
        return 0;
    }
}
