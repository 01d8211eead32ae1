package org.lisolo.server.community.search;

import org.lisolo.server.community.SpaceId;
import org.lisolo.server.message.Erasure;
import org.lisolo.server.message.Forgets;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.people.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** By which words public contributions are found: made of the log, and forgotten with it. */
@Repository
class FoundStore implements Forgets {
    /** Of what is in many contributions, some are looked at. */
    static final int LOOKED_AT = 5_000;

    private static final String SEEN =
            """
               and not c.closed and c.hidden_at is null and c.deleted_at is null
               and (cast(:space as uuid) is null or c.space = :space)
            """;

    private final JdbcClient jdbc;

    FoundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As it stands from now on. */
    void take(MessageEvent event) {
        jdbc.sql(
                        """
                        insert into community.found (contribution, words, author)
                        select c.id, strip(to_tsvector('simple', :words)),
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
        return by("words", asked, space, before, most);
    }

    /** What they wrote who are called so. */
    List<UUID> byAuthor(Asked asked, int most) {
        return by("author", asked, Optional.empty(), new UUID(-1, -1), most);
    }

    private List<UUID> by(
            String column, Asked asked, Optional<SpaceId> space, UUID before, int most) {
        return jdbc.sql(
                        """
                        select c.id
                          from (select contribution from community.found
                                 where COLUMN @@ to_tsquery('simple', :query)
                                 limit :looked) f
                          join community.contribution c on c.id = f.contribution
                         where c.id < :before
                        SEEN
                         order by c.id desc limit :most
                        """
                                .replace("COLUMN", column)
                                .replace("SEEN", SEEN))
                .param("query", asked.query())
                .param("looked", LOOKED_AT)
                .param("before", before)
                .param("space", space.map(SpaceId::value).orElse(null), java.sql.Types.OTHER)
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
