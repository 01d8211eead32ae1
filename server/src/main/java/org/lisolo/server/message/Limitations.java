package org.lisolo.server.message;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Limits;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Whose words may be used for what no longer. {@link MessageStore} leaves them out by the use that
 * a {@link Sight} is for; a follower that makes something of words asks {@link #withoutRestricted}.
 */
@Repository
public class Limitations implements Limits, Forgets {
    private final JdbcClient jdbc;
    private final Clock clock;

    Limitations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void impose(
            Kind kind, OrganisationId organisation, UUID message, UUID request, AccountId by) {
        int authors =
                jdbc.sql(
                                """
                                insert into message.limitation
                                    (organisation, author, kind, request, by, at)
                                select distinct e.organisation, c.author_id, cast(:kind as smallint),
                                       cast(:request as uuid), cast(:by as uuid),
                                       cast(:at as timestamptz)
                                  from message.event e join message.content c on c.event = e.id
                                 where e.message = :message and e.organisation = :organisation
                                on conflict (organisation, author, kind)
                                    do update set request = excluded.request
                                """)
                        .param("kind", kind.code())
                        .param("request", request)
                        .param("by", by.value())
                        .param("at", Timestamp.from(clock.instant()))
                        .param("message", message)
                        .param("organisation", organisation.value())
                        .update();
        if (authors == 0) {
            throw Problem.invalid("rights.problem.message").atField("messages");
        }
    }

    @Override
    public void lift(OrganisationId organisation, UUID request) {
        jdbc.sql("delete from message.limitation where organisation = :o and request = :request")
                .param("o", organisation.value())
                .param("request", request)
                .update();
    }

    @Override
    public int standing(OrganisationId organisation, UUID request) {
        return jdbc.sql(
                        """
                        select count(*) from message.limitation
                        where organisation = :o and request = :request
                        """)
                .param("o", organisation.value())
                .param("request", request)
                .query(Integer.class)
                .single();
    }

    private record Person(UUID organisation, String author) {}

    /** Those of the events whose words may be used. */
    public List<LoggedEvent> withoutRestricted(Collection<LoggedEvent> events) {
        Set<Person> restricted = restricted();
        return events.stream()
                .filter(
                        one ->
                                !restricted.contains(
                                        new Person(
                                                one.event().organisation().value(),
                                                one.event().author().networkId())))
                .toList();
    }

    private Set<Person> restricted() {
        return new HashSet<>(
                jdbc.sql("select organisation, author from message.limitation where kind = 1")
                        .query(
                                (row, _) ->
                                        new Person(
                                                row.getObject("organisation", UUID.class),
                                                row.getString("author")))
                        .list());
    }

    /** Where nothing of a person is left, nothing is left to limit. */
    @Override
    public void forget(Erasure erasure) {
        jdbc.sql(
                        """
                        delete from message.limitation l
                         where l.author = any(:authors)
                           and not exists (
                               select from message.content c join message.event e on e.id = c.event
                                where c.author_id = l.author and e.organisation = l.organisation)
                        """)
                .param("authors", erasure.authorIds().toArray(String[]::new))
                .update();
    }
}
