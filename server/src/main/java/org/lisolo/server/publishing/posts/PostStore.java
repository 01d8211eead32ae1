package org.lisolo.server.publishing.posts;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Role;
import org.lisolo.server.publishing.PieceId;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.Topic;
import org.lisolo.server.publishing.library.Variant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Posts at rest. */
@Repository
class PostStore {
    private static final String POSTS =
            """
            select p.*, v.language, v.topic, v.title, v.text, v.brief, v.sources, v.considered,
                   v.changed_by, v.version as shown_version,
            """
                    + TargetStore.CHOSEN
                    + """
                      from publishing.post p
                      join publishing.post_version v on v.post = p.id
                    """;
    static final String STANDING = POSTS + " and v.version = p.version ";

    private final JdbcClient jdbc;
    private final TargetStore targets;
    private final UsedReleaseStore releases;
    private final PostPictureStore pictures;

    PostStore(
            JdbcClient jdbc,
            TargetStore targets,
            UsedReleaseStore releases,
            PostPictureStore pictures) {
        this.jdbc = jdbc;
        this.targets = targets;
        this.releases = releases;
        this.pictures = pictures;
    }

    void add(Post post) {
        jdbc.sql(
                        """
                        insert into publishing.post (id, organisation, author, piece,
                               piece_version, piece_variant, version, state, made_at, changed_at)
                        values (:id, :organisation, :author, :piece, :pieceVersion, :variant,
                               :version, :state, :at, :at)
                        """)
                .param("id", post.id().value())
                .param("organisation", post.organisation().value())
                .param("author", post.author().value())
                .param(
                        "piece",
                        post.from().map(f -> f.piece().value()).orElse(null),
                        java.sql.Types.OTHER)
                .param(
                        "pieceVersion",
                        post.from().map(Post.From::version).orElse(null),
                        java.sql.Types.INTEGER)
                .param(
                        "variant",
                        post.from().map(f -> f.variant().name()).orElse(null),
                        java.sql.Types.VARCHAR)
                .param("version", post.version())
                .param("state", post.state().name())
                .param("at", utc(post.changed()))
                .update();
        insert(post.id(), post.version(), post.content(), post.writer(), post.changed());
    }

    private void insert(PostId id, int version, PostContent content, AccountId by, Instant at) {
        jdbc.sql(
                        """
                        insert into publishing.post_version (post, version, language, topic, title,
                               text, brief, sources, considered, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id.value(),
                        version,
                        content.language(),
                        content.topic().name(),
                        content.title(),
                        content.text(),
                        content.brief(),
                        content.sources(),
                        content.considered(),
                        by.value(),
                        utc(at))
                .update();
        targets.replace(id, version, content.targets());
    }

    /** Whether the edition seen was still the newest of an open version; then this stands there. */
    boolean save(PostId id, int edition, PostContent content, AccountId by, Instant at) {
        Optional<Integer> version =
                jdbc.sql(
                                """
                                update publishing.post
                                   set edition = edition + 1, changed_at = :at
                                 where id = :id and edition = :edition and state = 'DRAFT'
                                returning version
                                """)
                        .param("id", id.value())
                        .param("edition", edition)
                        .param("at", utc(at))
                        .query(Integer.class)
                        .optional();
        version.ifPresent(open -> overwrite(id, open, content, by, at));
        return version.isPresent();
    }

    private void overwrite(PostId id, int version, PostContent content, AccountId by, Instant at) {
        jdbc.sql("delete from publishing.post_version where post = ? and version = ?")
                .params(id.value(), version)
                .update();
        insert(id, version, content, by, at);
    }

    /** The next version, open, which says what this one says. */
    void open(Post post, AccountId by, Instant at) {
        insert(post.id(), post.version() + 1, post.content().unconsidered(), by, at);
        releases.carry(post.id(), post.version());
        pictures.carry(post.id(), post.version());
        jdbc.sql(
                        """
                        update publishing.post
                           set version = version + 1, edition = edition + 1, state = 'DRAFT',
                               needs = '{}', approved_at = null, changed_at = :at
                         where id = :id
                        """)
                .param("id", post.id().value())
                .param("at", utc(at))
                .update();
    }

    void turn(PostId id, PostState state, Instant at) {
        jdbc.sql("update publishing.post set state = ?, changed_at = ? where id = ?")
                .params(state.name(), utc(at), id.value())
                .update();
    }

    void ask(PostId id, List<Role> needs, Instant at) {
        jdbc.sql(
                        """
                        update publishing.post set state = 'ASKED', needs = :needs, changed_at = :at
                         where id = :id
                        """)
                .param("id", id.value())
                .param("needs", needs.stream().map(Role::name).toArray(String[]::new))
                .param("at", utc(at))
                .update();
    }

    void approve(PostId id, Instant at) {
        jdbc.sql(
                        """
                        update publishing.post
                           set state = 'APPROVED', approved_at = :at, changed_at = :at
                         where id = :id
                        """)
                .param("id", id.value())
                .param("at", utc(at))
                .update();
    }

    void want(PostId id, Optional<Instant> when) {
        jdbc.sql("update publishing.post set wanted_at = :when where id = :id")
                .param("id", id.value())
                .param("when", when.map(PostStore::utc).orElse(null), java.sql.Types.OTHER)
                .update();
    }

    void publish(Post post, Instant at) {
        jdbc.sql(
                        """
                        update publishing.post
                           set state = 'SENT', published_version = :version, changed_at = :at,
                               published_at = coalesce(published_at, :at)
                         where id = :id
                        """)
                .param("id", post.id().value())
                .param("version", post.version())
                .param("at", utc(at))
                .update();
    }

    void takeDown(PostId id, Instant at) {
        jdbc.sql(
                        """
                        update publishing.post
                           set state = 'TAKEN_DOWN', published_version = null, changed_at = :at
                         where id = :id
                        """)
                .param("id", id.value())
                .param("at", utc(at))
                .update();
    }

    Optional<Post> find(OrganisationId organisation, PostId id) {
        return jdbc.sql(STANDING + " where p.id = :id and p.organisation = :organisation")
                .param("id", id.value())
                .param("organisation", organisation.value())
                .query((row, _) -> post(row))
                .optional();
    }

    /** The same, and nobody else does anything with it before the transaction ends. */
    Optional<Post> lock(OrganisationId organisation, PostId id) {
        jdbc.sql("select 1 from publishing.post where id = ? and organisation = ? for update")
                .params(id.value(), organisation.value())
                .query(Integer.class)
                .optional();
        return find(organisation, id);
    }

    /** As one version of it says. */
    Optional<Post> version(OrganisationId organisation, PostId id, int version) {
        return jdbc.sql(
                        POSTS
                                + " and v.version = :version where p.id = :id"
                                + " and p.organisation = :organisation")
                .param("id", id.value())
                .param("organisation", organisation.value())
                .param("version", version)
                .query((row, _) -> post(row))
                .optional();
    }

    List<Post> list(OrganisationId organisation, PostState state, int from, int most) {
        return jdbc.sql(
                        STANDING
                                + """
                                 where p.organisation = :organisation and p.state = :state
                                   and (p.state = 'ASKED' or not exists (
                                       select from publishing.reply r where r.post = p.id))
                                 order by p.changed_at desc, p.id desc offset :from limit :most
                                """)
                .param("organisation", organisation.value())
                .param("state", state.name())
                .param("from", from)
                .param("most", most)
                .query((row, _) -> post(row))
                .list();
    }

    Map<PostState, Long> counts(OrganisationId organisation) {
        Map<PostState, Long> counts = new EnumMap<>(PostState.class);
        jdbc.sql(
                        """
                        select state, count(*) n from publishing.post p where organisation = ?
                           and (state = 'ASKED' or not exists (
                               select from publishing.reply r where r.post = p.id))
                         group by state
                        """)
                .param(organisation.value())
                .query(
                        (row, _) ->
                                counts.put(
                                        PostState.valueOf(row.getString("state")),
                                        row.getLong("n")))
                .list();
        return counts;
    }

    /** What is planned for a time or was said in it, in its order. */
    List<Post> between(OrganisationId organisation, Instant from, Instant to, int most) {
        return jdbc.sql(
                        STANDING
                                + """
                                 where p.organisation = :organisation
                                   and not exists (
                                       select from publishing.reply r where r.post = p.id)
                                   and (p.state in ('DRAFT', 'ASKED', 'APPROVED')
                                        and p.wanted_at >= :from and p.wanted_at < :to
                                        or p.state = 'SENT'
                                        and p.published_at >= :from and p.published_at < :to)
                                 order by case when p.state = 'SENT' then p.published_at
                                               else p.wanted_at end, p.id
                                 limit :most
                                """)
                .param("organisation", organisation.value())
                .param("from", utc(from))
                .param("to", utc(to))
                .param("most", most)
                .query((row, _) -> post(row))
                .list();
    }

    /** Those that were begun from a piece, the last begun first. */
    List<Post> begunFrom(OrganisationId organisation, PieceId piece, int most) {
        return jdbc.sql(
                        STANDING
                                + """
                                 where p.organisation = :organisation and p.piece = :piece
                                 order by p.made_at desc, p.id desc limit :most
                                """)
                .param("organisation", organisation.value())
                .param("piece", piece.value())
                .param("most", most)
                .query((row, _) -> post(row))
                .list();
    }

    /** How often a piece was begun from, and when last. */
    Map.Entry<Long, Optional<Instant>> uses(PieceId piece) {
        return jdbc.sql("select count(*) n, max(made_at) last from publishing.post where piece = ?")
                .param(piece.value())
                .query(
                        (row, _) ->
                                Map.entry(
                                        row.getLong("n"),
                                        Optional.ofNullable(
                                                        row.getObject("last", OffsetDateTime.class))
                                                .map(OffsetDateTime::toInstant)))
                .single();
    }

    /** No version of it says anything any more. */
    void forget(UUID post) {
        jdbc.sql(
                        """
                        update publishing.post_version
                           set title = '', text = '', brief = '', sources = '' where post = ?
                        """)
                .param(post)
                .update();
        targets.forget(post);
        pictures.forget(post);
    }

    static Post post(ResultSet row) throws SQLException {
        return new Post(
                new PostId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                new AccountId(row.getObject("author", UUID.class)),
                from(row),
                row.getInt("shown_version"),
                row.getInt("edition"),
                PostState.valueOf(row.getString("state")),
                content(row),
                new AccountId(row.getObject("changed_by", UUID.class)),
                instant(row, "changed_at").orElseThrow(),
                Arrays.stream(texts(row, "needs")).map(Role::valueOf).toList(),
                instant(row, "approved_at"),
                instant(row, "wanted_at"),
                published(row));
    }

    private static Optional<Post.From> from(ResultSet row) throws SQLException {
        @Nullable UUID piece = row.getObject("piece", UUID.class);
        return piece == null
                ? Optional.empty()
                : Optional.of(
                        new Post.From(
                                new PieceId(piece),
                                row.getInt("piece_version"),
                                Variant.valueOf(row.getString("piece_variant"))));
    }

    private static Optional<Post.Published> published(ResultSet row) throws SQLException {
        int version = row.getInt("published_version");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(
                        new Post.Published(version, instant(row, "published_at").orElseThrow()));
    }

    private static PostContent content(ResultSet row) throws SQLException {
        return new PostContent(
                row.getString("language"),
                Topic.valueOf(row.getString("topic")),
                row.getString("title"),
                row.getString("text"),
                row.getString("brief"),
                row.getString("sources"),
                row.getBoolean("considered"),
                TargetStore.read(texts(row, "channels"), texts(row, "variants")));
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
