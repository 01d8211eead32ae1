package org.lisolo.server.people;

import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** The organisations on this platform. Thread-safe. */
@Service
public class Organisations {
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    Organisations(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes an organisation in.
     *
     * @param zone in which its people read times
     */
    public OrganisationId create(String name, ZoneId zone) {
        String kept = name.strip();
        if (kept.isEmpty() || kept.length() > 200) {
            throw Problem.invalid("people.organisation.missing").atField("organisation");
        }
        var organisation = new OrganisationId(ids.next());
        jdbc.sql(
                        """
                        insert into people.organisation (id, name, zone, made)
                        values (:id, :name, :zone, :made)
                        """)
                .param("id", organisation.value())
                .param("name", kept)
                .param("zone", zone.getId())
                .param("made", java.sql.Timestamp.from(clock.instant()))
                .update();
        return organisation;
    }

    /** From now on professionals may ask it to verify them, or no longer. */
    public void nameVerifier(OrganisationId organisation, boolean verifies) {
        jdbc.sql("update people.organisation set verifies = :verifies where id = :id")
                .param("verifies", verifies)
                .param("id", organisation.value())
                .update();
    }

    public String name(OrganisationId organisation) {
        return jdbc.sql("select name from people.organisation where id = :id")
                .param("id", organisation.value())
                .query(String.class)
                .single();
    }

    /** All of them, in the order in which they came. */
    public List<OrganisationId> all() {
        return jdbc.sql("select id from people.organisation order by id")
                .query((row, _) -> new OrganisationId(row.getObject("id", java.util.UUID.class)))
                .list();
    }
}
