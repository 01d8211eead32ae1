package org.lisolo.server.people;

import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

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
    public OrganisationId create(String name, OrganisationKind kind, ZoneId zone) {
        String kept = checked(name);
        var organisation = new OrganisationId(ids.next());
        jdbc.sql(
                        """
                        insert into people.organisation (id, name, kind, zone, made)
                        values (:id, :name, :kind, :zone, :made)
                        """)
                .param("id", organisation.value())
                .param("name", kept)
                .param("kind", kind.name())
                .param("zone", zone.getId())
                .param("made", java.sql.Timestamp.from(clock.instant()))
                .update();
        return organisation;
    }

    /** What it is called and is from now on. */
    void change(OrganisationId organisation, String name, OrganisationKind kind, ZoneId zone) {
        jdbc.sql(
                        """
                        update people.organisation set name = :name, kind = :kind, zone = :zone
                        where id = :id
                        """)
                .param("name", checked(name))
                .param("kind", kind.name())
                .param("zone", zone.getId())
                .param("id", organisation.value())
                .update();
    }

    /** All of them, by name, for whoever looks after the platform. */
    public List<Organisation> list() {
        Collator alphabet = Collator.getInstance(Locale.FRENCH);
        return jdbc
                .sql(
                        """
                        select o.*,
                               (select count(*) from people.verification v
                                 where v.verifier = o.id and v.state = 'ASKED') as waiting,
                               (select count(*) from people.membership m
                                 where m.organisation = o.id) as people,
                               exists (select from people.membership m
                                        where m.organisation = o.id
                                          and 'ADMIN' = any(m.roles)) as administered
                        from people.organisation o
                        """)
                .query(Organisations::organisation)
                .list()
                .stream()
                .sorted((one, other) -> alphabet.compare(one.name(), other.name()))
                .toList();
    }

    /**
     * One of them.
     *
     * @throws Problem if there is none of that id
     */
    public Organisation one(OrganisationId id) {
        return list().stream()
                .filter(organisation -> organisation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("people.platform.unknown"));
    }

    private static Organisation organisation(ResultSet row, int number) throws SQLException {
        return new Organisation(
                new OrganisationId(row.getObject("id", UUID.class)),
                row.getString("name"),
                OrganisationKind.valueOf(row.getString("kind")),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("verifies"),
                row.getLong("waiting"),
                row.getLong("people"),
                row.getBoolean("administered"));
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

    /** In which its people read times. */
    public ZoneId zone(OrganisationId organisation) {
        return ZoneId.of(
                jdbc.sql("select zone from people.organisation where id = :id")
                        .param("id", organisation.value())
                        .query(String.class)
                        .single());
    }

    public OrganisationKind kind(OrganisationId organisation) {
        return jdbc.sql("select kind from people.organisation where id = :id")
                .param("id", organisation.value())
                .query((row, _) -> OrganisationKind.valueOf(row.getString("kind")))
                .single();
    }

    /** All of them, in the order in which they came. */
    public List<OrganisationId> all() {
        return jdbc.sql("select id from people.organisation order by id")
                .query((row, _) -> new OrganisationId(row.getObject("id", UUID.class)))
                .list();
    }

    /** As a form sends it. */
    public static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException _) {
            throw Problem.invalid("people.zone.unknown").atField("zone");
        }
    }

    private static String checked(String typed) {
        String name = typed.replace("\0", "").strip();
        if (name.isEmpty() || name.length() > 200) {
            throw Problem.invalid("people.organisation.missing").atField("organisation");
        }
        return name;
    }
}
