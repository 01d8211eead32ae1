package org.lisolo.server.platform.keys;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.platform.keys.MainKeys.Wrapped;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The wrapped keys of each purpose. */
public final class KeysetStore {
    /**
     * A purpose's keys as they lie in the database.
     *
     * @param keys how many of each kind
     * @param changed when keys were last added or taken away
     * @param age how long ago that was by the database's clock, which is the same for all nodes
     * @param left how many rows older keys sealed, when that was last counted
     */
    public record Kept(
            String purpose,
            long version,
            Wrapped seals,
            Wrapped lookups,
            int keys,
            Instant changed,
            Duration age,
            Optional<Left> left) {}

    /** So many rows at that time. */
    public record Left(long rows, Instant at) {}

    private static final String ALL =
            "select *, extract(epoch from now() - changed_at) as age from platform.keyset";

    private final JdbcClient jdbc;
    private final Clock clock;

    public KeysetStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Kept> find(String purpose) {
        return jdbc.sql(ALL + " where purpose = :purpose")
                .param("purpose", purpose)
                .query((row, _) -> kept(row))
                .optional();
    }

    public List<Kept> all() {
        return jdbc.sql(ALL + " order by purpose").query((row, _) -> kept(row)).list();
    }

    /** The purposes that have older keys. */
    public List<String> changing() {
        return jdbc.sql("select purpose from platform.keyset where keys > 1 order by purpose")
                .query((row, _) -> row.getString(1))
                .list();
    }

    public void noteLeft(String purpose, long rows) {
        jdbc.sql(
                        """
                        update platform.keyset set left_rows = :rows, left_at = :now
                         where purpose = :purpose
                        """)
                .param("rows", rows)
                .param("now", Timestamp.from(clock.instant()))
                .param("purpose", purpose)
                .update();
    }

    public long version(String purpose) {
        return jdbc.sql("select version from platform.keyset where purpose = :purpose")
                .param("purpose", purpose)
                .query(Long.class)
                .single();
    }

    /** The first to come is kept. */
    public void addIfAbsent(String purpose, Wrapped seals, Wrapped lookups, int keys) {
        jdbc.sql(
                        """
                        insert into platform.keyset
                            (purpose, version, wrapped_by, seals, lookups, keys, changed_at)
                        values (:purpose, 1, :by, :seals, :lookups, :keys, now())
                        on conflict (purpose) do nothing
                        """)
                .param("purpose", purpose)
                .param("by", seals.by())
                .param("seals", seals.bytes())
                .param("lookups", lookups.bytes())
                .param("keys", keys)
                .update();
    }

    /**
     * Other keys, or the same ones wrapped anew.
     *
     * @param keys how many of each kind now
     * @return false where another was quicker, and nothing was done
     */
    public boolean replace(Kept old, Wrapped seals, Wrapped lookups, int keys) {
        return jdbc.sql(
                                """
                                update platform.keyset
                                   set version = version + 1, wrapped_by = :by, seals = :seals,
                                       lookups = :lookups, keys = :keys,
                                       changed_at = case when keys = :keys then changed_at else now() end
                                 where purpose = :purpose and version = :version
                                """)
                        .param("by", seals.by())
                        .param("seals", seals.bytes())
                        .param("lookups", lookups.bytes())
                        .param("keys", keys)
                        .param("purpose", old.purpose())
                        .param("version", old.version())
                        .update()
                == 1;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        String by = row.getString("wrapped_by");
        return new Kept(
                row.getString("purpose"),
                row.getLong("version"),
                new Wrapped(row.getBytes("seals"), by),
                new Wrapped(row.getBytes("lookups"), by),
                row.getInt("keys"),
                row.getTimestamp("changed_at").toInstant(),
                Duration.ofMillis(Math.round(1e3 * row.getDouble("age"))),
                left(row));
    }

    private static Optional<Left> left(ResultSet row) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp("left_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new Left(row.getLong("left_rows"), at.toInstant()));
    }
}
