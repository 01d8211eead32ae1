package org.lisolo.server.publishing.posts;

import static org.lisolo.server.publishing.posts.PostStore.utc;

import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.publishing.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Posts that were approved in time and whose time has come, where nobody has stopped them. */
@Repository
class DueStore {
    private static final String DUE =
            """
             where p.state = 'APPROVED' and p.wanted_at <= :now
               and p.approved_at <= p.wanted_at
               and not exists (
                   select from publishing.pause z where z.organisation = p.organisation)
            """;

    private final JdbcClient jdbc;

    DueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who has something due, whoever has waited longest first. */
    List<OrganisationId> organisations(Instant now) {
        return jdbc.sql(
                        "select p.organisation from publishing.post p "
                                + DUE
                                + " group by p.organisation order by min(p.wanted_at)")
                .param("now", utc(now))
                .query((row, _) -> new OrganisationId(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * Whether nobody else hands over this organisation's posts before the transaction ends: they go
     * in the order of their times, whichever node hands them over.
     */
    boolean hold(OrganisationId organisation) {
        return jdbc.sql(
                        "select pg_try_advisory_xact_lock("
                                + "hashtextextended('due posts of ' || :organisation, 0))")
                .param("organisation", organisation.toString())
                .query(Boolean.class)
                .single();
    }

    /**
     * The first of them in the order of their times, which nobody else changes before the
     * transaction ends; what somebody has in hand just now is left out.
     *
     * @param except left out too
     */
    List<Post> take(OrganisationId organisation, Instant now, Collection<PostId> except, int most) {
        return jdbc.sql(
                        PostStore.STANDING
                                + DUE
                                + """
                                   and p.organisation = :organisation
                                   and p.id <> all (:except)
                                 order by p.wanted_at, p.id limit :most
                                   for update of p skip locked
                                """)
                .param("now", utc(now))
                .param("organisation", organisation.value())
                .param("except", except.stream().map(PostId::value).toArray(UUID[]::new))
                .param("most", most)
                .query((row, _) -> PostStore.post(row))
                .list();
    }
}
