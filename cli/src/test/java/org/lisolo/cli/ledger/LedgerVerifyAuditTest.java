package org.lisolo.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lisolo.cli.Lisolo;
import org.lisolo.testkit.TestDatabase;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Someone with full access to the database changes the audit trail; the log tells what. */
class LedgerVerifyAuditTest {
    private final TestDatabase database = SampleLog.audited();
    private String out = "";

    @AfterEach
    void drop() {
        database.drop();
    }

    @Test
    void holdsAlsoWhereAnAddressWasErased() {
        assertThat(verify()).as(out).isZero();
        assertThat(out).contains("7 entries, ").contains("OK ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at + interval '1 second'",
                "organisation = gen_random_uuid()",
                "actor = null",
                "deed = 2",
                "action = 'SEE_RULES'",
                "route = 'GET /work/rules/{id}'",
                "things = things[:1]",
                "things = array[things[2], things[1]]",
                "details_commitment = sha256('')",
                "bound = sha256('')",
                "salt = sha256('')",
            })
    void namesTheRecordOfWhichAnythingWasAltered(String change) throws SQLException {
        execute("update evidence.audit set " + change + " where id = '%s'", 3);
        finds("entry 6: its content was altered");
    }

    @Test
    void namesTheRecordThatWasRemoved() throws SQLException {
        execute("delete from evidence.audit where id = '%s'", 1);
        finds("entry 4: the audit record was removed");
    }

    @Test
    void namesTheFirstOfTwoRecordsThatWereSwapped() throws SQLException {
        execute("update evidence.audit set id = gen_random_uuid() where id = '%s'", 1);
        execute("update evidence.audit set id = '" + SampleLog.auditId(1) + "' where id = '%s'", 3);
        finds("entry 4: its content was altered");
    }

    @Test
    void namesTheRecordWhoseAddressWasTakenAwayWithoutAnErasure() throws SQLException {
        execute(
                "update evidence.audit set details = null, details_erased = gen_random_uuid()"
                        + " where id = '%s'",
                3);
        finds("entry 6: the audit record's address and reason were removed without an erasure");
    }

    @Test
    void findsTheRecordThatWasAddedPastTheLog() throws SQLException {
        execute(
                "insert into evidence.audit (id, at, deed, action, route, things, salt, details,"
                        + " details_commitment) select gen_random_uuid(), at, deed, action, route,"
                        + " things, salt, details, details_commitment from evidence.audit"
                        + " where id = '%s'",
                1);
        finds("the audit record ");
        assertThat(out).contains("was added past the log");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind = 'TAKEN'",
                "by_whom = null",
                "at = at - interval '1 day'",
                "person = by_whom",
                "outcome = 'ANSWERED'",
                "note = 'Pas appelé'",
                "salt = substring(sha256(''), 1, 16)",
            })
    void namesTheStepOfACaseThatWasAltered(String change) throws SQLException {
        execute("update monitoring.case_step set " + change + " where audit = '%s'", 1);
        finds("entry 4: the step of the case was altered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state = 'OFF'",
                "query = 'toux'",
                "channels = '{}'",
                "urgency = 3",
                "told_roles = '{ADMIN}'",
                "allowed_minutes = 5",
                "changed_at = now()",
            })
    void namesTheRuleThatWasAltered(String change) throws SQLException {
        execute("update monitoring.rule_version set " + change + " where audit = '%s'", 3);
        finds("entry 6: the version of the rule was altered");
    }

    @Test
    void namesTheStepOfACaseThatWasRemoved() throws SQLException {
        execute("delete from monitoring.case_step where audit = '%s'", 1);
        finds("entry 4: what the audit record tells of was removed");
    }

    private void finds(String finding) {
        assertThat(verify()).as(out).isEqualTo(1);
        assertThat(out).contains("WRONG     " + finding);
    }

    private int verify() {
        StringWriter said = new StringWriter();
        int exit =
                new CommandLine(new Lisolo())
                        .setOut(new PrintWriter(said))
                        .setErr(new PrintWriter(new StringWriter()))
                        .execute("ledger", "verify", "--database", database.url());
        out = said.toString();
        return exit;
    }

    private void execute(String sql, int record) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            SampleLog.execute(connection, sql.formatted(SampleLog.auditId(record)), List.of());
        }
    }
}
