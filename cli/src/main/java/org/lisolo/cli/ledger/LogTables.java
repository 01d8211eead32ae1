package org.lisolo.cli.ledger;

import org.lisolo.ledger.Hash;
import org.lisolo.ledger.Leaf;
import org.lisolo.ledger.NoteVerifier;
import org.lisolo.ledger.SignedNote;
import org.lisolo.ledger.Tile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the tables of {@code evidence} and {@code message}; never writes. */
final class LogTables {
    private static final int ROWS_AT_ONCE = 256;

    private final Connection connection;

    LogTables(Connection connection) {
        this.connection = connection;
    }

    /** What the database says of the log as a whole. */
    record Head(String origin, NoteVerifier key, long size) {}

    /**
     * A row of the log.
     *
     * @param leaf none if the row holds no leaf's values any more
     * @param stored what is kept of it
     */
    record Entry(long position, Optional<Leaf> leaf, Stored stored) {}

    /** What is stored for an entry, in {@code message} or in {@code evidence.audit}. */
    sealed interface Stored {
        /** Rightly nothing: the event was erased, or the entry is about something else. */
        record Nothing() implements Stored {}

        /** Something that should be there is not. */
        record Gone(String what) implements Stored {}

        /**
         * The leaf made anew from what is stored; none if no leaf can be made of it.
         *
         * @param attachments as JSON; empty where there are none
         */
        record Content(Optional<Leaf> leaf, String attachments) implements Stored {}
    }

    Head head() throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select origin, vkey, size from evidence.log");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("no log was begun here");
            }
            return new Head(row.getString(1), NoteVerifier.parse(row.getString(2)), row.getLong(3));
        }
    }

    Entries entries() throws SQLException {
        return new Entries(query(EntryRows.SQL));
    }

    /** All entries in their order, a few hundred in memory. */
    static final class Entries implements AutoCloseable {
        private final ResultSet rows;

        private Entries(ResultSet rows) {
            this.rows = rows;
        }

        boolean next() throws SQLException {
            return rows.next();
        }

        Entry current() throws SQLException {
            return EntryRows.read(rows);
        }

        @Override
        public void close() throws SQLException {
            rows.getStatement().close();
        }
    }

    Checkpoints checkpoints() throws SQLException {
        return new Checkpoints(query("select size, note from evidence.checkpoint order by size"));
    }

    /** The checkpoints from the first on; it stands at one, or past the last. */
    static final class Checkpoints implements AutoCloseable {
        private final ResultSet rows;
        private boolean there;

        private Checkpoints(ResultSet rows) throws SQLException {
            this.rows = rows;
            this.there = rows.next();
        }

        /** Of this checkpoint; -1 past the last. */
        long size() throws SQLException {
            return there ? rows.getLong(1) : -1;
        }

        SignedNote note() throws SQLException {
            return SignedNote.parse(rows.getString(2));
        }

        void next() throws SQLException {
            there = rows.next();
        }

        @Override
        public void close() throws SQLException {
            rows.getStatement().close();
        }
    }

    private ResultSet query(String sql) throws SQLException {
        PreparedStatement select = connection.prepareStatement(sql);
        select.closeOnCompletion();
        select.setFetchSize(ROWS_AT_ONCE);
        return select.executeQuery();
    }

    Optional<SignedNote> newestCheckpoint() throws SQLException {
        return text("select note from evidence.checkpoint order by size desc limit 1")
                .map(SignedNote::parse);
    }

    /** A tile's hashes; none if it is not there. */
    byte[] tile(int level, long index) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select hashes from evidence.tile where level = ? and index = ?")) {
            select.setInt(1, level);
            select.setLong(2, index);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getBytes(1) : new byte[0];
            }
        }
    }

    /** As {@link org.lisolo.ledger.TileReader} wants it. */
    Map<Tile, byte[]> tiles(Collection<Tile> tiles) {
        Map<Tile, byte[]> found = new HashMap<>();
        for (Tile tile : tiles) {
            try {
                found.put(tile, tile(tile.level(), tile.index()));
            } catch (SQLException e) {
                throw new IllegalStateException("the database failed", e);
            }
        }
        return found;
    }

    /** The place at which a leaf hash stands in the tiles; 0 if it does not. */
    long positionOf(Hash hash) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        select index * 256 + (position(? in hashes) - 1) / 32 + 1
                        from evidence.tile
                        where level = 0 and position(? in hashes) % 32 = 1
                        order by index limit 1
                        """)) {
            select.setBytes(1, hash.toBytes());
            select.setBytes(2, hash.toBytes());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    String pending() throws SQLException {
        return text("select count(*)::text from evidence.pending").orElseThrow();
    }

    /** An event that is neither in the log nor on its way there. */
    Optional<String> unloggedEvent() throws SQLException {
        return text(
                """
                select v.id::text from message.event v
                where not exists (select from evidence.entry e where e.id = v.id and e.kind = 1)
                and not exists (select from evidence.pending p where p.id = v.id and p.kind = 1)
                order by v.id limit 1
                """);
    }

    /** An audit record that is neither in the log nor on its way there. */
    Optional<String> unloggedAudit() throws SQLException {
        return text(
                """
                select a.id::text from evidence.audit a
                where not exists (select from evidence.entry e where e.id = a.id and e.kind = 3)
                and not exists (select from evidence.pending p where p.id = a.id and p.kind = 3)
                order by a.id limit 1
                """);
    }

    /**
     * What is wrong with the bytes of attachments, if anything is: bytes that an entry names by
     * their hash must be there, and be those. Sealed ones are bound to their hash by their seal,
     * which the server looks at whenever it opens them.
     *
     * @param attachments JSON that the entry commits to
     */
    Optional<String> wrongBytes(String attachments) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        select a.hash, b.hash is null as removed
                        from (select named.content ->> 'content' as hash
                              from json_array_elements(cast(? as json)) as named (content)) a
                        left join message.blob b on b.hash = decode(a.hash, 'hex')
                        where a.hash is not null
                          and (b.hash is null or b.key is null and sha256(b.bytes) <> b.hash)
                        order by a.hash limit 1
                        """)) {
            select.setString(1, attachments);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                "the bytes of its attachment "
                                        + row.getString("hash")
                                        + (row.getBoolean("removed")
                                                ? " were removed"
                                                : " were altered"))
                        : Optional.empty();
            }
        }
    }

    /** An attachment whose bytes are not those of its hash, though no entry names it. */
    Optional<String> alteredBlob() throws SQLException {
        return text(
                """
                select encode(hash, 'hex') from message.blob
                where key is null and sha256(bytes) <> hash limit 1
                """);
    }

    private Optional<String> text(String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }
}
