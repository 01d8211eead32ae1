package org.lisolo.server.community.moderation;

import org.lisolo.server.community.SpaceId;
import org.lisolo.server.platform.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What spaces ask before anything is shown. */
@Repository
class LimitStore {
    private final JdbcClient jdbc;
    private final Ids ids;

    LimitStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    SpaceLimits of(SpaceId space) {
        return jdbc.sql(
                        """
                        select hold_first, hold_links, slow_minutes, help
                          from community.space_limits where space = ?
                        """)
                .param(space.value())
                .query(
                        (row, _) ->
                                new SpaceLimits(
                                        row.getBoolean("hold_first"),
                                        row.getBoolean("hold_links"),
                                        row.getInt("slow_minutes"),
                                        row.getString("help")))
                .optional()
                .orElse(SpaceLimits.NONE);
    }

    void set(SpaceId space, SpaceLimits limits) {
        jdbc.sql(
                        """
                        insert into community.space_limits
                            (space, hold_first, hold_links, slow_minutes, help)
                        values (?, ?, ?, ?, ?)
                        on conflict (space) do update
                           set hold_first = excluded.hold_first, hold_links = excluded.hold_links,
                               slow_minutes = excluded.slow_minutes, help = excluded.help
                        """)
                .params(
                        space.value(),
                        limits.holdFirst(),
                        limits.holdLinks(),
                        limits.slowMinutes(),
                        limits.help())
                .update();
    }

    List<WordFilter> filters(SpaceId space) {
        return jdbc.sql(
                        """
                        select id, name, query from community.space_filter
                         where space = ? order by added_at, id
                        """)
                .param(space.value())
                .query(
                        (row, _) ->
                                new WordFilter(
                                        row.getObject("id", UUID.class),
                                        row.getString("name"),
                                        row.getString("query")))
                .list();
    }

    void add(SpaceId space, String name, String query, Instant at) {
        jdbc.sql(
                        """
                        insert into community.space_filter (id, space, name, query, added_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(ids.next(), space.value(), name, query, Timestamp.from(at))
                .update();
    }

    void remove(SpaceId space, UUID filter) {
        jdbc.sql("delete from community.space_filter where space = ? and id = ?")
                .params(space.value(), filter)
                .update();
    }
}
