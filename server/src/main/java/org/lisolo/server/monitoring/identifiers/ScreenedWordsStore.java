package org.lisolo.server.monitoring.identifiers;

import org.lisolo.server.message.EventId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was found in the words of events, at rest. */
@Repository
class ScreenedWordsStore {
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ScreenedWordsStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void keep(List<ScreenedWords> screened) {
        batches.batchUpdate(
                """
                insert into monitoring.screened_words (event, version, found) values (?, ?, ?)
                on conflict do nothing
                """,
                screened,
                BATCH,
                (row, one) -> {
                    row.setObject(1, one.event().value());
                    row.setInt(2, one.version());
                    row.setString(3, Written.of(one.found()));
                });
    }

    /** Puts what a later version found in the place; what was erased meanwhile stays away. */
    void replace(List<ScreenedWords> screened) {
        batches.batchUpdate(
                """
                update monitoring.screened_words set version = ?, found = ?
                where event = ? and version < ?
                """,
                screened,
                BATCH,
                (row, one) -> {
                    row.setInt(1, one.version());
                    row.setString(2, Written.of(one.found()));
                    row.setObject(3, one.event().value());
                    row.setInt(4, one.version());
                });
    }

    Map<EventId, ScreenedWords> find(Collection<EventId> events) {
        Map<EventId, ScreenedWords> found = new HashMap<>();
        jdbc.sql("select * from monitoring.screened_words where event = any(?)")
                .param(ids(events))
                .query(ScreenedWordsStore::screened)
                .list()
                .forEach(one -> found.put(one.event(), one));
        return found;
    }

    /** The newest first, from below an event. */
    List<ScreenedWords> before(EventId before, int limit) {
        return jdbc.sql(
                        """
                        select * from monitoring.screened_words where event < :before
                        order by event desc limit :limit
                        """)
                .param("before", before.value())
                .param("limit", limit)
                .query(ScreenedWordsStore::screened)
                .list();
    }

    /** How many were screened. */
    long count() {
        return jdbc.sql("select count(*) from monitoring.screened_words")
                .query(Long.class)
                .single();
    }

    void forget(Collection<EventId> events) {
        jdbc.sql("delete from monitoring.screened_words where event = any(?)")
                .param(ids(events))
                .update();
    }

    private static UUID[] ids(Collection<EventId> events) {
        return events.stream().map(EventId::value).toArray(UUID[]::new);
    }

    private static ScreenedWords screened(ResultSet row, int number) throws SQLException {
        return new ScreenedWords(
                new EventId(row.getObject("event", UUID.class)),
                row.getInt("version"),
                Written.read(row.getString("found")));
    }
}
