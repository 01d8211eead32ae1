package org.lisolo.server.community.moderation;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SealedWords;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.aliases.Alias;
import org.lisolo.server.community.contributions.Draft;
import org.lisolo.server.community.contributions.Extra;
import org.lisolo.server.community.contributions.Kind;
import org.lisolo.server.community.contributions.SaidPicture;
import org.lisolo.server.community.contributions.Words;
import org.lisolo.server.message.Author;
import org.lisolo.server.message.AwaitsBlobs;
import org.lisolo.server.message.ContentHash;
import org.lisolo.server.message.Erasure;
import org.lisolo.server.message.Forgets;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.people.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What waits before it is shown; the words sealed. */
@Repository
class HeldStore implements Forgets, AwaitsBlobs {
    private static final JsonMapper JSON = new JsonMapper();

    /** The same form once more. */
    private static final String ONCE = "on conflict (id) do nothing";

    /** One change waits at most; it bears its own id, so that nobody decides unseen on another. */
    private static final String INSTEAD =
            """
            on conflict (changes) where refused_at is null do update
               set id = excluded.id, author = excluded.author, alias = excluded.alias,
                   why = excluded.why, filter = excluded.filter, words = excluded.words,
                   pictures = excluded.pictures, at = excluded.at
            """;

    private static final String HELD =
            """
            select id, space, author, changes, version, why, filter, words, at, refused_at
              from community.held
            """;

    /**
     * A draft as it is sealed: all but whose it is.
     *
     * @param kind of what opens a discussion
     * @param to what an answer answers; none for what came of a case
     * @param edits the contribution whose words it would change
     */
    record Kept(
            @Nullable String kind,
            @Nullable UUID discussion,
            @Nullable UUID to,
            @Nullable UUID edits,
            String title,
            String text,
            String language,
            @Nullable String warning,
            @Nullable String told,
            @Nullable List<SaidPicture> pictures,
            String author,
            String shown) {}

    private final JdbcClient jdbc;
    private final SealedWords words;

    HeldStore(JdbcClient jdbc, SealedWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /** Nothing happens where it waits already; what changes something takes the other's place. */
    void add(SpaceId space, Draft draft, Held.Why why, Optional<String> filter, Instant at) {
        UUID id = draft.id().value();
        jdbc.sql(
                        """
                        insert into community.held
                            (id, space, author, alias, changes, why, filter, words, pictures, at)
                        values (:id, :space, :author, :alias, :changes, :why, :filter, :words,
                                :pictures, :at)
                        """
                                + (draft.changes(space).isPresent() ? INSTEAD : ONCE))
                .param("id", id)
                .param("space", space.value())
                .param("author", draft.account().map(AccountId::value).orElse(null), Types.OTHER)
                .param("alias", Alias.of(draft.author().networkId()).orElse(null), Types.OTHER)
                .param(
                        "changes",
                        draft.changes(space).map(MessageId::value).orElse(null),
                        Types.OTHER)
                .param("why", why.name())
                .param("filter", filter.orElse(null), Types.VARCHAR)
                .param("words", words.seal(json(draft), "held", "words", id))
                .param("pictures", pictures(draft))
                .param("at", Timestamp.from(at))
                .update();
    }

    private static String[] pictures(Draft draft) {
        return draft.extra().pictures().stream()
                .map(one -> one.hash().hex())
                .toArray(String[]::new);
    }

    /** Whether it waited, and now does as this. */
    boolean replaced(Draft draft) {
        UUID id = draft.id().value();
        return jdbc.sql(
                                """
                                update community.held
                                   set words = :words, pictures = :pictures, version = version + 1
                                 where id = :id and refused_at is null
                                """)
                        .param("words", words.seal(json(draft), "held", "words", id))
                        .param("pictures", pictures(draft))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Those of words that were refused, too, for as long as they may be let through after all. */
    @Override
    public List<ContentHash> awaited() {
        return jdbc.sql("select distinct unnest(pictures) from community.held")
                .query((row, _) -> new ContentHash(row.getString(1)))
                .list();
    }

    private static String json(Draft draft) {
        return JSON.writeValueAsString(
                switch (draft.becomes()) {
                    case Draft.Opening(Kind kind) -> kept(draft, kind.name(), null, null, null);
                    case Draft.Answer(ContributionId in, ContributionId to) ->
                            kept(draft, null, in.value(), to.value(), null);
                    case Draft.Summary(ContributionId of) ->
                            kept(draft, null, of.value(), null, null);
                    case Draft.Edit edit -> kept(draft, null, null, null, edit.of().value());
                });
    }

    private static Kept kept(
            Draft draft,
            @Nullable String kind,
            @Nullable UUID discussion,
            @Nullable UUID to,
            @Nullable UUID edits) {
        return new Kept(
                kind,
                discussion,
                to,
                edits,
                draft.words().title(),
                draft.words().text(),
                draft.words().language(),
                draft.words().warning(),
                draft.extra().told(),
                draft.extra().pictures(),
                draft.author().networkId(),
                draft.author().shown());
    }

    private static Draft.Becomes becomes(Kept kept, @Nullable UUID changes) {
        if (kept.kind() != null) {
            return new Draft.Opening(Kind.valueOf(kept.kind()));
        }
        if (kept.edits() != null && changes != null) {
            return new Draft.Edit(new ContributionId(kept.edits()), new MessageId(changes));
        }
        var discussion = new ContributionId(Objects.requireNonNull(kept.discussion()));
        return kept.to() == null
                ? new Draft.Summary(discussion)
                : new Draft.Answer(discussion, new ContributionId(kept.to()));
    }

    Optional<Held> find(ContributionId id) {
        return jdbc.sql(HELD + " where id = ?").param(id.value()).query(this::held).optional();
    }

    /** Until the end of the transaction nobody else changes it. */
    Optional<Held> lock(ContributionId id) {
        return jdbc.sql(HELD + " where id = ? for update")
                .param(id.value())
                .query(this::held)
                .optional();
    }

    List<Held> waiting(Collection<SpaceId> spaces, int most) {
        return jdbc.sql(
                        HELD
                                + """
                                 where space = any(:spaces) and refused_at is null
                                 order by at limit :most
                                """)
                .param("spaces", spaces.stream().map(SpaceId::value).toArray(UUID[]::new))
                .param("most", most)
                .query(this::held)
                .list();
    }

    /** The aliases under which words wait in a space, and in which discussion each is known. */
    Map<UUID, ContributionId> aliases(SpaceId space) {
        Map<UUID, ContributionId> found = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct a.id, a.discussion
                          from community.held h join community.alias a on a.id = h.alias
                         where h.space = ?
                        """)
                .param(space.value())
                .query(
                        row -> {
                            found.put(
                                    row.getObject("id", UUID.class),
                                    new ContributionId(row.getObject("discussion", UUID.class)));
                        });
        return found;
    }

    /** What waits, or was refused, in a space of somebody's and under these aliases. */
    List<Held> of(SpaceId space, AccountId author, Collection<UUID> aliases) {
        return jdbc.sql(
                        HELD
                                + """
                                 where space = :space
                                   and (author = :author or alias = any(:aliases)) order by at
                                """)
                .param("space", space.value())
                .param("author", author.value())
                .param("aliases", aliases.toArray(UUID[]::new))
                .query(this::held)
                .list();
    }

    List<Held> of(AccountId author) {
        return jdbc.sql(HELD + " where author = ? and refused_at is null order by at")
                .param(author.value())
                .query(this::held)
                .list();
    }

    /** Whether it was there, refused or not. */
    boolean remove(ContributionId id) {
        return jdbc.sql("delete from community.held where id = ?").param(id.value()).update() == 1;
    }

    /** Whether it waited. */
    boolean tookBack(ContributionId id) {
        return jdbc.sql("delete from community.held where id = ? and refused_at is null")
                        .param(id.value())
                        .update()
                == 1;
    }

    /** What waits to change this is of no matter any more. */
    void tookBack(MessageId message) {
        jdbc.sql("delete from community.held where changes = ? and refused_at is null")
                .param(message.value())
                .update();
    }

    /** Nor is there anything to change where words were erased. */
    @Override
    public void forget(Erasure erasure) {
        jdbc.sql("delete from community.held where changes = any(?)")
                .param(erasure.messages().stream().map(MessageId::value).toArray(UUID[]::new))
                .update();
    }

    void refuse(ContributionId id, Instant at) {
        jdbc.sql("update community.held set refused_at = ? where id = ?")
                .params(Timestamp.from(at), id.value())
                .update();
    }

    /** What was refused before, but for what an open appeal is about. */
    void removeRefusedBefore(Instant time) {
        jdbc.sql(
                        """
                        delete from community.held h
                         where h.refused_at < ?
                           and not exists (
                               select from community.decision d
                                 join community.appeal a on a.decision = d.id
                                where d.contribution = h.id and a.decided_at is null)
                        """)
                .param(Timestamp.from(time))
                .update();
    }

    /** How much of this person's is shown in a space. */
    int shown(AccountId author, SpaceId space) {
        return jdbc.sql(
                        """
                        select count(*) from (
                            select from community.contribution
                             where author = ? and space = ? and hidden_at is null
                             limit 10) few
                        """)
                .params(author.value(), space.value())
                .query(Integer.class)
                .single();
    }

    /** When this person wrote in a space last. */
    Optional<Instant> last(AccountId author, SpaceId space) {
        return jdbc.sql(
                        """
                        select max(at) as at from (
                            select at from community.contribution where author = :a and space = :s
                            union all
                            select at from community.held
                             where author = :a and space = :s and changes is null) written
                        """)
                .param("a", author.value())
                .param("s", space.value())
                .query(
                        (row, _) ->
                                Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant))
                .single();
    }

    private Held held(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Kept kept =
                JSON.readValue(words.open(row.getBytes("words"), "held", "words", id), Kept.class);
        UUID author = row.getObject("author", UUID.class);
        OffsetDateTime refused = row.getObject("refused_at", OffsetDateTime.class);
        return new Held(
                new SpaceId(row.getObject("space", UUID.class)),
                new Draft(
                        new ContributionId(id),
                        becomes(kept, row.getObject("changes", UUID.class)),
                        new Words(
                                kept.title(),
                                kept.text(),
                                kept.language(),
                                Objects.requireNonNullElse(kept.warning(), "")),
                        new Author(kept.author(), null, kept.shown()),
                        Optional.ofNullable(author).map(AccountId::new),
                        new Extra(
                                Objects.requireNonNullElse(kept.pictures(), List.of()),
                                Objects.requireNonNullElse(kept.told(), ""))),
                row.getInt("version"),
                Held.Why.valueOf(row.getString("why")),
                Optional.ofNullable(row.getString("filter")),
                ReportStore.instant(row, "at"),
                Optional.ofNullable(refused).map(OffsetDateTime::toInstant));
    }
}
