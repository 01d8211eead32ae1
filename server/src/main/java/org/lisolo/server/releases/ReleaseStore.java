package org.lisolo.server.releases;

import org.jspecify.annotations.Nullable;
import org.lisolo.ledger.Hash;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Seal;
import org.lisolo.server.platform.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Releases at rest: who they are about, their words and their signatures are sealed. */
@Repository
class ReleaseStore {
    static final String PURPOSE = "releases";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final PictureStore pictures;
    private final Seal seal;

    ReleaseStore(JdbcClient jdbc, PictureStore pictures, Vault vault) {
        this.jdbc = jdbc;
        this.pictures = pictures;
        this.seal = vault.of(PURPOSE);
    }

    /** What of a request is personal. */
    private record Told(String person, String written, List<String> words) {}

    private static String told(UUID id) {
        return "release.told " + id;
    }

    private static String signature(UUID id) {
        return "release.signature " + id;
    }

    void add(Release release) {
        UUID id = release.id().value();
        Scope scope = release.scope();
        var told = new Told(release.person(), scope.written(), scope.words());
        jdbc.sql(
                        """
                        insert into releases.release (id, organisation, origin, state, language,
                               signer, aim, places, months, paid, told, asked_by, asked_at)
                        values (:id, :organisation, :origin, :state, :language, :signer, :aim,
                               :places, :months, :paid, :told, :by, :at)
                        """)
                .param("id", id)
                .param("organisation", release.organisation().value())
                .param("origin", release.origin().name())
                .param("state", release.state().name())
                .param("language", release.language())
                .param("signer", release.signer().name())
                .param("aim", scope.aim().name())
                .param(
                        "places",
                        scope.places().stream().map(ChannelKind::code).toArray(String[]::new))
                .param("months", scope.months())
                .param("paid", scope.paid())
                .param("told", seal.seal(JSON.writeValueAsString(told), told(id)))
                .param("by", release.askedBy().value())
                .param("at", utc(release.asked()))
                .update();
    }

    /** From now on this secret signs it, and no earlier one. */
    void link(ReleaseId id, byte[] hash, Instant until) {
        jdbc.sql("update releases.release set link = ?, link_until = ? where id = ?")
                .params(hash, utc(until), id.value())
                .update();
    }

    /** From now on this secret shows it, and no earlier one. */
    void keptLink(ReleaseId id, byte[] hash) {
        jdbc.sql("update releases.release set kept_link = ? where id = ?")
                .params(hash, id.value())
                .update();
    }

    /**
     * Signed: its link is used up.
     *
     * @return what the log is to commit to
     */
    Hash sign(ReleaseId id, Signature signature, Instant at, Instant until) {
        String written = JSON.writeValueAsString(signature);
        jdbc.sql(
                        """
                        update releases.release
                           set state = 'SIGNED', signature = :signature, signed_at = :at,
                               until = :until, link = null, link_until = null
                         where id = :id
                        """)
                .param("id", id.value())
                .param("signature", seal.seal(written, signature(id.value())))
                .param("at", utc(at))
                .param("until", utc(until))
                .update();
        return Hash.of(Secrets.hash(written));
    }

    /** It is signed on paper, not by its link. */
    void onPaper(ReleaseId id) {
        jdbc.sql("update releases.release set origin = 'PAPER' where id = ?")
                .param(id.value())
                .update();
    }

    void end(ReleaseId id, Release.State state, Instant at) {
        jdbc.sql(
                        """
                        update releases.release
                           set state = ?, ended_at = ?, link = null, link_until = null
                         where id = ?
                        """)
                .params(state.name(), utc(at), id.value())
                .update();
    }

    Optional<Release> find(OrganisationId organisation, ReleaseId id) {
        return one("id = ? and organisation = ?", id.value(), organisation.value());
    }

    /** The same, and nobody else changes it before the transaction ends. */
    Optional<Release> lock(OrganisationId organisation, ReleaseId id) {
        return one("id = ? and organisation = ? for update", id.value(), organisation.value());
    }

    /** By the secret that signs it. */
    Optional<Release> ofLink(byte[] hash, Instant now) {
        return one("link = ? and link_until > ?", hash, utc(now));
    }

    Optional<Release> lockOfLink(byte[] hash, Instant now) {
        return one("link = ? and link_until > ? for update", hash, utc(now));
    }

    /** By the secret that shows it. */
    Optional<Release> ofKeptLink(byte[] hash) {
        return one("kept_link = ?", hash);
    }

    private Optional<Release> one(String condition, Object... parameters) {
        return jdbc.sql("select * from releases.release where " + condition)
                .params(parameters)
                .query((row, _) -> release(row))
                .optional()
                .map(release -> shown(List.of(release)).getFirst());
    }

    /** With their pictures, which are asked for at once. */
    private List<Release> shown(List<Release> bare) {
        var known = pictures.of(bare.stream().map(Release::id).toList());
        return bare.stream()
                .map(one -> one.showing(known.getOrDefault(one.id(), List.of())))
                .toList();
    }

    List<Release> signed(OrganisationId organisation, Collection<ReleaseId> ids, Instant now) {
        return shown(
                jdbc.sql(
                                """
                                select * from releases.release
                                 where organisation = :organisation and id = any(:ids)
                                   and state = 'SIGNED' and until > :now
                                 order by signed_at
                                """)
                        .param("organisation", organisation.value())
                        .param("ids", ids.stream().map(ReleaseId::value).toArray(UUID[]::new))
                        .param("now", utc(now))
                        .query((row, _) -> release(row))
                        .list());
    }

    /** Where these stand, whosever they are. */
    Map<ReleaseId, Release.Standing> standings(Collection<ReleaseId> ids, Instant now) {
        Map<ReleaseId, Release.Standing> standings = new HashMap<>();
        jdbc.sql("select id, state, until from releases.release where id = any(?)")
                .param(ids.stream().map(ReleaseId::value).toArray(UUID[]::new))
                .query(
                        row -> {
                            standings.put(
                                    new ReleaseId(row.getObject("id", UUID.class)),
                                    Release.State.valueOf(row.getString("state"))
                                            .at(now, instant(row, "until")));
                        });
        return standings;
    }

    List<Release> list(ReleaseFilter filter, int from, int most, Instant now) {
        return shown(
                jdbc.sql(
                                "select * from releases.release where organisation = :organisation"
                                        + " and "
                                        + filter.condition()
                                        + " order by asked_at desc, id desc"
                                        + " offset :from limit :most")
                        .param("organisation", filter.organisation().value())
                        .param("now", utc(now))
                        .param("soon", utc(now.plus(ReleaseFilter.SOON)))
                        .param("from", from)
                        .param("most", most)
                        .query((row, _) -> release(row))
                        .list());
    }

    /** Those that stand and end before then. */
    List<Release> ending(OrganisationId organisation, Instant now, Instant before, int most) {
        return shown(
                jdbc.sql(
                                """
                                select * from releases.release
                                 where organisation = :organisation and state = 'SIGNED'
                                   and until > :now and until < :before
                                 order by until, id limit :most
                                """)
                        .param("organisation", organisation.value())
                        .param("now", utc(now))
                        .param("before", utc(before))
                        .param("most", most)
                        .query((row, _) -> release(row))
                        .list());
    }

    Optional<Signature> signature(ReleaseId id) {
        return jdbc.sql(
                        """
                        select signature from releases.release
                         where id = ? and signature is not null
                        """)
                .param(id.value())
                .query(byte[].class)
                .optional()
                .map(bytes -> seal.openText(bytes, signature(id.value())))
                .map(json -> JSON.readValue(json, Signature.class));
    }

    void step(ReleaseId id, Step step) {
        @Nullable AccountId by = step.by();
        String place = "release.step " + id;
        jdbc.sql(
                        """
                        insert into releases.step (release, number, kind, by_whom, note, at)
                        values (:id, (select coalesce(max(number), 0) + 1 from releases.step
                                       where release = :id), :kind, :by, :note, :at)
                        """)
                .param("id", id.value())
                .param("kind", step.kind().name())
                .param("by", by == null ? null : by.value(), java.sql.Types.OTHER)
                .param(
                        "note",
                        step.note().isEmpty() ? null : seal.seal(step.note(), place),
                        java.sql.Types.BINARY)
                .param("at", utc(step.at()))
                .update();
    }

    List<Step> steps(ReleaseId id) {
        return jdbc.sql("select * from releases.step where release = ? order by number")
                .param(id.value())
                .query(
                        (row, _) -> {
                            @Nullable UUID by = row.getObject("by_whom", UUID.class);
                            byte @Nullable [] note = row.getBytes("note");
                            return new Step(
                                    Step.Kind.valueOf(row.getString("kind")),
                                    by == null ? null : new AccountId(by),
                                    note == null ? "" : seal.openText(note, "release.step " + id),
                                    instant(row, "at").orElseThrow());
                        })
                .list();
    }

    /** Without its pictures. */
    private Release release(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Told told = JSON.readValue(seal.openText(row.getBytes("told"), told(id)), Told.class);
        return new Release(
                new ReleaseId(id),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                Release.Origin.valueOf(row.getString("origin")),
                Release.State.valueOf(row.getString("state")),
                told.person(),
                Signer.valueOf(row.getString("signer")),
                row.getString("language"),
                scope(row, told),
                List.of(),
                new AccountId(row.getObject("asked_by", UUID.class)),
                instant(row, "asked_at").orElseThrow(),
                instant(row, "link_until"),
                instant(row, "signed_at"),
                instant(row, "until"),
                instant(row, "ended_at"));
    }

    private static Scope scope(ResultSet row, Told told) throws SQLException {
        return new Scope(
                told.words(),
                told.written(),
                Arrays.stream((String[]) row.getArray("places").getArray())
                        .flatMap(code -> ChannelKind.of(code).stream())
                        .collect(Collectors.toSet()),
                Aim.valueOf(row.getString("aim")),
                row.getInt("months"),
                row.getBoolean("paid"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
