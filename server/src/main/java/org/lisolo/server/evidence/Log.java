package org.lisolo.server.evidence;

import org.lisolo.ledger.Checkpoint;
import org.lisolo.ledger.Leaf;
import org.lisolo.ledger.LeafKind;
import org.lisolo.ledger.MerkleProofs;
import org.lisolo.ledger.NoteVerifier;
import org.lisolo.ledger.ProofFile;
import org.lisolo.ledger.SignedNote;
import org.lisolo.ledger.TileNodes;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The log as all nodes read it: entries in their order, the newest signed checkpoint, and proofs.
 * Safe for use by many threads.
 */
public final class Log {
    private final LogStore store;

    Log(LogStore store) {
        this.store = store;
    }

    /**
     * The next entries after a position, in order; empty at the end of the log.
     *
     * @param after the last position that was read; 0 to begin
     * @param limit at most so many
     */
    public List<LogEntry> entries(long after, int limit) {
        return store.entries(after, limit);
    }

    /** The places of those of the events that have one by now. */
    public Map<UUID, Long> positionsOf(Collection<UUID> events) {
        return store.positionsOf(events);
    }

    /** How many entries there are, which is the last one's position. */
    public long size() {
        return store.size();
    }

    /** The newest checkpoint; none before the first sequencer began its work. */
    public Optional<SignedNote> checkpoint() {
        return store.checkpoint();
    }

    /** The public key that the checkpoints are signed with; none before the log was begun. */
    public Optional<NoteVerifier> key() {
        return store.vkey().map(NoteVerifier::parse);
    }

    /**
     * The proof that an event is in the log, at the newest checkpoint; none while the event waits
     * for its place, which takes less than a second. {@link ProofFile#disclosing} adds the content,
     * {@link ProofFile#toString} is the file's text.
     */
    public Optional<ProofFile> proofOf(UUID event) {
        return proofOf(LeafKind.EVENT, event);
    }

    /** The same for an entry of any kind, such as the erasure of an event. */
    public Optional<ProofFile> proofOf(LeafKind kind, UUID id) {
        long position = store.positionOf(kind, id).orElse(0);
        if (position == 0) {
            return Optional.empty();
        }
        Leaf leaf = store.leafAt(position).orElseThrow();
        SignedNote head = store.checkpoint().orElseThrow();
        long size = Checkpoint.of(head).size();
        MerkleProofs proofs = new MerkleProofs(new TileNodes(size, store));
        return Optional.of(
                new ProofFile(
                        leaf,
                        Optional.empty(),
                        position - 1,
                        proofs.inclusion(position - 1, size),
                        head));
    }
}
