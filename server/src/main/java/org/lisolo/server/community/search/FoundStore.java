package org.lisolo.server.community.search;

import org.lisolo.server.community.SpaceId;
import org.lisolo.server.message.Erasure;
import org.lisolo.server.message.Forgets;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.people.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** By which words public contributions are found: made of the log, and forgotten with it. */
@Repository
class FoundStore implements Forgets {
    /** So many are read one after the other at once. */
    static final int STRETCH = 2_000;

    /** What the index finds costs so many times as much as one that is read in turn. */
    private static final int DEARER = 5;

    /** Of whom a name finds many contributions, some are looked at. */
    private static final int LOOKED_AT = 2_000;

    private static final Pattern ROWS = Pattern.compile("rows=(\\d+)");

    private final JdbcClient jdbc;

    FoundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As it stands from now on. */
    void take(MessageEvent event) {
        jdbc.sql(
                        """
                        insert into community.found (contribution, space, words, author)
                        select c.id, c.space, strip(to_tsvector('simple', :words)),
                               strip(to_tsvector('simple', :author))
                          from community.contribution c
                         where c.message = :message and not c.closed
                        on conflict (contribution)
                            do update set words = excluded.words, author = excluded.author
                        """)
                .param(
                        "words",
                        Asked.plain(
                                Optional.ofNullable(event.title()).orElse("")
                                        + "\n"
                                        + event.text()))
                .param("author", Asked.plain(event.author().shown()))
                .param("message", event.message().value())
                .update();
    }

    void forget(List<MessageId> messages) {
        jdbc.sql(
                        """
                        delete from community.found
                         where contribution in (select id from community.contribution
                                                 where message = any(?))
                        """)
                .param(messages.stream().map(MessageId::value).toArray(UUID[]::new))
                .update();
    }

    /** Of what still stands after an erasure, nothing is found by its words any more, either. */
    @Override
    public void forget(Erasure erasure) {
        forget(List.copyOf(erasure.messages()));
    }

    /** The newest first. */
    List<UUID> byWords(Asked asked, Optional<SpaceId> space, UUID before, int most) {
        List<UUID> found = new ArrayList<>();
        UUID from = before;
        boolean more = true;
        while (more && found.size() < most) {
            List<UUID> some = newest(asked, space, from, most);
            stillSeen(some).stream().limit(most - found.size()).forEach(found::add);
            more = some.size() == most;
            from = more ? some.getLast() : from;
        }
        return found;
    }

    /**
     * Words that many use are found soon by reading from the newest on, and by the index only after
     * all that ever used them; with rare words it is the other way round. So reading goes on until
     * it has cost as much as the index would.
     */
    private List<UUID> newest(Asked asked, Optional<SpaceId> space, UUID before, int most) {
        List<UUID> found = new ArrayList<>();
        Optional<UUID> next = read(asked, space, before, most, found);
        long worth = next.isPresent() ? DEARER * expected(asked) : 0;
        for (long read = STRETCH; next.isPresent() && read < worth; read += STRETCH) {
            next = read(asked, space, next.get(), most, found);
        }
        next.ifPresent(from -> found.addAll(byIndex(asked, space, from, most - found.size())));
        return found;
    }

    /** Reads one stretch; from where to go on, if there is more and it is wanted. */
    private Optional<UUID> read(
            Asked asked, Optional<SpaceId> space, UUID from, int most, List<UUID> found) {
        found.addAll(inStretch(asked, space, from, most - found.size()));
        return found.size() < most ? endOfStretch(space, from) : Optional.empty();
    }

    /** In how many contributions the words are, as PostgreSQL's statistics have it. */
    private long expected(Asked asked) {
        String plan =
                jdbc.sql(
                                """
                                explain select from community.found
                                 where words @@ to_tsquery('simple', ?)
                                """)
                        .param(asked.query())
                        .query((row, _) -> row.getString(1))
                        .list()
                        .getFirst();
        Matcher rows = ROWS.matcher(plan);
        return rows.find() ? Long.parseLong(rows.group(1)) : 0;
    }

    private List<UUID> inStretch(Asked asked, Optional<SpaceId> space, UUID from, int most) {
        return about(
                        """
                        select contribution
                          from (select contribution, words from community.found
                                 where contribution < :before and HERE
                                 order by contribution desc limit :stretch) s
                         where words @@ to_tsquery('simple', :query) limit :most
                        """,
                        space)
                .param("before", from)
                .param("stretch", STRETCH)
                .param("query", asked.query())
                .param("most", most)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private Optional<UUID> endOfStretch(Optional<SpaceId> space, UUID from) {
        return about(
                        """
                        select contribution from community.found
                         where contribution < :before and HERE
                         order by contribution desc offset :stretch - 1 limit 1
                        """,
                        space)
                .param("before", from)
                .param("stretch", STRETCH)
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional();
    }

    private List<UUID> byIndex(Asked asked, Optional<SpaceId> space, UUID before, int most) {
        return about(
                        """
                        with all_of_them as materialized (
                            select contribution, space from community.found
                             where words @@ to_tsquery('simple', :query)
                        )
                        select contribution from all_of_them
                         where contribution < :before and HERE
                         order by contribution desc limit :most
                        """,
                        space)
                .param("query", asked.query())
                .param("before", before)
                .param("most", most)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private JdbcClient.StatementSpec about(String sql, Optional<SpaceId> space) {
        return space.map(
                        one ->
                                jdbc.sql(sql.replace("HERE", "space = :space"))
                                        .param("space", one.value()))
                .orElseGet(() -> jdbc.sql(sql.replace("HERE", "true")));
    }

    private List<UUID> stillSeen(List<UUID> ids) {
        return jdbc.sql(
                        """
                        select id from community.contribution
                         where id = any(?)
                           and not closed and hidden_at is null and deleted_at is null
                         order by id desc
                        """)
                .param(ids.toArray(UUID[]::new))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The last that each wrote who is called so. */
    List<UUID> byAuthor(Asked asked, int most) {
        return jdbc.sql(
                        """
                        select id
                          from (select distinct on (c.author) c.id
                                  from (select contribution from community.found
                                         where author @@ to_tsquery('simple', :query)
                                         limit :looked) f
                                  join community.contribution c on c.id = f.contribution
                                 where c.author is not null and not c.closed
                                   and c.hidden_at is null and c.deleted_at is null
                                 order by c.author, c.id desc) last
                         order by id desc limit :most
                        """)
                .param("query", asked.query())
                .param("looked", LOOKED_AT)
                .param("most", most)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** What was written in a space, the newest first; for whoever is inside. */
    List<Written> in(SpaceId space, UUID before, int most) {
        return jdbc.sql(
                        """
                        select id, message from community.contribution
                         where space = :space and id < :before
                           and hidden_at is null and deleted_at is null
                         order by id desc limit :most
                        """)
                .param("space", space.value())
                .param("before", before)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Written(
                                        row.getObject("id", UUID.class),
                                        new MessageId(row.getObject("message", UUID.class))))
                .list();
    }

    /** A contribution and its words. */
    record Written(UUID id, MessageId message) {}

    /** Who wrote these under the name of their account. */
    List<Writer> writers(List<UUID> ids) {
        return jdbc.sql(
                        """
                        select id, message, author from community.contribution
                         where id = any(?) and author is not null order by id desc
                        """)
                .param(ids.toArray(UUID[]::new))
                .query(
                        (row, _) ->
                                new Writer(
                                        new MessageId(row.getObject("message", UUID.class)),
                                        new AccountId(row.getObject("author", UUID.class))))
                .list();
    }

    /** Somebody who wrote something. */
    record Writer(MessageId message, AccountId account) {}
}
