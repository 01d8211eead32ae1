package org.lisolo.server.directory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The rows that the public finds. */
@Repository
class ListingStore {
    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    ListingStore(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    /** Puts these in the place of what was there. */
    void put(Collection<Listing> listings) {
        jdbc.batchUpdate(
                """
                insert into directory.listing
                       (entry, organisation, kind, standing, sort_name, words, names, labels, point,
                        zone, hours, shut, extra, joined, changed)
                values (?, ?, ?, ?, ?, array_to_tsvector(?), array_to_tsvector(?),
                        array_to_tsvector(?), point(?, ?), ?, cast(? as int4multirange),
                        cast(? as tsmultirange), cast(? as tsmultirange), ?, ?)
                on conflict (entry) do update
                   set standing = excluded.standing, sort_name = excluded.sort_name,
                       words = excluded.words, names = excluded.names, labels = excluded.labels,
                       point = excluded.point, zone = excluded.zone, hours = excluded.hours,
                       shut = excluded.shut, extra = excluded.extra, joined = excluded.joined,
                       changed = excluded.changed
                """,
                listings,
                200,
                ListingStore::set);
        Set<String> words = new HashSet<>();
        listings.forEach(listing -> words.addAll(listing.words()));
        words.removeIf(word -> word.contains(":"));
        client.sql(
                        """
                        insert into directory.word (word)
                        select unnest(?) order by 1 on conflict do nothing
                        """)
                .param(words.toArray(String[]::new))
                .update();
    }

    private static void set(PreparedStatement row, Listing listing) throws SQLException {
        row.setObject(1, listing.entry().value());
        row.setObject(2, listing.organisation().value());
        row.setInt(3, listing.kind().code());
        row.setInt(4, listing.standing());
        row.setString(5, listing.sortName());
        setWords(row, 6, listing.words());
        setWords(row, 7, listing.names());
        setWords(row, 8, listing.labels());
        if (listing.point().isPresent()) {
            row.setDouble(9, listing.point().get().longitude());
            row.setDouble(10, listing.point().get().latitude());
        } else {
            row.setNull(9, Types.DOUBLE);
            row.setNull(10, Types.DOUBLE);
        }
        Timetable timetable = listing.timetable();
        row.setString(11, timetable.zone().getId());
        row.setString(12, timetable.hours());
        row.setString(13, timetable.shut());
        row.setString(14, timetable.extra());
        row.setDate(15, listing.joined() == null ? null : Date.valueOf(listing.joined()));
        row.setTimestamp(16, Timestamp.from(listing.changed()));
    }

    private static void setWords(PreparedStatement row, int at, Set<String> words)
            throws SQLException {
        row.setArray(at, row.getConnection().createArrayOf("text", words.toArray()));
    }

    void remove(Collection<EntryId> entries) {
        client.sql("delete from directory.listing where entry = any(?)")
                .param(ids(entries))
                .update();
    }

    /** The words of the names of these, to be let go where no other has them. */
    Set<String> names(Collection<EntryId> entries) {
        return new HashSet<>(
                client.sql(
                                """
                                select distinct w.lexeme from directory.listing l
                                 cross join lateral unnest(l.names) w where l.entry = any(?)
                                """)
                        .param(ids(entries))
                        .query(String.class)
                        .list());
    }

    /** A name that was taken out is offered to nobody who mistypes another. */
    void letGo(Set<String> words) {
        client.sql(
                        """
                        delete from directory.word w
                         where w.word = any(?) and not exists (
                               select from directory.listing l
                                where l.words @@ cast(quote_literal(w.word) as tsquery))
                        """)
                .param(words.toArray(String[]::new))
                .update();
    }

    boolean isListed(EntryId entry) {
        return client.sql("select exists (select from directory.listing where entry = ?)")
                .param(entry.value())
                .query(Boolean.class)
                .single();
    }

    private static UUID[] ids(Collection<EntryId> entries) {
        return entries.stream().map(EntryId::value).toArray(UUID[]::new);
    }

    /** Of these, the ones that the public sees. */
    Set<EntryId> listed(Collection<EntryId> entries) {
        return new HashSet<>(
                client.sql("select entry from directory.listing where entry = any(?)")
                        .param(ids(entries))
                        .query((row, _) -> new EntryId(row.getObject(1, UUID.class)))
                        .list());
    }

    /** Part of the sitemap: every listed entry, in the order of their ids. */
    List<Listed> part(int number, int size) {
        return client.sql(
                        """
                        select entry, kind, changed from directory.listing
                         order by entry limit ? offset ?
                        """)
                .params(size, (long) number * size)
                .query(
                        (row, _) ->
                                new Listed(
                                        new EntryId(row.getObject(1, UUID.class)),
                                        EntryKind.of(row.getInt(2)),
                                        row.getTimestamp(3).toInstant()))
                .list();
    }

    long count() {
        return client.sql("select count(*) from directory.listing").query(Long.class).single();
    }

    /** A public entry as the sitemap names it. */
    record Listed(EntryId entry, EntryKind kind, java.time.Instant changed) {}
}
