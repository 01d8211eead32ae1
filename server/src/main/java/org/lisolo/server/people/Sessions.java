package org.lisolo.server.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions that people have open, on any node. */
@Component
class Sessions {
    private final JdbcClient jdbc;

    Sessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void end(AccountId account) {
        endOthers(account, "");
    }

    void endOthers(AccountId account, String kept) {
        jdbc.sql("delete from people.session where principal_name = :who and session_id <> :kept")
                .param("who", account.toString())
                .param("kept", kept)
                .update();
    }
}
