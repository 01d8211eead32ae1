package org.lisolo.server.evidence;

import org.jspecify.annotations.Nullable;
import org.lisolo.ledger.AuditContent;
import org.lisolo.ledger.Commitment;
import org.lisolo.ledger.Hash;
import org.lisolo.server.platform.Ids;
import org.springframework.jdbc.core.JdbcTemplate;

import java.security.SecureRandom;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes audit records, each with its leaf. */
final class AuditStore {
    /** Of more things another record tells. */
    private static final int MOST_THINGS = 1_000;

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final Leaves leaves;
    private final AuditSeal seal;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AuditStore(JdbcTemplate jdbc, Leaves leaves, AuditSeal seal, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.leaves = leaves;
        this.seal = seal;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("ArrayRecordComponent") // written and never compared
    private record Row(AuditContent content, byte[] salt, AuditSeal.Sealed sealed) {}

    /**
     * Within the caller's transaction.
     *
     * @return of each draft its first record, in their order
     */
    List<UUID> add(List<AuditDraft> drafts) {
        List<Row> rows = new ArrayList<>();
        List<UUID> first = new ArrayList<>();
        for (AuditDraft draft : drafts) {
            int before = rows.size();
            List<String> things = draft.takeThings();
            int from = 0;
            do {
                int to = Math.min(from + MOST_THINGS, things.size());
                rows.add(row(draft, things.subList(from, to)));
                from = to;
            } while (from < things.size());
            first.add(rows.get(before).content().id());
        }
        insert(rows);
        leaves.append(rows.stream().map(row -> row.content().leaf(row.salt())).toList());
        return first;
    }

    private Row row(AuditDraft draft, List<String> things) {
        UUID id = ids.next();
        var details = new AuditContent.Details(draft.address(), draft.reason());
        AuditSeal.Sealed sealed = seal.seal(details, id);
        var content =
                new AuditContent(
                        id,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        draft.organisation(),
                        draft.actor(),
                        draft.deed().code(),
                        draft.action(),
                        draft.route(),
                        things,
                        sealed.commitment(),
                        draft.bound());
        return new Row(content, Commitment.salt(random), sealed);
    }

    private void insert(List<Row> rows) {
        jdbc.batchUpdate(
                """
                insert into evidence.audit (id, at, organisation, actor, deed, action, route,
                    things, salt, details, details_commitment, address_lookup, bound)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows,
                BATCH,
                (columns, row) -> {
                    AuditContent content = row.content();
                    columns.setObject(1, content.id());
                    columns.setObject(2, content.at().atOffset(ZoneOffset.UTC));
                    columns.setObject(3, content.organisation(), Types.OTHER);
                    columns.setObject(4, content.actor(), Types.OTHER);
                    columns.setInt(5, content.deed());
                    columns.setString(6, content.action());
                    columns.setString(7, content.route());
                    columns.setArray(
                            8,
                            columns.getConnection()
                                    .createArrayOf("text", content.things().toArray()));
                    columns.setBytes(9, row.salt());
                    columns.setBytes(10, row.sealed().bytes());
                    columns.setBytes(11, content.details().toBytes());
                    columns.setBytes(12, row.sealed().addressLookup());
                    columns.setBytes(13, bytes(content.bound()));
                });
    }

    /**
     * Removes the personal part of all records by or upon an account, pointing to the erasure's
     * own.
     */
    void eraseDetails(UUID actor, UUID erasure) {
        jdbc.update(
                """
                update evidence.audit
                set details = null, address_lookup = null, details_erased = ?
                where (actor = ? or (actor is null and things && array['people:' || ?]))
                  and details is not null
                """,
                erasure,
                actor,
                actor.toString());
    }

    private static byte @Nullable [] bytes(@Nullable Hash hash) {
        return hash == null ? null : hash.toBytes();
    }
}
