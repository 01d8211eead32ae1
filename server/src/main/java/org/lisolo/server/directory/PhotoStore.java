package org.lisolo.server.directory;

import org.lisolo.server.people.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The bytes of pictures, by name and size. */
@Repository
class PhotoStore {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final Duration UNNAMED_AT_MOST = Duration.ofDays(1);

    private final JdbcClient client;
    private final Clock clock;

    PhotoStore(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    void keep(String name, int size, byte[] bytes, Instant at) {
        client.sql(
                        """
                        insert into directory.photo (name, size, bytes, made) values (?, ?, ?, ?)
                        on conflict (name, size) do update set made = excluded.made
                        """)
                .params(name, size, bytes, Timestamp.from(at))
                .update();
    }

    /** One that a public entry shows, or any of this organisation's. */
    Optional<byte[]> find(String name, int size, Optional<OrganisationId> own) {
        return client.sql(
                        """
                        select p.bytes from directory.photo p
                         where p.name = ? and p.size = ? and exists (
                               select from directory.entry e
                                where e.body ->> 'photo' = p.name
                                  and (e.state = 1 or e.organisation = ?))
                        """)
                .params(name, size, own.map(OrganisationId::value).orElse(NOBODY))
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    /** Removes what no entry shows any more; an old version then shows none. */
    @Scheduled(initialDelay = 1, fixedRate = 24, timeUnit = TimeUnit.HOURS)
    int sweep() {
        return client.sql(
                        """
                        delete from directory.photo p
                         where p.made < ? and not exists (
                               select from directory.entry e
                                where e.body ->> 'photo' = p.name and e.state <> 3)
                        """)
                .param(Timestamp.from(clock.instant().minus(UNNAMED_AT_MOST)))
                .update();
    }
}
