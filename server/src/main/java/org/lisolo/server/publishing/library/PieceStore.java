package org.lisolo.server.publishing.library;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Vocation;
import org.lisolo.server.publishing.PieceId;
import org.lisolo.server.publishing.Topic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Pieces at rest: every version is kept, the newest stands. */
@Repository
class PieceStore {
    private static final String PIECES =
            """
            select p.id, p.organisation, p.shipped, p.owner, p.retired_at,
                   v.version, v.topic, v.tags, v.sources, v.changed_at,
                   f.title f_title, f.text f_text, f.brief f_brief, f.simple f_simple,
                   e.title e_title, e.text e_text, e.brief e_brief, e.simple e_simple,
                   r.signed_at, r.signed_by, r.profession, r.verified_by, r.valid_until
              from publishing.piece p
              join publishing.piece_version v on v.piece = p.id
              left join publishing.piece_wording f
                on f.piece = v.piece and f.version = v.version and f.language = 'fr'
              left join publishing.piece_wording e
                on e.piece = v.piece and e.version = v.version and e.language = 'en'
              left join lateral (
                   select * from publishing.piece_review one
                    where one.piece = v.piece and one.version = v.version
                    order by one.signed_at desc limit 1) r on true
             where p.organisation = :organisation
            """;

    private static final String STATE =
            """
            case when p.retired_at is not null then 'RETIRED'
                 when r.valid_until is null then 'NOT_REVIEWED'
                 when r.valid_until <= :now then 'EXPIRED'
                 else 'REVIEWED' end
            """;

    private static final String TAGGED =
            """
             and exists (select from unnest(string_to_array(v.tags, ',')) t(tag)
                          where lower(trim(t.tag)) = lower(:tag))
            """;

    private final JdbcClient jdbc;

    PieceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Piece> find(OrganisationId organisation, PieceId id) {
        return jdbc.sql(PIECES + " and p.id = :id and v.version = p.version")
                .param("organisation", organisation.value())
                .param("id", id.value())
                .query((row, _) -> piece(row))
                .optional();
    }

    /** All versions, the newest first. */
    List<Piece> versions(OrganisationId organisation, PieceId id) {
        return jdbc.sql(PIECES + " and p.id = :id order by v.version desc")
                .param("organisation", organisation.value())
                .param("id", id.value())
                .query((row, _) -> piece(row))
                .list();
    }

    List<Piece> list(OrganisationId organisation, LibraryFilter filter, Instant now, int most) {
        StringBuilder sql = new StringBuilder(PIECES).append(" and v.version = p.version");
        filter.topic().ifPresent(_ -> sql.append(" and v.topic = :topic"));
        sql.append(" and (").append(STATE).append(") ");
        sql.append(filter.state().isPresent() ? "= :state" : "<> 'RETIRED'");
        filter.variant().ifPresent(variant -> sql.append(having(variant)));
        if (!filter.tag().isEmpty()) {
            sql.append(TAGGED);
        }
        List<String> words = filter.words();
        for (int i = 0; i < words.size(); i++) {
            sql.append(" and position(:word").append(i).append(" in v.searched) > 0");
        }
        sql.append(" order by v.topic, v.name, p.id offset :from limit :most");
        var query =
                jdbc.sql(sql.toString())
                        .param("organisation", organisation.value())
                        .param("now", utc(now))
                        .param("from", filter.from())
                        .param("most", most);
        if (filter.topic().isPresent()) {
            query = query.param("topic", filter.topic().get().name());
        }
        if (filter.state().isPresent()) {
            query = query.param("state", filter.state().get().name());
        }
        if (!filter.tag().isEmpty()) {
            query = query.param("tag", filter.tag());
        }
        for (int i = 0; i < words.size(); i++) {
            query = query.param("word" + i, words.get(i));
        }
        return query.query((row, _) -> piece(row)).list();
    }

    private static String having(Variant variant) {
        String column = variant.key();
        return " and (f." + column + " <> '' or e." + column + " <> '')";
    }

    /** All tags of an organisation's pieces in use, each once. */
    List<String> tags(OrganisationId organisation) {
        return jdbc.sql(
                        """
                        select distinct lower(trim(t.tag)) tag
                          from publishing.piece p
                          join publishing.piece_version v
                            on v.piece = p.id and v.version = p.version
                         cross join lateral unnest(string_to_array(v.tags, ',')) t(tag)
                         where p.organisation = ? and p.retired_at is null and trim(t.tag) <> ''
                         order by 1
                        """)
                .param(organisation.value())
                .query((row, _) -> row.getString("tag"))
                .list();
    }

    Map<PieceState, Long> counts(OrganisationId organisation, Instant now) {
        Map<PieceState, Long> counts = new EnumMap<>(PieceState.class);
        jdbc.sql(
                        "select state, count(*) n from (select "
                                + STATE
                                + """
                                   as state
                                  from publishing.piece p
                                  left join lateral (
                                       select valid_until from publishing.piece_review one
                                        where one.piece = p.id and one.version = p.version
                                        order by one.signed_at desc limit 1) r on true
                                 where p.organisation = :organisation) s group by state
                                """)
                .param("organisation", organisation.value())
                .param("now", utc(now))
                .query(
                        (row, _) ->
                                counts.put(
                                        PieceState.valueOf(row.getString("state")),
                                        row.getLong("n")))
                .list();
        return counts;
    }

    /** The names under which shipped pieces were taken in. */
    Set<String> shipped(OrganisationId organisation) {
        List<String> names =
                jdbc.sql(
                                """
                                select shipped from publishing.piece
                                 where organisation = ? and shipped is not null
                                """)
                        .param(organisation.value())
                        .query((row, _) -> row.getString(1))
                        .list();
        return Set.copyOf(names);
    }

    /** Whether it was not there yet; a shipped piece is taken in once. */
    boolean add(
            OrganisationId organisation,
            PieceId id,
            Optional<String> shipped,
            Optional<AccountId> owner) {
        return jdbc.sql(
                                """
                                insert into publishing.piece
                                       (id, organisation, shipped, owner, version)
                                values (:id, :organisation, :shipped, :owner, 0)
                                on conflict (organisation, shipped) do nothing
                                """)
                        .param("id", id.value())
                        .param("organisation", organisation.value())
                        .param("shipped", shipped.orElse(null), java.sql.Types.VARCHAR)
                        .param(
                                "owner",
                                owner.map(AccountId::value).orElse(null),
                                java.sql.Types.OTHER)
                        .update()
                == 1;
    }

    /** Whether the version seen was still the newest; then the next one stands. */
    boolean write(
            PieceId id,
            int seen,
            PieceContent content,
            Optional<AccountId> owner,
            @Nullable AccountId by,
            Instant at) {
        boolean newest =
                jdbc.sql(
                                        """
                                        update publishing.piece
                                           set version = version + 1, owner = :owner
                                         where id = :id and version = :seen
                                        """)
                                .param("id", id.value())
                                .param("seen", seen)
                                .param(
                                        "owner",
                                        owner.map(AccountId::value).orElse(null),
                                        java.sql.Types.OTHER)
                                .update()
                        == 1;
        if (newest) {
            insert(id, seen + 1, content, by, at);
        }
        return newest;
    }

    private void insert(
            PieceId id, int version, PieceContent content, @Nullable AccountId by, Instant at) {
        jdbc.sql(
                        """
                        insert into publishing.piece_version (piece, version, topic, tags, sources,
                               name, searched, changed_by, changed_at)
                        values (:piece, :version, :topic, :tags, :sources, :name, :searched, :by,
                               :at)
                        """)
                .param("piece", id.value())
                .param("version", version)
                .param("topic", content.topic().name())
                .param("tags", content.tags())
                .param("sources", content.sources())
                .param("name", content.name())
                .param("searched", content.searched())
                .param("by", by == null ? null : by.value(), java.sql.Types.OTHER)
                .param("at", utc(at))
                .update();
        for (String language : PieceContent.LANGUAGES) {
            if (content.in(language).isThere()) {
                insert(id, version, language, content.in(language));
            }
        }
    }

    private void insert(PieceId id, int version, String language, Wording wording) {
        jdbc.sql(
                        """
                        insert into publishing.piece_wording
                               (piece, version, language, title, text, brief, simple)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id.value(),
                        version,
                        language,
                        wording.title(),
                        wording.text(),
                        wording.brief(),
                        wording.simple())
                .update();
    }

    void retire(PieceId id, Optional<Instant> at) {
        jdbc.sql("update publishing.piece set retired_at = :at where id = :id")
                .param("at", at.map(PieceStore::utc).orElse(null), java.sql.Types.OTHER)
                .param("id", id.value())
                .update();
    }

    void sign(PieceId id, Review review) {
        jdbc.sql(
                        """
                        insert into publishing.piece_review (piece, version, signed_at, signed_by,
                               profession, verified_by, valid_until)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id.value(),
                        review.version(),
                        utc(review.at()),
                        review.by().value(),
                        review.profession().code(),
                        review.verifiedBy(),
                        utc(review.until()))
                .update();
    }

    /** The writer of each version, the newest first; none of what came with the product. */
    List<Optional<AccountId>> writers(PieceId id) {
        return jdbc.sql(
                        """
                        select changed_by from publishing.piece_version where piece = ?
                         order by version desc
                        """)
                .param(id.value())
                .query(
                        (row, _) ->
                                Optional.ofNullable(row.getObject("changed_by", UUID.class))
                                        .map(AccountId::new))
                .list();
    }

    private static Piece piece(ResultSet row) throws SQLException {
        @Nullable String shipped = row.getString("shipped");
        return new Piece(
                new PieceId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                shipped == null ? "" : shipped,
                Optional.ofNullable(row.getObject("owner", UUID.class)).map(AccountId::new),
                row.getInt("version"),
                new PieceContent(
                        Topic.valueOf(row.getString("topic")),
                        row.getString("tags"),
                        row.getString("sources"),
                        wording(row, "f_"),
                        wording(row, "e_")),
                instant(row, "changed_at"),
                review(row),
                row.getObject("retired_at") != null);
    }

    private static Wording wording(ResultSet row, String of) throws SQLException {
        return row.getString(of + "text") == null
                ? Wording.NONE
                : new Wording(
                        row.getString(of + "title"),
                        row.getString(of + "text"),
                        row.getString(of + "brief"),
                        row.getString(of + "simple"));
    }

    private static Optional<Review> review(ResultSet row) throws SQLException {
        return row.getObject("signed_by") == null
                ? Optional.empty()
                : Optional.of(
                        new Review(
                                row.getInt("version"),
                                new AccountId(row.getObject("signed_by", UUID.class)),
                                Vocation.profession(row.getString("profession")),
                                row.getString("verified_by"),
                                instant(row, "signed_at"),
                                instant(row, "valid_until")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
