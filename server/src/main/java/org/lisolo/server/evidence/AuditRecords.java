package org.lisolo.server.evidence;

import org.lisolo.ledger.LeafKind;
import org.lisolo.ledger.ProofFile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The audit trail as those read it who may. Safe for use by many threads. */
public final class AuditRecords {
    private final AuditReadStore store;
    private final Log log;

    AuditRecords(AuditReadStore store, Log log) {
        this.store = store;
        this.log = log;
    }

    /**
     * The newest that are wanted.
     *
     * @param before older than this record; {@link #newest} to begin
     */
    public List<AuditRecord> find(AuditSearch search, UUID before, int limit) {
        return store.find(search, before, limit);
    }

    /** Stands behind all records. */
    public static UUID newest() {
        return new UUID(-1, -1);
    }

    /**
     * The newest that a person left, or that were left upon their account by nobody known, in
     * whichever organisation.
     */
    public List<AuditRecord> by(UUID actor, int limit) {
        return store.by(actor, limit);
    }

    public Optional<AuditRecord> find(UUID organisation, UUID id) {
        return store.find(organisation, id);
    }

    /**
     * The proof that a record stands in the log just as it is; none while it waits for its place.
     * It discloses all but the address and the reason.
     */
    public Optional<ProofFile> proof(UUID organisation, UUID id) {
        return store.opening(organisation, id)
                .flatMap(
                        opening ->
                                log.proofOf(LeafKind.AUDIT, id)
                                        .map(
                                                proof ->
                                                        proof.disclosing(
                                                                opening.salt(),
                                                                opening.canonical())));
    }
}
