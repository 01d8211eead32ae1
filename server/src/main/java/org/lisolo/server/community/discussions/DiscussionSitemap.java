package org.lisolo.server.community.discussions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.contributions.Kind;
import org.lisolo.server.platform.SitemapPart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** The open spaces and the discussions in them, for search engines. */
@Repository
class DiscussionSitemap implements SitemapPart {
    /** What opened it may have been deleted by its author, or taken from sight. */
    private static final String PAGES =
            """
            select 'space' as kind, null::uuid as id, s.slug, s.opened_at as changed, s.id as place
              from community.space s where s.openness = 'OPEN'
            union all
            select d.kind, d.id, '', d.last_at, d.id
              from community.discussion d
              join community.space s on s.id = d.space and s.openness = 'OPEN'
              join community.contribution c on c.id = d.id
             where not d.closed and d.gone_at is null
               and c.hidden_at is null and c.deleted_at is null
            """;

    private final JdbcClient jdbc;

    DiscussionSitemap(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "discussions";
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from (" + PAGES + ") p").query(Long.class).single();
    }

    @Override
    public List<Page> pages(long from, int most) {
        return jdbc.sql(PAGES + " order by place offset ? limit ?")
                .params(from, most)
                .query(
                        (row, _) ->
                                new Page(
                                        path(
                                                row.getString("kind"),
                                                row.getObject("id", UUID.class),
                                                row.getString("slug")),
                                        row.getObject("changed", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static String path(String kind, UUID id, String slug) {
        return kind.equals("space")
                ? "/spaces/" + slug
                : Kind.valueOf(kind).path(new ContributionId(id));
    }
}
