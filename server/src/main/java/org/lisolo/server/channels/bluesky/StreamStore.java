package org.lisolo.server.channels.bluesky;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.ContentHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** What comes of a stream beside messages: up to where it was read, and who liked what. */
@Repository
class StreamStore {
    private final JdbcClient jdbc;

    StreamStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Microseconds since 1970. */
    Optional<Long> cursor(String stream) {
        return jdbc.sql("select time_us from channels.stream_cursor where stream = ?")
                .param(stream)
                .query(Long.class)
                .optional();
    }

    /** Never back: another node may have read further. */
    void readUpTo(String stream, long micros, Instant now) {
        jdbc.sql(
                        """
                        insert into channels.stream_cursor as c (stream, time_us, read_at)
                        values (?, ?, ?)
                        on conflict (stream) do update
                           set time_us = greatest(c.time_us, excluded.time_us),
                               read_at = excluded.read_at
                        """)
                .params(stream, micros, Timestamp.from(now))
                .update();
    }

    void liked(ChannelId channel, String like, String subject, Instant at) {
        jdbc.sql(
                        """
                        insert into channels.liking (channel, name, subject, at)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(channel.value(), name(like), subject, Timestamp.from(at))
                .update();
    }

    void takenBack(String like) {
        jdbc.sql("delete from channels.liking where name = ?").param(name(like)).update();
    }

    /** Of the record's address, which names a person. */
    private static String name(String address) {
        return ContentHash.of(address.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
