package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.List;

/** The hashtags in what organisations have said. */
@Repository
class HashtagStore {
    private static final int MOST = 10;

    private final JdbcClient jdbc;

    HashtagStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that were used most, in this language, as they were written last. */
    List<String> used(OrganisationId organisation, String language) {
        return jdbc.sql(
                        """
                        select (array_agg(t.tag order by t.at desc))[1]
                          from (select m[1] as tag, p.changed_at as at
                                  from publishing.post p
                                  join publishing.post_version v
                                    on v.post = p.id and v.version = p.published_version
                                 cross join lateral regexp_matches(
                                       v.text || ' ' || v.brief,
                                       '(#[^[:space:]#.,;:!?()«»"’]{2,40})', 'g') m
                                 where p.organisation = :organisation and v.language = :language)
                               t
                         group by lower(t.tag) order by count(*) desc, lower(t.tag) limit :most
                        """)
                .param("organisation", organisation.value())
                .param("language", language)
                .param("most", MOST)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
