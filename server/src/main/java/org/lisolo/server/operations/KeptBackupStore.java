package org.lisolo.server.operations;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Repository
class KeptBackupStore {
    private final JdbcClient jdbc;

    KeptBackupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(UUID id, String node, String file, @Nullable UUID askedBy, Instant now) {
        jdbc.sql(
                        """
                        insert into operations.backup
                            (id, node, file, asked_by, state, percent, begun_at)
                        values (:id, :node, :file, :asker, 'WRITING', 0, :now)
                        """)
                .param("id", id)
                .param("node", node)
                .param("file", file)
                .param("asker", askedBy)
                .param("now", Timestamp.from(now))
                .update();
    }

    void advance(UUID id, int percent) {
        jdbc.sql("update operations.backup set percent = ? where id = ?")
                .params(percent, id)
                .update();
    }

    void written(UUID id, long size) {
        jdbc.sql(
                        """
                        update operations.backup set state = 'CHECKING', percent = 100, size = ?
                         where id = ?
                        """)
                .params(size, id)
                .update();
    }

    void finish(UUID id, Instant now) {
        jdbc.sql("update operations.backup set state = 'DONE', ended_at = ? where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    void fail(UUID id, String failure, Instant now) {
        jdbc.sql(
                        """
                        update operations.backup set state = 'FAILED', failure = ?, ended_at = ?
                         where id = ?
                        """)
                .params(failure, Timestamp.from(now), id)
                .update();
    }

    void removed(UUID id, Instant now) {
        jdbc.sql("update operations.backup set removed_at = ? where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    /** Newest first. */
    List<KeptBackup> latest(int limit) {
        return jdbc.sql("select * from operations.backup order by id desc limit ?")
                .param(limit)
                .query(KeptBackupStore::backup)
                .list();
    }

    Optional<KeptBackup> newestDone() {
        return jdbc.sql(
                        """
                        select * from operations.backup where state = 'DONE'
                         order by id desc limit 1
                        """)
                .query(KeptBackupStore::backup)
                .optional();
    }

    /** What was begun and is not at its end. */
    List<KeptBackup> open() {
        return jdbc.sql("select * from operations.backup where state in ('WRITING', 'CHECKING')")
                .query(KeptBackupStore::backup)
                .list();
    }

    /** Those whose file was not removed, newest first. */
    List<KeptBackup> kept() {
        return jdbc.sql(
                        """
                        select * from operations.backup where state = 'DONE' and removed_at is null
                         order by id desc
                        """)
                .query(KeptBackupStore::backup)
                .list();
    }

    private static KeptBackup backup(ResultSet row, int number) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        Timestamp removed = row.getTimestamp("removed_at");
        return new KeptBackup(
                row.getObject("id", UUID.class),
                row.getString("node"),
                row.getString("file"),
                row.getObject("asked_by", UUID.class),
                KeptBackup.State.valueOf(row.getString("state")),
                row.getInt("percent"),
                row.getTimestamp("begun_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getObject("size", Long.class),
                row.getString("failure"),
                removed == null ? null : removed.toInstant());
    }
}
