package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Which organisations have stopped what is planned. */
@Repository
class PauseStore {
    private final JdbcClient jdbc;

    PauseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Pause> of(OrganisationId organisation) {
        return jdbc.sql("select * from publishing.pause where organisation = ?")
                .param(organisation.value())
                .query(
                        (row, _) ->
                                new Pause(
                                        new AccountId(row.getObject("by_whom", UUID.class)),
                                        row.getString("reason"),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** The first who stops it is told; a second changes nothing. */
    void begin(OrganisationId organisation, Pause pause) {
        jdbc.sql(
                        """
                        insert into publishing.pause (organisation, by_whom, reason, at)
                        values (?, ?, ?, ?) on conflict (organisation) do nothing
                        """)
                .params(
                        organisation.value(),
                        pause.by().value(),
                        pause.reason(),
                        PostStore.utc(pause.at()))
                .update();
    }

    /** What should have left meanwhile counts as approved too late: somebody decides. */
    void end(OrganisationId organisation, Instant now) {
        jdbc.sql("delete from publishing.pause where organisation = ?")
                .param(organisation.value())
                .update();
        jdbc.sql(
                        """
                        update publishing.post set approved_at = :now
                         where organisation = :organisation and state = 'APPROVED'
                           and wanted_at <= :now
                        """)
                .param("organisation", organisation.value())
                .param("now", PostStore.utc(now))
                .update();
    }
}
