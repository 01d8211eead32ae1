package org.lisolo.server.community.following;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.contributions.Kind;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.people.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is new of what somebody follows, the newest first, before an id: ids are in the order of
 * time. Who follows little is asked for source by source, each by its index. Who follows much finds
 * something in any stretch of what was written last, so that stretch is read and held against all
 * that they follow at once; what it costs does not grow with the number.
 */
@Repository
class TimelineStore {
    /** Up to here each source is looked up by itself. */
    static final int FEW = 100;

    /** So many contributions are read in one stretch. */
    static final int STRETCH = 2_000;

    private static final String SEEN =
            """
            c.hidden_at is null and c.deleted_at is null
            and (not c.closed or c.space = any(:inside))
            and (c.author is null or c.author <> all(:apart))
            """;

    private static final String BY_SOURCE =
            """
            select distinct x.id
              from community.follow f
             cross join lateral (
                   (select c.id from community.contribution c
                     where f.kind = 'SPACE' and c.space = f.target and c.id < :before and SEEN
                     order by c.id desc limit :most)
                   union all
                   (select c.id from community.contribution c
                     where f.kind = 'DISCUSSION' and c.discussion = f.target and c.id < :before
                       and SEEN
                     order by c.id desc limit :most)
                   union all
                   (select c.id from community.contribution c
                     where f.kind = 'PERSON' and c.author = f.target and c.id < :before and SEEN
                     order by c.id desc limit :most)
                   union all
                   (select c.id from community.tag t
                      join community.contribution c on c.id = t.contribution
                     where f.kind = 'TAG' and t.tag = f.tag and t.contribution < :before and SEEN
                     order by t.contribution desc limit :most)) x
             where f.account = :account
             order by x.id desc limit :most
            """
                    .replace("SEEN", SEEN);

    /** The tags of a stretch are read at once, too. */
    private static final String BY_STRETCH =
            """
            select c.id
              from (select * from community.contribution
                     where id < :before order by id desc limit :stretch) c
             where SEEN
               and (c.space in (select target from community.follow
                                 where account = :account and kind = 'SPACE')
                    or c.discussion in (select target from community.follow
                                         where account = :account and kind = 'DISCUSSION')
                    or c.author in (select target from community.follow
                                     where account = :account and kind = 'PERSON')
                    or c.id in (select contribution from community.tag
                                 where contribution < :before and contribution >= LAST
                                   and tag in (select tag from community.follow
                                                where account = :account and kind = 'TAG')))
             order by c.id desc limit :most
            """
                    .replace("SEEN", SEEN)
                    .replace(
                            "LAST",
                            """
                            coalesce((select id from community.contribution where id < :before
                                       order by id desc offset :stretch - 1 limit 1),
                                     '00000000-0000-0000-0000-000000000000')\
                            """);

    private final JdbcClient jdbc;

    TimelineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> bySource(Reader reader, AccountId who, UUID before, int most) {
        return query(BY_SOURCE, reader, who, before, most)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    List<UUID> byStretch(Reader reader, AccountId who, UUID before, int most) {
        return query(BY_STRETCH, reader, who, before, most)
                .param("stretch", STRETCH)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The last contribution of a stretch; none if there are no more before. */
    Optional<UUID> endOfStretch(UUID before) {
        return jdbc.sql(
                        """
                        select id from community.contribution where id < :before
                         order by id desc offset :stretch limit 1
                        """)
                .param("before", before)
                .param("stretch", STRETCH - 1)
                .query(UUID.class)
                .optional();
    }

    /**
     * Those of these that somebody follows for the sake of their authors alone, and of neither the
     * space, the discussion nor a tag.
     */
    Map<ContributionId, AccountId> forAuthors(List<UUID> ids, AccountId who) {
        Map<ContributionId, AccountId> authors = new HashMap<>();
        jdbc.sql(
                        """
                        select c.id, c.author from community.contribution c
                         where c.id = any(:ids) and c.author is not null
                           and not exists (
                               select from community.follow f
                                where f.account = :who and f.kind = 'SPACE' and f.target = c.space)
                           and not exists (
                               select from community.follow f
                                where f.account = :who and f.kind = 'DISCUSSION'
                                  and f.target = c.discussion)
                           and not exists (
                               select from community.tag t
                                 join community.follow f
                                   on f.account = :who and f.kind = 'TAG' and f.tag = t.tag
                                where t.contribution = c.id)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("who", who.value())
                .query(
                        row -> {
                            authors.put(
                                    new ContributionId(row.getObject("id", UUID.class)),
                                    new AccountId(row.getObject("author", UUID.class)));
                        });
        return authors;
    }

    /** What somebody wrote by name, as far as the reader may see it, the newest first. */
    List<UUID> by(AccountId person, Reader reader, UUID before, int most) {
        return jdbc.sql(
                        """
                        select c.id from community.contribution c
                         where c.author = :person and c.id < :before and SEEN
                         order by c.id desc limit :most
                        """
                                .replace("SEEN", SEEN))
                .param("person", person.value())
                .param("before", before)
                .param("inside", reader.insideIds())
                .param("apart", reader.apartIds())
                .param("most", most)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** What bears a hashtag, as far as the reader may see it, the newest first. */
    List<UUID> tagged(String tag, Reader reader, UUID before, int most) {
        return jdbc.sql(
                        """
                        select c.id from community.tag t
                          join community.contribution c on c.id = t.contribution
                         where t.tag = :tag and t.contribution < :before and SEEN
                         order by t.contribution desc limit :most
                        """
                                .replace("SEEN", SEEN))
                .param("tag", tag)
                .param("before", before)
                .param("inside", reader.insideIds())
                .param("apart", reader.apartIds())
                .param("most", most)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private JdbcClient.StatementSpec query(
            String sql, Reader reader, AccountId who, UUID before, int most) {
        return jdbc.sql(sql)
                .param("inside", reader.insideIds())
                .param("apart", reader.apartIds())
                .param("account", who.value())
                .param("before", before)
                .param("most", most);
    }

    /**
     * Where something stands.
     *
     * @param opening the message that opens its discussion
     */
    record Stands(
            ContributionId id,
            MessageId message,
            SpaceId space,
            ContributionId discussion,
            Kind kind,
            MessageId opening,
            Instant at) {}

    List<Stands> stand(List<UUID> ids, Reader reader) {
        return jdbc.sql(
                        """
                        select c.id, c.message, c.space, c.discussion, c.at, d.kind,
                               o.message as opening
                          from community.contribution c
                          join community.discussion d on d.id = c.discussion
                          join community.contribution o on o.id = c.discussion
                         where c.id = any(:ids) and d.gone_at is null
                           and (not c.closed or c.space = any(:inside))
                           and (c.author is null or c.author <> all(:apart))
                           and (o.author is null or o.author <> all(:apart))
                         order by c.id desc
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("inside", reader.insideIds())
                .param("apart", reader.apartIds())
                .query(
                        (row, _) ->
                                new Stands(
                                        new ContributionId(row.getObject("id", UUID.class)),
                                        new MessageId(row.getObject("message", UUID.class)),
                                        new SpaceId(row.getObject("space", UUID.class)),
                                        new ContributionId(row.getObject("discussion", UUID.class)),
                                        Kind.valueOf(row.getString("kind")),
                                        new MessageId(row.getObject("opening", UUID.class)),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
