package org.lisolo.server.monitoring.identifiers;

import org.lisolo.server.message.EventId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Screenings of the past at rest, one for each version of the recognisers. */
@Repository
class RescreenStore {
    private final JdbcClient jdbc;

    RescreenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Rescreen> find(int version) {
        return jdbc.sql("select * from monitoring.rescreen where version = ?")
                .param(version)
                .query(RescreenStore::rescreen)
                .optional();
    }

    /** One that goes on, locked until the transaction's end; none where another node is at it. */
    Optional<Rescreen> lockRunning(int version) {
        return jdbc.sql(
                        """
                        select * from monitoring.rescreen
                        where version = ? and ended_at is null
                        for update skip locked
                        """)
                .param(version)
                .query(RescreenStore::rescreen)
                .optional();
    }

    /** Begins one, if none of this version was begun. */
    void begin(int version, long total, Instant now) {
        jdbc.sql(
                        """
                        insert into monitoring.rescreen
                          (version, looked, changed, total, begun_at)
                        values (:version, 0, 0, :total, :now)
                        on conflict do nothing
                        """)
                .param("version", version)
                .param("total", total)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Notes how far it came. */
    void move(Rescreen rescreen) {
        jdbc.sql(
                        """
                        update monitoring.rescreen
                        set before = :before, looked = :looked, changed = :changed
                        where version = :version
                        """)
                .param("before", rescreen.before().value())
                .param("looked", rescreen.looked())
                .param("changed", rescreen.changed())
                .param("version", rescreen.version())
                .update();
    }

    void end(int version, Instant now) {
        jdbc.sql("update monitoring.rescreen set ended_at = :now where version = :version")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("version", version)
                .update();
    }

    private static Rescreen rescreen(ResultSet row, int number) throws SQLException {
        UUID before = row.getObject("before", UUID.class);
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Rescreen(
                row.getInt("version"),
                before == null ? EventId.LAST : new EventId(before),
                row.getLong("looked"),
                row.getLong("changed"),
                row.getLong("total"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(ended).map(OffsetDateTime::toInstant));
    }
}
