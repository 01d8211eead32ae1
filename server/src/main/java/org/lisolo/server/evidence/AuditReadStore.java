package org.lisolo.server.evidence;

import org.jspecify.annotations.Nullable;
import org.lisolo.ledger.AuditContent;
import org.lisolo.ledger.Hash;
import org.lisolo.ledger.ProofFile;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads audit records. */
final class AuditReadStore {
    private final JdbcClient jdbc;
    private final AuditSeal seal;

    AuditReadStore(JdbcClient jdbc, AuditSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    List<AuditRecord> find(AuditSearch search, UUID before, int limit) {
        // what is not asked for folds away: the planner sees constants
        return jdbc.sql(
                        """
                        select * from evidence.audit
                        where organisation = :organisation and id < :before
                          and (cast(:actor as uuid) is null or actor = :actor
                               or (actor is null and things && cast(:person as text[])))
                          and (cast(:deed as smallint) is null or deed = :deed)
                          and (:action = '' or action = :action)
                          and (cardinality(cast(:things as text[])) = 0
                               or things && cast(:things as text[]))
                          and (cast(:from as timestamptz) is null or at >= :from)
                          and (cast(:until as timestamptz) is null or at < :until)
                          and (cast(:lookups as bytea[]) is null
                               or address_lookup = any(cast(:lookups as bytea[])))
                        order by id desc limit :limit
                        """)
                .param("organisation", search.organisation())
                .param("before", before)
                .param("actor", search.actor().orElse(null))
                .param("person", search.actor().map(AuditReadStore::person).orElse(null))
                .param("deed", search.deed().map(Deed::code).orElse(null))
                .param("action", search.action())
                .param("things", search.things().toArray(String[]::new))
                .param("from", search.from().map(AuditReadStore::utc).orElse(null))
                .param("until", search.until().map(AuditReadStore::utc).orElse(null))
                .param(
                        "lookups",
                        search.address().isEmpty() ? null : seal.lookups(search.address()))
                .param("limit", limit)
                .query((row, _) -> record(row))
                .list();
    }

    /** By this person, or by nobody known upon their account. */
    List<AuditRecord> by(UUID actor, int limit) {
        return jdbc.sql(
                        """
                        (select * from evidence.audit where actor = :actor
                         order by id desc limit :limit)
                        union all
                        (select * from evidence.audit
                         where actor is null and things && cast(:person as text[])
                         order by id desc limit :limit)
                        order by id desc limit :limit
                        """)
                .param("actor", actor)
                .param("person", person(actor))
                .param("limit", limit)
                .query((row, _) -> record(row))
                .list();
    }

    Optional<AuditRecord> find(UUID organisation, UUID id) {
        return jdbc.sql("select * from evidence.audit where id = :id and organisation = :o")
                .param("id", id)
                .param("o", organisation)
                .query((row, _) -> record(row))
                .optional();
    }

    Optional<ProofFile.Opening> opening(UUID organisation, UUID id) {
        return jdbc.sql("select * from evidence.audit where id = :id and organisation = :o")
                .param("id", id)
                .param("o", organisation)
                .query(
                        (row, _) ->
                                new ProofFile.Opening(
                                        row.getBytes("salt"), content(row).canonical()))
                .optional();
    }

    private static String[] person(UUID account) {
        return new String[] {"people:" + account};
    }

    private AuditRecord record(ResultSet row) throws SQLException {
        AuditContent content = content(row);
        return new AuditRecord(
                content.id(),
                content.at(),
                content.organisation(),
                Optional.ofNullable(content.actor()),
                Deed.of(content.deed()),
                content.action(),
                content.route(),
                content.things(),
                details(row.getBytes("details"), content));
    }

    private Optional<AuditRecord.Details> details(byte @Nullable [] sealed, AuditContent content) {
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            AuditSeal.Opened opened = seal.open(sealed, content.id());
            return Optional.of(
                    new AuditRecord.Details(
                            opened.details().address(),
                            opened.details().reason(),
                            opened.commitment().equals(content.details())));
        } catch (IllegalStateException _) {
            return Optional.of(new AuditRecord.Details("", "", false));
        }
    }

    private static AuditContent content(ResultSet row) throws SQLException {
        byte[] bound = row.getBytes("bound");
        return new AuditContent(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("organisation", UUID.class),
                row.getObject("actor", UUID.class),
                row.getInt("deed"),
                row.getString("action"),
                row.getString("route"),
                List.of((String[]) row.getArray("things").getArray()),
                Hash.of(row.getBytes("details_commitment")),
                bound == null ? null : Hash.of(bound));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
