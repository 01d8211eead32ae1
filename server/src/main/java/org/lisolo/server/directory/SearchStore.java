package org.lisolo.server.directory;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The queries of the public search. */
@Repository
class SearchStore {
    /**
     * Beyond this the number of results is said as "more than", and what is best among these stands
     * first: nobody reads on so far.
     */
    static final int MOST = 1_000;

    private static final String OPEN =
            "directory.is_open(l.hours, l.shut, l.extra, l.zone, :moment)";

    private static final RowMapper<Hit> HIT =
            (row, _) ->
                    new Hit(
                            new EntryId(row.getObject("entry", UUID.class)),
                            row.getInt("tier"),
                            row.getInt("later"),
                            row.getString("sort_name"),
                            row.getInt("total"));

    private final JdbcClient client;

    SearchStore(JdbcClient client) {
        this.client = client;
    }

    /**
     * An entry that matches.
     *
     * @param tier 0 by its name, 1 by what it is called, 2 by a synonym or a likeness
     * @param later 0 for emergency care or open doors, else 1
     * @param total how many match, counted up to one more than {@link #MOST}
     */
    record Hit(EntryId entry, int tier, int later, String name, int total) {}

    /** Somewhere else. */
    record Elsewhere(EntryId entry, Coordinates point) {}

    List<Hit> find(Wanted wanted, DirectoryCursor cursor, int limit) {
        return client.sql(statement(wanted))
                .param("all", wanted.all())
                .param("strict", wanted.strict())
                .param("moment", Timestamp.from(cursor.moment()))
                .param("tier", cursor.tier())
                .param("later", cursor.later())
                .param("name", cursor.name())
                .param("entry", cursor.entry())
                .param("limit", limit)
                .query(HIT)
                .list();
    }

    /** The bare query, for a measurement to hold the page against. */
    static String statement(Wanted wanted) {
        return """
        with candidate as materialized (
            select l.entry, l.sort_name, l.standing, l.names, l.labels,
                   l.hours, l.shut, l.extra, l.zone
              from directory.listing l
             where %s
             order by l.standing, l.sort_name, l.entry
             limit %d),
        ranked as (
            select l.entry, l.sort_name,
                   case when l.names @@ cast(:strict as tsquery) then 0
                        when l.labels @@ cast(:strict as tsquery) then 1 else 2 end as tier,
                   case when l.standing = 0 or %s then 0 else 1 end as later,
                   count(*) over () as total
              from candidate l)
        select entry, tier, later, sort_name, total from ranked
         where (tier, later, sort_name, entry) > (:tier, :later, :name, :entry)
         order by tier, later, sort_name, entry
         limit :limit
        """
                .formatted(condition(wanted), MOST + 1, OPEN);
    }

    private static String condition(Wanted wanted) {
        String words = wanted.all().isEmpty() ? "true" : "l.words @@ cast(:all as tsquery)";
        return wanted.open() ? words + " and " + OPEN : words;
    }

    /** How many match, up to one more than {@link #MOST}. */
    int count(Wanted wanted, Instant moment) {
        return client.sql(
                        "select count(*) from (select from directory.listing l where "
                                + condition(wanted)
                                + " limit "
                                + (MOST + 1)
                                + ") counted")
                .param("all", wanted.all())
                .param("moment", Timestamp.from(moment))
                .query(Integer.class)
                .single();
    }

    /** The nearest that match but for the place. */
    List<Elsewhere> nearest(Wanted wanted, Coordinates from, Instant moment, int limit) {
        return client.sql(
                        """
                        with candidate as materialized (
                            select l.entry, l.point from directory.listing l
                             where %s and l.point is not null
                               and not l.words @@ cast(:place as tsquery)
                             limit 5000)
                        select entry, point[1] as latitude, point[0] as longitude from candidate
                         order by point <-> point(:longitude, :latitude), entry
                         limit :limit
                        """
                                .formatted(condition(wanted.anywhere())))
                .param("all", wanted.anywhere().all())
                .param("place", wanted.place())
                .param("moment", Timestamp.from(moment))
                .param("longitude", from.longitude())
                .param("latitude", from.latitude())
                .param("limit", limit)
                .query(
                        (row, _) ->
                                new Elsewhere(
                                        new EntryId(row.getObject(1, UUID.class)),
                                        new Coordinates(row.getDouble(2), row.getDouble(3))))
                .list();
    }

    /** An organisation's public facilities or professionals. */
    List<EntryId> ofOrganisation(UUID organisation, EntryKind kind, int limit) {
        return client.sql(
                        """
                        select entry from directory.listing where organisation = ? and kind = ?
                         order by standing, sort_name, entry limit ?
                        """)
                .params(organisation, kind.code(), limit)
                .query((row, _) -> new EntryId(row.getObject(1, UUID.class)))
                .list();
    }

    long countOfOrganisation(UUID organisation, EntryKind kind) {
        return client.sql(
                        "select count(*) from directory.listing where organisation = ? and kind ="
                                + " ?")
                .params(organisation, kind.code())
                .query(Long.class)
                .single();
    }

    /** Who works at a facility, as the public may know. */
    List<EntryId> staff(EntryId facility, int limit) {
        return client.sql(
                        """
                        select l.entry from directory.works_at w
                          join directory.listing l on l.entry = w.professional
                         where w.facility = ? order by l.sort_name, l.entry limit ?
                        """)
                .params(facility.value(), limit)
                .query((row, _) -> new EntryId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Who joined a team between two days, the newest first. */
    List<EntryId> newcomers(Optional<UUID> organisation, LocalDate from, LocalDate to, int limit) {
        return client.sql(
                        """
                        select entry from directory.listing
                         where joined between :from and :to
                           and (cast(:organisation as uuid) is null or organisation = :organisation)
                         order by joined desc, entry limit :limit
                        """)
                .param("from", java.sql.Date.valueOf(from))
                .param("to", java.sql.Date.valueOf(to))
                .param("organisation", organisation.orElse(null), java.sql.Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> new EntryId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Towns and zones as the names of places that many have; for the form to offer. */
    List<String> towns(int limit) {
        return client.sql(
                        """
                        select e.body ->> 'town' as town from directory.listing l
                          join directory.entry e on e.id = l.entry
                         where l.kind = 1 and e.body ->> 'town' is not null
                         group by 1 order by count(*) desc, 1 limit ?
                        """)
                .param(limit)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
