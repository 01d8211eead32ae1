package org.lisolo.cli.ledger;

import static org.lisolo.cli.ledger.EntryRows.instant;
import static org.lisolo.cli.ledger.EntryRows.uuid;

import org.jspecify.annotations.Nullable;
import org.lisolo.ledger.AuditContent;
import org.lisolo.ledger.CaseStepContent;
import org.lisolo.ledger.Hash;
import org.lisolo.ledger.Leaf;
import org.lisolo.ledger.RuleVersionContent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The log's audit records, each beside the step or rule that it is bound to. */
final class AuditRows {
    private AuditRows() {}

    static LogTables.Stored stored(ResultSet row) throws SQLException {
        if (row.getObject("audit") == null) {
            return new LogTables.Stored.Gone("the audit record was removed");
        }
        if (row.getBoolean("details_lost")) {
            return new LogTables.Stored.Gone(
                    "the audit record's address and reason were removed without an erasure");
        }
        try {
            byte[] bound = row.getBytes("bound");
            Leaf leaf = record(row, bound).leaf(row.getBytes("audit_salt"));
            var record = new LogTables.Stored.Content(Optional.of(leaf), "");
            boolean altered = !leaf.commitment().equals(Hash.of(row.getBytes("commitment")));
            return bound == null || altered ? record : boundTo(row, Hash.of(bound), record);
        } catch (IllegalArgumentException _) {
            return new LogTables.Stored.Content(Optional.empty(), ""); // a salt of another length
        }
    }

    private static AuditContent record(ResultSet row, byte @Nullable [] bound) throws SQLException {
        return new AuditContent(
                uuid(row, "audit"),
                instant(row, "audit_at"),
                row.getObject("audit_organisation", UUID.class),
                row.getObject("actor", UUID.class),
                row.getInt("deed"),
                row.getString("action"),
                row.getString("route"),
                texts(row, "things"),
                Hash.of(row.getBytes("details_commitment")),
                bound == null ? null : Hash.of(bound));
    }

    private static LogTables.Stored boundTo(ResultSet row, Hash bound, LogTables.Stored record)
            throws SQLException {
        if (row.getObject("case_file") != null) {
            return step(row).commitment(row.getBytes("step_salt")).equals(bound)
                    ? record
                    : new LogTables.Stored.Gone("the step of the case was altered");
        }
        if (row.getObject("rule") != null) {
            return rule(row).commitment(row.getBytes("rule_salt")).equals(bound)
                    ? record
                    : new LogTables.Stored.Gone("the version of the rule was altered");
        }
        return new LogTables.Stored.Gone("what the audit record tells of was removed");
    }

    private static CaseStepContent step(ResultSet row) throws SQLException {
        return new CaseStepContent(
                uuid(row, "case_file"),
                row.getString("step"),
                row.getObject("by_whom", UUID.class),
                instant(row, "step_at"),
                row.getObject("person", UUID.class),
                row.getString("outcome"),
                row.getString("note"));
    }

    private static RuleVersionContent rule(ResultSet row) throws SQLException {
        return new RuleVersionContent(
                uuid(row, "rule"),
                row.getInt("version"),
                row.getString("state"),
                row.getString("name"),
                row.getString("query"),
                List.of((UUID[]) row.getArray("channels").getArray()),
                row.getInt("urgency"),
                texts(row, "told_roles"),
                List.of((UUID[]) row.getArray("told_people").getArray()),
                List.of((UUID[]) row.getArray("told_teams").getArray()),
                Optional.ofNullable(row.getObject("allowed_minutes", Integer.class))
                        .map(Integer::longValue)
                        .orElse(null),
                row.getInt("wording"),
                uuid(row, "changed_by"),
                instant(row, "changed_at"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
