package org.lisolo.server.evidence;

import org.lisolo.ledger.Hash;
import org.lisolo.ledger.Leaf;
import org.lisolo.ledger.LeafKind;
import org.lisolo.ledger.SignedNote;
import org.lisolo.ledger.Tile;
import org.lisolo.ledger.TileReader;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Reads the log's tables. */
final class LogStore implements TileReader {
    private final JdbcClient jdbc;

    LogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The log's public key, if it was begun. */
    Optional<String> vkey() {
        return jdbc.sql("select vkey from evidence.log").query(String.class).optional();
    }

    long size() {
        return jdbc.sql("select size from evidence.log").query(Long.class).optional().orElse(0L);
    }

    Optional<SignedNote> checkpoint() {
        return jdbc.sql("select note from evidence.checkpoint order by size desc limit 1")
                .query(String.class)
                .optional()
                .map(SignedNote::parse);
    }

    List<LogEntry> entries(long after, int limit) {
        return jdbc.sql(
                        """
                        select position, kind, id from evidence.entry
                        where position > :after order by position limit :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query(
                        (row, _) ->
                                new LogEntry(
                                        row.getLong(1),
                                        LeafKind.of(row.getInt(2)),
                                        row.getObject(3, UUID.class)))
                .list();
    }

    List<Leaf> leaves(long after, int limit) {
        return jdbc.sql(
                        """
                        select kind, id, commitment from evidence.entry
                        where position > :after order by position limit :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> leaf(row))
                .list();
    }

    Optional<Leaf> leafAt(long position) {
        return leaves(position - 1, 1).stream().findFirst();
    }

    /** The place of the entry of this kind with this id. */
    Map<UUID, Long> positionsOf(Collection<UUID> events) {
        Map<UUID, Long> positions = HashMap.newHashMap(events.size());
        jdbc.sql(
                        """
                        select id, position from evidence.entry
                        where id = any(:ids) and kind = :event
                        """)
                .param("ids", events.toArray(UUID[]::new))
                .param("event", LeafKind.EVENT.code())
                .query(
                        row -> {
                            positions.put(row.getObject(1, UUID.class), row.getLong(2));
                        });
        return positions;
    }

    OptionalLong positionOf(LeafKind kind, UUID id) {
        return jdbc
                .sql(
                        """
                        select position from evidence.entry
                        where id = :id and kind = :kind order by position limit 1
                        """)
                .param("id", id)
                .param("kind", kind.code())
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public Map<Tile, byte[]> read(Collection<Tile> tiles) {
        Map<Tile, byte[]> found = new HashMap<>();
        for (Tile tile : tiles) {
            jdbc.sql("select hashes from evidence.tile where level = :level and index = :index")
                    .param("level", tile.level())
                    .param("index", tile.index())
                    .query((row, _) -> row.getBytes(1))
                    .optional()
                    .ifPresent(hashes -> found.put(tile, hashes));
        }
        return found;
    }

    static Leaf leaf(ResultSet row) throws SQLException {
        return new Leaf(
                LeafKind.of(row.getInt("kind")),
                row.getObject("id", UUID.class),
                Hash.of(row.getBytes("commitment")));
    }
}
