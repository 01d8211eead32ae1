package org.lisolo.server.message;

import org.lisolo.server.evidence.LogEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.OptionalLong;

/** How far each follower has read. */
@Repository
class CursorStore {
    /** Before the log's first entry, which stands at 1. */
    static final long START = 0;

    private final JdbcClient jdbc;

    CursorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets a follower that is new begin before the log's first entry. */
    void register(String follower) {
        jdbc.sql(
                        """
                        insert into message.cursor (follower, position) values (?, ?)
                        on conflict do nothing
                        """)
                .params(follower, START)
                .update();
    }

    /**
     * The last position read, locked until the transaction ends; empty while another node reads for
     * this follower.
     */
    OptionalLong lock(String follower) {
        return jdbc.sql(
                        """
                        select position from message.cursor where follower = ?
                           for update skip locked
                        """)
                .param(follower)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    void move(String follower, long position) {
        jdbc.sql("update message.cursor set position = ? where follower = ?")
                .params(position, follower)
                .update();
    }

    void setAside(String follower, LogEntry entry, String failure, Instant at) {
        jdbc.sql(
                        """
                        insert into message.skipped (follower, position, event, failure, at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(follower, entry.position(), entry.id(), failure, Timestamp.from(at))
                .update();
    }
}
