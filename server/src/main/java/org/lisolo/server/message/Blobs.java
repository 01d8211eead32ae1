package org.lisolo.server.message;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.platform.Seal;
import org.lisolo.server.platform.Seal.Enclosed;
import org.lisolo.server.platform.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The bytes of attachments by their hash. A channel keeps the bytes first and then hands over the
 * event that names them; bytes that no event came to name are swept away after a day, but for those
 * that wait to leave with a message, and those that a module awaits an event for.
 */
@Repository
public class Blobs {
    private static final Duration UNNAMED_AT_MOST = Duration.ofDays(1);

    static final String SEAL = "media";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Seal seal;
    private final List<AwaitsBlobs> awaiting;

    Blobs(JdbcClient jdbc, Vault vault, Clock clock, List<AwaitsBlobs> awaiting) {
        this.jdbc = jdbc;
        this.awaiting = List.copyOf(awaiting);
        this.seal = vault.of(SEAL);
        this.clock = clock;
    }

    /** Keeps the bytes, once however often they come, sealed by a key of their own. */
    public ContentHash keep(byte[] bytes) {
        ContentHash hash = ContentHash.of(bytes);
        if (!isKnown(hash)) {
            Enclosed enclosed = seal.enclose(bytes, place(hash));
            jdbc.sql(
                            """
                            insert into message.blob (hash, key, bytes, kept_at) values (?, ?, ?, ?)
                            on conflict (hash) do update set kept_at = excluded.kept_at
                            """)
                    .params(
                            hash.bytes(),
                            enclosed.key(),
                            enclosed.bytes(),
                            Timestamp.from(clock.instant()))
                    .update();
        }
        return hash;
    }

    private boolean isKnown(ContentHash hash) {
        return jdbc.sql("update message.blob set kept_at = ? where hash = ?")
                        .params(Timestamp.from(clock.instant()), hash.bytes())
                        .update()
                == 1;
    }

    /** What the hash of the plain bytes says, sealed bytes are bound to. */
    private static String place(ContentHash hash) {
        return "blob " + hash.hex();
    }

    private byte[] opened(ContentHash hash, byte @Nullable [] key, byte[] bytes) {
        return key == null ? bytes : seal.disclose(new Enclosed(key, bytes), place(hash));
    }

    /** The bytes of an attachment of an event that the reader may see. */
    public Optional<byte[]> find(ContentHash hash, Sight sight) {
        return jdbc.sql(
                        """
                        select b.key, b.bytes from message.blob b
                         where b.hash = :hash and exists (
                               select from message.blob_use u
                                 join message.event e on e.id = u.event
                                 join message.content c on c.event = e.id
                                where u.hash = b.hash
                        """
                                + MessageStore.TOLD
                                + ")")
                .param("hash", hash.bytes())
                .params(MessageStore.seen(sight))
                .query((row, _) -> opened(hash, row.getBytes(1), row.getBytes(2)))
                .optional();
    }

    /** The bytes of a picture that is on its way out. */
    public Optional<byte[]> leaving(Picture picture) {
        return jdbc.sql("select key, bytes from message.blob where hash = ?")
                .param(picture.hash().bytes())
                .query((row, _) -> opened(picture.hash(), row.getBytes(1), row.getBytes(2)))
                .optional();
    }

    /** Seals what an earlier version kept in the clear. */
    @Scheduled(initialDelay = 1, fixedRate = 60, timeUnit = TimeUnit.MINUTES)
    int sealOld() {
        int sealed = 0;
        for (String hash : inTheClear()) {
            sealed += sealOld(new ContentHash(hash));
        }
        return sealed;
    }

    private List<String> inTheClear() {
        return jdbc.sql("select encode(hash, 'hex') from message.blob where key is null")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private int sealOld(ContentHash hash) {
        return jdbc.sql("select bytes from message.blob where hash = ? and key is null")
                .param(hash.bytes())
                .query(byte[].class)
                .optional()
                .map(bytes -> seal.enclose(bytes, place(hash)))
                .map(
                        enclosed ->
                                jdbc.sql(
                                                """
                                                update message.blob set key = ?, bytes = ?
                                                 where hash = ? and key is null
                                                """)
                                        .params(enclosed.key(), enclosed.bytes(), hash.bytes())
                                        .update())
                .orElse(0);
    }

    /** Removes bytes older than a day that no event names or will name, and that won't leave. */
    @Scheduled(initialDelay = 1, fixedRate = 24, timeUnit = TimeUnit.HOURS)
    int sweep() {
        Instant before = clock.instant().minus(UNNAMED_AT_MOST);
        return jdbc.sql(
                        """
                        delete from message.blob b
                         where b.kept_at < :before and b.hash <> all(:awaited)
                           and not exists (select from message.blob_use u where u.hash = b.hash)
                           and not exists (
                               select from message.outgoing o
                                where o.state = 'WAITING' and o.pictures @> jsonb_build_array(
                                      jsonb_build_object('content', encode(b.hash, 'hex'))))
                        """)
                .param("before", Timestamp.from(before))
                .param(
                        "awaited",
                        awaiting.stream()
                                .flatMap(one -> one.awaited().stream())
                                .map(ContentHash::bytes)
                                .toArray(byte[][]::new))
                .update();
    }
}
