package org.lisolo.server.message;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The bytes of attachments by their hash. A channel keeps the bytes first and then hands over the
 * event that names them; bytes that no event came to name are swept away after a day.
 */
@Repository
public class Blobs {
    private static final Duration UNNAMED_AT_MOST = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Blobs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps the bytes, once however often they come. */
    public ContentHash keep(byte[] bytes) {
        ContentHash hash = ContentHash.of(bytes);
        jdbc.sql(
                        """
                        insert into message.blob (hash, bytes, kept_at) values (?, ?, ?)
                        on conflict (hash) do update set kept_at = excluded.kept_at
                        """)
                .params(hash.bytes(), bytes, Timestamp.from(clock.instant()))
                .update();
        return hash;
    }

    /** The bytes of an attachment of an event that the reader may see. */
    public Optional<byte[]> find(ContentHash hash, Sight sight) {
        return jdbc.sql(
                        """
                        select b.bytes from message.blob b
                         where b.hash = :hash and exists (
                               select from message.blob_use u
                                 join message.event e on e.id = u.event
                                where u.hash = b.hash
                                  and (e.visibility = 1
                                       or e.visibility = 2 and e.organisation = any(:seen)))
                        """)
                .param("hash", hash.bytes())
                .param("seen", MessageStore.seen(sight))
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** Removes bytes that no event names and that are older than a day. */
    @Scheduled(initialDelay = 1, fixedRate = 24, timeUnit = TimeUnit.HOURS)
    int sweep() {
        Instant before = clock.instant().minus(UNNAMED_AT_MOST);
        return jdbc.sql(
                        """
                        delete from message.blob b
                         where b.kept_at < ?
                           and not exists (select from message.blob_use u where u.hash = b.hash)
                        """)
                .param(Timestamp.from(before))
                .update();
    }
}
