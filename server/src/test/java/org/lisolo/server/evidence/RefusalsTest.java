package org.lisolo.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.testing.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.UUID;

/** A flood of refusals leaves few records, and their number. */
@ServerTest
class RefusalsTest {
    private static final int MANY = 500;

    @Autowired Refusals refusals;
    @Autowired JdbcClient jdbc;

    private final UUID account = UUID.randomUUID();

    @Test
    void areWrittenOnlySoOftenAndThenCounted() {
        for (int i = 0; i < MANY; i++) {
            refusals.write(account.toString(), () -> List.of(refused()));
        }
        assertThat(records("SIGN_IN_REFUSED")).isEqualTo(Refusals.OF_ONE);
        refusals.sumUp();
        assertThat(records("SIGN_IN_REFUSED")).isEqualTo(Refusals.OF_ONE);
        assertThat(records(Refusals.MORE)).isOne();
        assertThat(things())
                .containsExactlyInAnyOrder(
                        "people:" + account, "number:" + (MANY - Refusals.OF_ONE));
        refusals.write(account.toString(), () -> List.of(refused()));
        assertThat(records("SIGN_IN_REFUSED")).isEqualTo(Refusals.OF_ONE + 1);
    }

    private AuditDraft refused() {
        return AuditDraft.ofVisitor(Deed.REFUSED, "SIGN_IN_REFUSED", null, null, "192.0.2.1")
                .about("people", account);
    }

    private int records(String action) {
        return jdbc.sql(
                        """
                        select count(*) from evidence.audit
                        where :person = any(things) and action = :action and deed = 4
                        """)
                .param("person", "people:" + account)
                .param("action", action)
                .query(Integer.class)
                .single();
    }

    private List<String> things() {
        return jdbc.sql(
                        """
                        select unnest(things) from evidence.audit
                        where :person = any(things) and action = 'MORE_REFUSED'
                        """)
                .param("person", "people:" + account)
                .query(String.class)
                .list();
    }
}
