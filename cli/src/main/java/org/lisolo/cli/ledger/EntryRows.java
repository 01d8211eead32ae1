package org.lisolo.cli.ledger;

import org.lisolo.ledger.ErasureContent;
import org.lisolo.ledger.EventContent;
import org.lisolo.ledger.Hash;
import org.lisolo.ledger.Leaf;
import org.lisolo.ledger.LeafKind;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** The rows of the log, each beside what the platform stores of its event or erasure. */
final class EntryRows {
    static final String SQL =
            """
            select e.position, e.kind as leaf_kind, e.id as leaf_id, e.commitment,
                   case when e.kind = 1 and c.event is null then exists (
                       select from evidence.entry x
                       where x.id = e.id and x.kind = 2 and x.position > e.position
                   ) end as erased,
                   v.id, v.kind, v.message, v.parent, v.root as root_message, v.channel,
                   v.organisation, v.visibility, v.happened_at, v.received_at,
                   c.event, c.salt, c.network_id, c.author_id, c.author_handle, c.author_name,
                   c.language, c.in_reply_to, c.root, c.shares, c.title, c.text, c.html,
                   c.attachments, c.payload_type, c.payload,
                   x.event as erasure, x.salt as erasure_salt, x.reason, x.by, x.at,
                   a.id as audit, a.salt as audit_salt, a.at as audit_at,
                   a.organisation as audit_organisation, a.actor, a.deed, a.action, a.route,
                   a.things, a.details_commitment, a.bound,
                   a.details is null and not exists (
                       select from evidence.audit d
                       where d.id = a.details_erased and d.action = 'ERASE_PERSON'
                   ) as details_lost,
                   s.case_file, s.kind as step, s.by_whom, s.at as step_at, s.person, s.outcome,
                   s.note, s.salt as step_salt,
                   r.rule, r.version, r.state, r.name, r.query, r.channels, r.urgency,
                   r.told_roles, r.told_people, r.told_teams, r.allowed_minutes, r.wording, r.changed_by,
                   r.changed_at, r.salt as rule_salt
            from evidence.entry e
            left join message.event v on e.kind = 1 and v.id = e.id
            left join message.content c on e.kind = 1 and c.event = e.id
            left join message.erasure x on e.kind = 2 and x.event = e.id
            left join evidence.audit a on e.kind = 3 and a.id = e.id
            left join monitoring.case_step s on s.audit = a.id
            left join monitoring.rule_version r on r.audit = a.id
            order by e.position
            """;

    private static final String NO_ATTACHMENTS = "[]";

    private EntryRows() {}

    static LogTables.Entry read(ResultSet row) throws SQLException {
        return new LogTables.Entry(row.getLong("position"), leaf(row), stored(row));
    }

    private static Optional<Leaf> leaf(ResultSet row) throws SQLException {
        try {
            return Optional.of(
                    new Leaf(
                            LeafKind.of(row.getInt("leaf_kind")),
                            uuid(row, "leaf_id"),
                            Hash.of(row.getBytes("commitment"))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static LogTables.Stored stored(ResultSet row) throws SQLException {
        return switch (row.getInt("leaf_kind")) {
            case 1 -> event(row);
            case 2 -> erasure(row);
            case 3 -> AuditRows.stored(row);
            default -> new LogTables.Stored.Nothing();
        };
    }

    private static LogTables.Stored event(ResultSet row) throws SQLException {
        if (row.getObject("event") != null && row.getObject("id") != null) {
            String attachments = row.getString("attachments");
            return new LogTables.Stored.Content(
                    eventLeaf(row), NO_ATTACHMENTS.equals(attachments) ? "" : attachments);
        }
        if (row.getObject("id") == null) {
            return new LogTables.Stored.Gone("its event was removed");
        }
        return row.getBoolean("erased")
                ? new LogTables.Stored.Nothing()
                : new LogTables.Stored.Gone("its content was removed without an erasure");
    }

    private static Optional<Leaf> eventLeaf(ResultSet row) throws SQLException {
        EventContent content =
                new EventContent(
                        uuid(row, "id"),
                        row.getInt("kind"),
                        uuid(row, "message"),
                        row.getObject("parent", UUID.class),
                        row.getObject("root_message", UUID.class),
                        uuid(row, "channel"),
                        uuid(row, "organisation"),
                        row.getInt("visibility"),
                        instant(row, "happened_at"),
                        instant(row, "received_at"),
                        row.getString("network_id"),
                        row.getString("author_id"),
                        row.getString("author_handle"),
                        row.getString("author_name"),
                        row.getString("language"),
                        row.getString("in_reply_to"),
                        row.getString("root"),
                        row.getString("shares"),
                        row.getString("title"),
                        row.getString("text"),
                        row.getString("html"),
                        row.getString("attachments"),
                        row.getString("payload_type"),
                        row.getBytes("payload"));
        try {
            return Optional.of(content.leaf(row.getBytes("salt")));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // a salt of another length
        }
    }

    private static LogTables.Stored erasure(ResultSet row) throws SQLException {
        if (row.getObject("erasure") == null) {
            return new LogTables.Stored.Gone("the record of this erasure was removed");
        }
        ErasureContent content =
                new ErasureContent(
                        uuid(row, "erasure"),
                        uuid(row, "by"),
                        row.getString("reason"),
                        instant(row, "at"));
        try {
            return new LogTables.Stored.Content(
                    Optional.of(content.leaf(row.getBytes("erasure_salt"))), "");
        } catch (IllegalArgumentException _) {
            return new LogTables.Stored.Content(Optional.empty(), "");
        }
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
