package org.lisolo.server.community.spaces;

import org.lisolo.server.community.SpaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Links into spaces, by the hashes of their secrets. */
@Repository
class DoorStore {
    private final JdbcClient jdbc;

    DoorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(byte[] hash, SpaceId space, Instant expires) {
        jdbc.sql("insert into community.invitation (hash, space, expires_at) values (?, ?, ?)")
                .params(hash, space.value(), Timestamp.from(expires))
                .update();
    }

    Optional<SpaceId> find(byte[] hash, Instant now) {
        return jdbc.sql("select space from community.invitation where hash = ? and expires_at > ?")
                .params(hash, Timestamp.from(now))
                .query((row, _) -> new SpaceId(row.getObject(1, UUID.class)))
                .optional();
    }

    Optional<Instant> until(SpaceId space, Instant now) {
        return jdbc.sql(
                        """
                        select expires_at from community.invitation
                         where space = ? and expires_at > ? order by expires_at desc limit 1
                        """)
                .params(space.value(), Timestamp.from(now))
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    void lock(SpaceId space) {
        jdbc.sql("delete from community.invitation where space = ?").param(space.value()).update();
    }

    void forgetExpired(Instant now) {
        jdbc.sql("delete from community.invitation where expires_at <= ?")
                .param(Timestamp.from(now))
                .update();
    }
}
