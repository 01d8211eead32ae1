package org.lisolo.server.monitoring.identifiers;

import org.lisolo.screening.Span;
import org.lisolo.screening.phi.PhiCategory;
import org.lisolo.server.message.EventId;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Marks at rest, an organisation's own. */
@Repository
class MarkStore {
    private final JdbcClient jdbc;

    MarkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever marked it first stays. */
    void add(Mark mark) {
        jdbc.sql(
                        """
                        insert into monitoring.identifier_mark
                          (organisation, event, start_at, end_at, category, version,
                           marked_by, marked_at)
                        values (:organisation, :event, :start, :end, :category, :version,
                                :by, :at)
                        on conflict do nothing
                        """)
                .param("organisation", mark.organisation().value())
                .param("event", mark.event().value())
                .param("start", mark.span().start())
                .param("end", mark.span().end())
                .param("category", mark.category().name())
                .param("version", mark.version())
                .param("by", mark.by().value())
                .param("at", mark.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(OrganisationId organisation, EventId event, Span span, PhiCategory category) {
        jdbc.sql(
                        """
                        delete from monitoring.identifier_mark
                        where organisation = :organisation and event = :event
                          and start_at = :start and end_at = :end and category = :category
                        """)
                .param("organisation", organisation.value())
                .param("event", event.value())
                .param("start", span.start())
                .param("end", span.end())
                .param("category", category.name())
                .update();
    }

    List<Mark> of(OrganisationId organisation, Collection<EventId> events) {
        return jdbc.sql(
                        """
                        select * from monitoring.identifier_mark
                        where organisation = :organisation and event = any(:events)
                        """)
                .param("organisation", organisation.value())
                .param("events", ids(events))
                .query(MarkStore::mark)
                .list();
    }

    /** The events with marks, the newest first, from below one. */
    List<EventId> before(OrganisationId organisation, EventId before, int limit) {
        return jdbc.sql(
                        """
                        select distinct event from monitoring.identifier_mark
                        where organisation = :organisation and event < :before
                        order by event desc limit :limit
                        """)
                .param("organisation", organisation.value())
                .param("before", before.value())
                .param("limit", limit)
                .query((row, _) -> new EventId(row.getObject("event", UUID.class)))
                .list();
    }

    long count(OrganisationId organisation) {
        return jdbc.sql("select count(*) from monitoring.identifier_mark where organisation = ?")
                .param(organisation.value())
                .query(Long.class)
                .single();
    }

    void forget(Collection<EventId> events) {
        jdbc.sql("delete from monitoring.identifier_mark where event = any(?)")
                .param(ids(events))
                .update();
    }

    private static UUID[] ids(Collection<EventId> events) {
        return events.stream().map(EventId::value).toArray(UUID[]::new);
    }

    private static Mark mark(ResultSet row, int number) throws SQLException {
        return new Mark(
                new OrganisationId(row.getObject("organisation", UUID.class)),
                new EventId(row.getObject("event", UUID.class)),
                new Span(row.getInt("start_at"), row.getInt("end_at")),
                PhiCategory.valueOf(row.getString("category")),
                row.getInt("version"),
                new AccountId(row.getObject("marked_by", UUID.class)),
                row.getObject("marked_at", OffsetDateTime.class).toInstant());
    }
}
