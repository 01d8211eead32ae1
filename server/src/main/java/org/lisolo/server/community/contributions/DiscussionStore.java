package org.lisolo.server.community.contributions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.people.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Discussions and what stands in them; whoever asks says for which reader. */
@Repository
public class DiscussionStore {
    private static final String DISCUSSIONS =
            """
            select d.id, d.space, d.kind, d.closed, d.opened_at, d.last_at, d.answers,
                   d.version
              from community.discussion d
             where d.gone_at is null and (not d.closed or d.space = any(:inside))
               and (cardinality(cast(:apart as uuid[])) = 0
                    or not exists (select from community.contribution o
                                    where o.id = d.id and o.author = any(:apart)))
            """;
    private static final String CONTRIBUTIONS =
            """
            select c.id, c.message, c.space, c.discussion, c.parent, c.author, c.closed, c.at,
                   c.hidden_at
              from community.contribution c
             where (not c.closed or c.space = any(:inside))
               and (c.author is null or c.author <> all(:apart))
            """;

    /**
     * The discussion is locked first: whoever writes and whoever follows the log place the same,
     * and one that had placed it and waited for the discussion would wait for the other for ever.
     */
    private static final String PLACED =
            """
            with locked as (
                select from community.discussion
                 where id = :discussion
                   and not exists (select from community.contribution where id = :id)
                   for update
            ), placed as (
                insert into community.contribution
                    (id, message, space, discussion, parent, author, closed, at)
                select cast(:id as uuid), cast(:message as uuid), cast(:space as uuid),
                       cast(:discussion as uuid), cast(:parent as uuid), cast(:author as uuid),
                       cast(:closed as boolean), cast(:at as timestamptz)
                  from (select count(*) from locked) once
                on conflict do nothing returning id)
            """;

    private static final String OPENED =
            """
            insert into community.discussion (id, space, kind, closed, opened_at, last_at, answers)
            select id, :space, :kind, :closed, cast(:at as timestamptz), cast(:at as timestamptz), 0
              from placed
            on conflict (id) do nothing
            """;
    private static final String ANSWERED =
            """
            update community.discussion
               set answers = answers + 1, last_at = greatest(last_at, :at), version = version + 1
             where id = :discussion and exists (select from placed)
            """;

    private final JdbcClient jdbc;

    DiscussionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Wholly or not at all; nothing happens where it stands already. */
    void place(Place place) {
        Contribution one = place.contribution();
        jdbc.sql(PLACED + place.kind().map(_ -> OPENED).orElse(ANSWERED))
                .param("id", one.id().value())
                .param("message", one.message().value())
                .param("space", one.space().value())
                .param("discussion", one.discussion().value())
                .param("parent", one.parent().map(ContributionId::value).orElse(null), Types.OTHER)
                .param("author", one.author().map(AccountId::value).orElse(null), Types.OTHER)
                .param("closed", one.closed())
                .param("at", Timestamp.from(one.at()))
                .param("kind", place.kind().map(Kind::name).orElse(null), Types.VARCHAR)
                .update();
    }

    /** Its author took it back; of no matter, where it never stood here. */
    void deleted(MessageId message, Instant at) {
        jdbc.sql(
                        """
                        update community.contribution set deleted_at = :at
                         where message = :message and deleted_at is null
                        """)
                .param("message", message.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /**
     * Says, once it is so, that what the page of a discussion shows is not as it was; on the page
     * of a question stand the titles of those that ask it again.
     */
    void changed(Collection<ContributionId> discussions) {
        jdbc.sql(
                        """
                        update community.discussion set version = version + 1
                         where id = any(:ids)
                            or id in (select original from community.duplicate
                                       where discussion = any(:ids))
                            or id in (select discussion from community.duplicate
                                       where original = any(:ids))
                        """)
                .param("ids", discussions.stream().map(ContributionId::value).toArray(UUID[]::new))
                .update();
    }

    /** The discussions in which these stand. */
    List<ContributionId> discussionsOf(Collection<MessageId> messages) {
        return jdbc.sql(
                        "select distinct discussion from community.contribution"
                                + " where message = any(?)")
                .param(messages.stream().map(MessageId::value).toArray(UUID[]::new))
                .query((row, _) -> new ContributionId(row.getObject(1, UUID.class)))
                .list();
    }

    public Optional<Discussion> find(ContributionId id, Reader reader) {
        return jdbc.sql(DISCUSSIONS + " and d.id = :id")
                .param("id", id.value())
                .param("inside", reader.insideIds())
                .param("apart", reader.apartIds())
                .query(DiscussionStore::discussion)
                .optional();
    }

    /** Those in which something was said last, first. */
    public List<Discussion> latest(
            Reader reader, Optional<SpaceId> space, Optional<Kind> kind, int from, int most) {
        return jdbc.sql(
                        DISCUSSIONS
                                + """
                                  and (cast(:space as uuid) is null or d.space = :space)
                                  and (cast(:kind as text) is null or d.kind = :kind)
                                order by d.last_at desc, d.id offset :from limit :most
                                """)
                .param("inside", reader.insideIds())
                .param("apart", reader.apartIds())
                .param("space", space.map(SpaceId::value).orElse(null), Types.OTHER)
                .param("kind", kind.map(Kind::name).orElse(null), Types.VARCHAR)
                .param("from", from)
                .param("most", most)
                .query(DiscussionStore::discussion)
                .list();
    }

    public List<Discussion> pinned(SpaceId space, Reader reader) {
        return jdbc.sql(
                        DISCUSSIONS
                                + """
                                  and d.id in (select discussion from community.pin
                                                where space = :space)
                                  and d.space = :space
                                order by d.id desc
                                """)
                .param("inside", reader.insideIds())
                .param("apart", reader.apartIds())
                .param("space", space.value())
                .query(DiscussionStore::discussion)
                .list();
    }

    /** Of these, those that the reader may see. */
    public List<Discussion> find(Collection<ContributionId> ids, Reader reader) {
        return jdbc.sql(DISCUSSIONS + " and d.id = any(:ids)")
                .param("ids", ids.stream().map(ContributionId::value).toArray(UUID[]::new))
                .param("inside", reader.insideIds())
                .param("apart", reader.apartIds())
                .query(DiscussionStore::discussion)
                .list();
    }

    /**
     * Questions that no verified health professional has answered, the oldest first.
     *
     * @param bears whether it bears one of the tags, or none of them
     */
    public List<Discussion> waiting(
            Reader reader, Collection<String> tags, boolean bears, int from, int most) {
        return jdbc.sql(
                        DISCUSSIONS
                                + """
                                  and d.kind = 'QUESTION'
                                  and exists (
                                      select from community.contribution o
                                       where o.id = d.id and o.deleted_at is null
                                         and o.hidden_at is null)
                                  and not exists (
                                      select from community.professional_answer p
                                        join community.contribution c on c.id = p.contribution
                                       where p.discussion = d.id
                                         and c.deleted_at is null and c.hidden_at is null)
                                  and not exists (
                                      select from community.duplicate u where u.discussion = d.id)
                                  and :bears = exists (
                                      select from community.tag t
                                       where t.contribution = d.id and t.tag = any(:tags))
                                order by d.opened_at, d.id offset :from limit :most
                                """)
                .param("inside", reader.insideIds())
                .param("apart", reader.apartIds())
                .param("tags", tags.toArray(String[]::new))
                .param("bears", bears)
                .param("from", from)
                .param("most", most)
                .query(DiscussionStore::discussion)
                .list();
    }

    /** Questions that were asked before as this one, so far as the reader may see them. */
    public List<Discussion> duplicatesOf(ContributionId original, Reader reader, int most) {
        return jdbc.sql(
                        DISCUSSIONS
                                + """
                                  and exists (
                                      select from community.duplicate u
                                       where u.discussion = d.id and u.original = :original)
                                order by d.opened_at, d.id limit :most
                                """)
                .param("inside", reader.insideIds())
                .param("apart", reader.apartIds())
                .param("original", original.value())
                .param("most", most)
                .query(DiscussionStore::discussion)
                .list();
    }

    /**
     * What stands in a discussion, that which opens it first. The answers to a question stand in
     * the order of what they are worth to readers: the accepted one, then by how many health
     * professionals found them helpful, then how many others; all else in the order in which it was
     * written.
     */
    public List<Contribution> in(Discussion about, Reader reader, int from, int most) {
        return jdbc.sql(inOrder(about.kind()) + " offset :from limit :most")
                .param("inside", reader.insideIds())
                .param("apart", reader.apartIds())
                .param("discussion", about.id().value())
                .param("from", from)
                .param("most", most)
                .query(DiscussionStore::contribution)
                .list();
    }

    /** How many answers stand before one in that order; none, if it is not there. */
    public int before(Discussion about, ContributionId one, Reader reader) {
        return jdbc.sql(
                        "select greatest(at - 2, 0) from (select id, row_number() over () as at"
                                + " from ("
                                + inOrder(about.kind())
                                + ") ordered) numbered where id = :one")
                .param("inside", reader.insideIds())
                .param("apart", reader.apartIds())
                .param("discussion", about.id().value())
                .param("one", one.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private static String inOrder(Kind kind) {
        String worth =
                kind == Kind.QUESTION
                        ? """
                        not exists (select from community.accepted a where a.contribution = c.id),
                        (select row(count(*) filter (where r.professional), count(*))
                           from community.reaction r
                          where r.contribution = c.id and r.kind = 'HELPFUL') desc,
                        """
                        : "";
        return CONTRIBUTIONS
                + " and c.discussion = :discussion order by c.id <> c.discussion, "
                + worth
                + " c.id";
    }

    public Optional<Contribution> contribution(ContributionId id, Reader reader) {
        return jdbc.sql(CONTRIBUTIONS + " and c.id = :id")
                .param("inside", reader.insideIds())
                .param("apart", reader.apartIds())
                .param("id", id.value())
                .query(DiscussionStore::contribution)
                .optional();
    }

    Optional<Contribution> contribution(ContributionId id) {
        return jdbc.sql(
                        """
                        select id, message, space, discussion, parent, author, closed, at, hidden_at
                          from community.contribution where id = ?
                        """)
                .param(id.value())
                .query(DiscussionStore::contribution)
                .optional();
    }

    String path(ContributionId discussion) {
        return jdbc.sql("select kind from community.discussion where id = ?")
                .param(discussion.value())
                .query((row, _) -> Kind.valueOf(row.getString(1)).path(discussion))
                .single();
    }

    boolean isClosed(ContributionId discussion) {
        return jdbc.sql("select closed from community.discussion where id = ?")
                .param(discussion.value())
                .query(Boolean.class)
                .single();
    }

    void hide(Contribution one, Instant at) {
        jdbc.sql("update community.contribution set hidden_at = ? where id = ?")
                .params(Timestamp.from(at), one.id().value())
                .update();
        changed(List.of(one.discussion()));
    }

    void show(Contribution one) {
        jdbc.sql("update community.contribution set hidden_at = null where id = ?")
                .param(one.id().value())
                .update();
        changed(List.of(one.discussion()));
    }

    private static Discussion discussion(ResultSet row, int number) throws SQLException {
        return new Discussion(
                new ContributionId(row.getObject("id", UUID.class)),
                new SpaceId(row.getObject("space", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getBoolean("closed"),
                instant(row, "opened_at"),
                instant(row, "last_at"),
                row.getInt("answers"),
                row.getLong("version"));
    }

    private static Contribution contribution(ResultSet row, int number) throws SQLException {
        return new Contribution(
                new ContributionId(row.getObject("id", UUID.class)),
                new MessageId(row.getObject("message", UUID.class)),
                new SpaceId(row.getObject("space", UUID.class)),
                new ContributionId(row.getObject("discussion", UUID.class)),
                Optional.ofNullable(row.getObject("parent", UUID.class)).map(ContributionId::new),
                Optional.ofNullable(row.getObject("author", UUID.class)).map(AccountId::new),
                row.getBoolean("closed"),
                instant(row, "at"),
                row.getObject("hidden_at") != null);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
