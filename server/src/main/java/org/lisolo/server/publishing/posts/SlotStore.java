package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The slots of organisations, and what is planned, as far as its time matters. */
@Repository
class SlotStore {
    private static final String PLANNED =
            " organisation = :organisation and state in ('DRAFT', 'ASKED', 'APPROVED') ";

    private final JdbcClient jdbc;

    SlotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Through the week. */
    List<Slot> of(OrganisationId organisation) {
        return jdbc.sql(
                        """
                        select weekday, at from publishing.slot where organisation = ?
                         order by weekday, at
                        """)
                .param(organisation.value())
                .query(
                        (row, _) ->
                                new Slot(
                                        DayOfWeek.of(row.getInt("weekday")),
                                        row.getObject("at", LocalTime.class)))
                .list();
    }

    /** One at a time takes a slot of an organisation, until the transaction ends. */
    void hold(OrganisationId organisation) {
        jdbc.sql("select 1 from publishing.slot where organisation = ? for update")
                .param(organisation.value())
                .query(Integer.class)
                .list();
    }

    void keep(OrganisationId organisation, List<Slot> slots) {
        jdbc.sql("delete from publishing.slot where organisation = ?")
                .param(organisation.value())
                .update();
        for (Slot slot : slots) {
            jdbc.sql("insert into publishing.slot (organisation, weekday, at) values (?, ?, ?)")
                    .params(organisation.value(), slot.day().getValue(), slot.time())
                    .update();
        }
    }

    /** For when something is planned. */
    Set<Instant> taken(OrganisationId organisation, Instant from, Instant to) {
        return jdbc.sql(
                        "select wanted_at from publishing.post where"
                                + PLANNED
                                + "and wanted_at >= :from and wanted_at < :to")
                .param("organisation", organisation.value())
                .param("from", PostStore.utc(from))
                .param("to", PostStore.utc(to))
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .set();
    }

    /** What is planned just before this post or just after it, and is still to come. */
    Optional<UUID> neighbour(Post post, Instant at, boolean before, Instant now) {
        String order = before ? "desc" : "asc";
        return jdbc.sql(
                        "select id from publishing.post where"
                                + PLANNED
                                + "and wanted_at > :now and (wanted_at, id) "
                                + (before ? "<" : ">")
                                + " (:at, :id) order by wanted_at "
                                + order
                                + ", id "
                                + order
                                + " limit 1")
                .param("organisation", post.organisation().value())
                .param("now", PostStore.utc(now))
                .param("at", PostStore.utc(at))
                .param("id", post.id().value())
                .query(UUID.class)
                .optional();
    }
}
