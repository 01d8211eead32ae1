package org.lisolo.server.publishing.posts;

import org.lisolo.server.message.ContentHash;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Seal;
import org.lisolo.server.platform.Seal.Enclosed;
import org.lisolo.server.platform.Vault;
import org.lisolo.server.platform.pictures.Drawn;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.gate.Recognisable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The pictures of posts, sealed, and which version shows which. */
@Repository
class PostPictureStore {
    static final String PURPOSE = "pictures";
    private static final Duration UNNAMED_AT_MOST = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Seal seal;
    private final Clock clock;

    PostPictureStore(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.seal = vault.of(PURPOSE);
        this.clock = clock;
    }

    private static String place(OrganisationId organisation, String hash) {
        return "picture " + organisation + " " + hash;
    }

    private static String small(OrganisationId organisation, String hash) {
        return "picture small " + organisation + " " + hash;
    }

    /** Keeps a picture, once however often it comes. */
    String keep(OrganisationId organisation, Drawn large, Drawn small) {
        String hash = ContentHash.of(large.jpeg()).hex();
        Enclosed one = seal.enclose(large.jpeg(), place(organisation, hash));
        Enclosed other = seal.enclose(small.jpeg(), small(organisation, hash));
        jdbc.sql(
                        """
                        insert into publishing.picture (organisation, hash, width, height, key, bytes,
                               small_width, small_height, small_key, small_bytes, kept_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (organisation, hash) do update set kept_at = excluded.kept_at
                        """)
                .params(
                        organisation.value(),
                        hash,
                        large.width(),
                        large.height(),
                        one.key(),
                        one.bytes(),
                        small.width(),
                        small.height(),
                        other.key(),
                        other.bytes(),
                        PostStore.utc(clock.instant()))
                .update();
        return hash;
    }

    /** The last of a version from now on; one that it shows already stays where it is. */
    void show(PostId post, int version, String hash, String alt, Recognisable people) {
        jdbc.sql(
                        """
                        insert into publishing.post_picture (post, version, place, hash, alt, people)
                        values (:post, :version,
                                (select coalesce(max(place), 0) + 1 from publishing.post_picture
                                  where post = :post and version = :version),
                                :hash, :alt, :people)
                        on conflict (post, version, hash)
                        do update set alt = excluded.alt, people = excluded.people
                        """)
                .param("post", post.value())
                .param("version", version)
                .param("hash", hash)
                .param("alt", alt)
                .param("people", people.name())
                .update();
    }

    void hide(PostId post, int version, String hash) {
        jdbc.sql("delete from publishing.post_picture where post = ? and version = ? and hash = ?")
                .params(post.value(), version, hash)
                .update();
    }

    /** The next version shows the same. */
    void carry(PostId post, int version) {
        jdbc.sql(
                        """
                        insert into publishing.post_picture (post, version, place, hash, alt, people)
                        select post, version + 1, place, hash, alt, people
                          from publishing.post_picture where post = ? and version = ?
                        """)
                .params(post.value(), version)
                .update();
    }

    List<PostPicture> of(PostId post, int version) {
        return jdbc.sql(
                        """
                        select v.hash, v.alt, v.people, c.width, c.height, c.small_width,
                               c.small_height
                          from publishing.post_picture v
                          join publishing.post p on p.id = v.post
                          join publishing.picture c
                            on c.organisation = p.organisation and c.hash = v.hash
                         where v.post = ? and v.version = ? order by v.place
                        """)
                .params(post.value(), version)
                .query(
                        (row, _) ->
                                new PostPicture(
                                        row.getString("hash"),
                                        row.getInt("width"),
                                        row.getInt("height"),
                                        row.getInt("small_width"),
                                        row.getInt("small_height"),
                                        row.getString("alt"),
                                        Recognisable.valueOf(row.getString("people"))))
                .list();
    }

    Optional<byte[]> large(OrganisationId organisation, String hash) {
        return jdbc.sql(
                        """
                        select key, bytes from publishing.picture
                         where organisation = ? and hash = ?
                        """)
                .params(organisation.value(), hash)
                .query(
                        (row, _) ->
                                seal.disclose(
                                        new Enclosed(row.getBytes(1), row.getBytes(2)),
                                        place(organisation, hash)))
                .optional();
    }

    Optional<byte[]> small(OrganisationId organisation, String hash, boolean publicly) {
        return jdbc.sql(
                        """
                        select small_key, small_bytes from publishing.picture c
                         where organisation = :organisation and hash = :hash
                           and (not :publicly or exists (
                               select from publishing.post_picture v
                                 join publishing.post p
                                   on p.id = v.post and p.published_version = v.version
                                where v.hash = c.hash and p.organisation = c.organisation))
                        """)
                .param("organisation", organisation.value())
                .param("hash", hash)
                .param("publicly", publicly)
                .query(
                        (row, _) ->
                                seal.disclose(
                                        new Enclosed(row.getBytes(1), row.getBytes(2)),
                                        small(organisation, hash)))
                .optional();
    }

    /** What it shows is told by no word any more, and shown by no version. */
    void forget(UUID post) {
        jdbc.sql("delete from publishing.post_picture where post = ?").param(post).update();
        sweep(Duration.ZERO);
    }

    /** Removes what no version shows. */
    @Scheduled(initialDelay = 1, fixedRate = 24, timeUnit = TimeUnit.HOURS)
    int sweep() {
        return sweep(UNNAMED_AT_MOST);
    }

    private int sweep(Duration unnamed) {
        return jdbc.sql(
                        """
                        delete from publishing.picture c
                         where c.kept_at <= ? and not exists (
                               select from publishing.post_picture v
                                 join publishing.post p on p.id = v.post
                                where v.hash = c.hash and p.organisation = c.organisation)
                        """)
                .param(PostStore.utc(clock.instant().minus(unnamed)))
                .update();
    }
}
