package org.lisolo.server.publishing.news;

import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.Topic;
import org.lisolo.server.publishing.news.NewsPages.Shown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which posts the public may see; their words stand in the log. */
@Repository
class NewsStore {
    private static final String PUBLISHED =
            """
            select p.id, p.organisation, p.published_at, v.topic
              from publishing.post p
              join publishing.post_version v on v.post = p.id and v.version = p.published_version
             where p.published_at is not null
               and not exists (select from publishing.reply r where r.post = p.id)
            """;

    private final JdbcClient jdbc;

    NewsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A post that is out. */
    record Out(PostId post, OrganisationId organisation, Topic topic, Instant at) {}

    /** The newest first; of all organisations where none is named. */
    List<Out> latest(
            Optional<OrganisationId> organisation, Optional<Topic> topic, int from, int most) {
        return jdbc.sql(
                        PUBLISHED
                                + """
                                   and (cast(:organisation as uuid) is null
                                        or p.organisation = :organisation)
                                   and (cast(:topic as text) is null or v.topic = :topic)
                                 order by p.published_at desc, p.id desc
                                offset :from limit :most
                                """)
                .param(
                        "organisation",
                        organisation.map(OrganisationId::value).orElse(null),
                        java.sql.Types.OTHER)
                .param("topic", topic.map(Topic::name).orElse(null), java.sql.Types.VARCHAR)
                .param("from", from)
                .param("most", most)
                .query((row, _) -> out(row))
                .list();
    }

    Optional<Out> find(OrganisationId organisation, PostId post) {
        return jdbc.sql(PUBLISHED + " and p.organisation = ? and p.id = ?")
                .params(organisation.value(), post.value())
                .query((row, _) -> out(row))
                .optional();
    }

    /** What the version that the public sees shows, in its order. */
    List<Shown> pictures(Out one) {
        return jdbc.sql(
                        """
                        select v.hash, v.alt, c.small_width, c.small_height
                          from publishing.post_picture v
                          join publishing.post p
                            on p.id = v.post and p.published_version = v.version
                          join publishing.picture c
                            on c.organisation = p.organisation and c.hash = v.hash
                         where v.post = ? order by v.place
                        """)
                .param(one.post().value())
                .query(
                        (row, _) ->
                                new Shown(
                                        News.PATH
                                                + "/"
                                                + one.organisation()
                                                + "/pictures/"
                                                + row.getString("hash"),
                                        row.getString("alt"),
                                        row.getInt("small_width"),
                                        row.getInt("small_height")))
                .list();
    }

    /** What there is something about. */
    List<Topic> topics(OrganisationId organisation) {
        return jdbc.sql("select distinct topic from (" + PUBLISHED + ") o where organisation = ?")
                .param(organisation.value())
                .query((row, _) -> Topic.valueOf(row.getString("topic")))
                .list();
    }

    private static Out out(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Out(
                new PostId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                Topic.valueOf(row.getString("topic")),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }
}
