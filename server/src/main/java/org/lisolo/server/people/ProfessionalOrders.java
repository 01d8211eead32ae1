package org.lisolo.server.people;

import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The registers of health professionals. Thread-safe. */
@Service
public class ProfessionalOrders {
    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Ids ids;

    ProfessionalOrders(JdbcClient jdbc, AuditTrail trail, Ids ids) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.ids = ids;
    }

    /** By name, also those that are offered no more. */
    public List<ProfessionalOrder> all() {
        return jdbc.sql("select * from people.professional_order order by lower(name)")
                .query(ProfessionalOrders::order)
                .list();
    }

    /** Those that a professional can choose. */
    public List<ProfessionalOrder> offered() {
        return all().stream().filter(ProfessionalOrder::offered).toList();
    }

    public Optional<ProfessionalOrder> find(String code) {
        return jdbc.sql("select * from people.professional_order where code = :code")
                .param("code", code)
                .query(ProfessionalOrders::order)
                .optional();
    }

    @Transactional
    public void add(String name) {
        String code = ids.next().toString();
        int added =
                jdbc.sql(
                                """
                                insert into people.professional_order (code, name, checked)
                                values (:code, :name, true) on conflict (lower(name)) do nothing
                                """)
                        .param("code", code)
                        .param("name", checked(name))
                        .update();
        if (added == 0) {
            throw taken();
        }
        tell(code);
    }

    /** Names it so, and says that this is right. */
    @Transactional
    public void change(String code, String name, boolean offered) {
        String wanted = checked(name);
        if (all().stream()
                .anyMatch(
                        other ->
                                !other.code().equals(code)
                                        && other.name().equalsIgnoreCase(wanted))) {
            throw taken();
        }
        int changed =
                jdbc.sql(
                                """
                                update people.professional_order
                                set name = :name, checked = true, offered = :offered
                                where code = :code
                                """)
                        .param("code", code)
                        .param("name", wanted)
                        .param("offered", offered)
                        .update();
        if (changed == 0) {
            throw unknown();
        }
        tell(code);
    }

    /** That there is none of this code. */
    public static Problem unknown() {
        return Problem.notFound("people.order.unknown");
    }

    private void tell(String code) {
        trail.write(
                trail.change("ORDER_CHANGED", OrganisationId.NONE.value()).about("orders", code));
    }

    private static String checked(String typed) {
        String name = typed.replace("\0", "").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("people.order.name.missing", LONGEST_NAME).atField("name");
        }
        return name;
    }

    private static Problem taken() {
        return Problem.conflict("people.order.name.taken").atField("name");
    }

    private static ProfessionalOrder order(ResultSet row, int number) throws SQLException {
        return new ProfessionalOrder(
                row.getString("code"),
                row.getString("name"),
                row.getBoolean("checked"),
                row.getBoolean("offered"));
    }
}
