package org.lisolo.cli.ledger;

import org.jspecify.annotations.Nullable;
import org.lisolo.ledger.Checkpoint;
import org.lisolo.ledger.GrowingTree;
import org.lisolo.ledger.Hash;
import org.lisolo.ledger.MalformedLedgerException;
import org.lisolo.ledger.MerkleChecks;
import org.lisolo.ledger.MerkleProofs;
import org.lisolo.ledger.NoteVerifier;
import org.lisolo.ledger.SignedNote;
import org.lisolo.ledger.Tile;
import org.lisolo.ledger.TileContent;
import org.lisolo.ledger.TileNodes;
import org.lisolo.ledger.TreeHasher;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Recomputes a log from its database, entry by entry, in constant memory, within one snapshot. The
 * entries must be those whose hashes stand in the tiles; what is stored as content must be what its
 * entry commits to; the tree over all entries must have every root that was signed. The first entry
 * for which this does not hold is the finding.
 */
final class LogVerification {
    private final LogTables tables;
    private final Optional<NoteVerifier> known;
    private final Optional<SignedNote> kept;
    private final LongConsumer progress;
    private final TreeHasher hasher = new TreeHasher();
    private final GrowingTree tree = new GrowingTree();
    private final List<String> summary = new ArrayList<>();
    private byte[] leafTile = new byte[0];
    private long lastSigned;

    /**
     * Prepares a check.
     *
     * @param connection in a read-only transaction with one snapshot
     * @param known the log's key as the asker knows it
     * @param kept a checkpoint that the asker kept
     * @param progress is told how many entries were checked
     */
    LogVerification(
            Connection connection,
            Optional<NoteVerifier> known,
            Optional<SignedNote> kept,
            LongConsumer progress) {
        this.tables = new LogTables(connection);
        this.known = known;
        this.kept = kept;
        this.progress = progress;
    }

    /** What was looked at, for people. */
    List<String> summary() {
        return summary;
    }

    /** The first thing that is wrong; nothing if all holds. */
    Optional<Finding> run() throws SQLException {
        LogTables.Head head = tables.head();
        NoteVerifier key = known.orElse(head.key());
        summary.add("log       " + head.origin());
        summary.add("key       " + key);
        Optional<Finding> finding = signer(head, key);
        if (finding.isEmpty()) {
            finding = entries(key);
        }
        summary.add("head      " + tree.size() + " entries, " + tree.root());
        return finding.isPresent() ? finding : end(head);
    }

    private Optional<Finding> signer(LogTables.Head head, NoteVerifier key) {
        if (!head.key().equals(key)) {
            return whole("the signer was replaced: the database names the key " + head.key());
        }
        if (!head.origin().equals(key.name())) {
            return whole("the log was renamed: the database calls it " + head.origin());
        }
        if (kept.isPresent() && !kept.get().isSignedBy(key)) {
            return whole("the signer was replaced: the kept checkpoint is not by the key " + key);
        }
        return Optional.empty();
    }

    private Optional<Finding> entries(NoteVerifier key) throws SQLException {
        try (LogTables.Entries entries = tables.entries();
                LogTables.Checkpoints checkpoints = tables.checkpoints()) {
            Optional<Finding> finding = signed(checkpoints, key);
            while (finding.isEmpty() && entries.next()) {
                finding = entry(entries.current());
                if (finding.isEmpty()) {
                    finding = signed(checkpoints, key);
                }
                progress.accept(tree.size());
            }
            return finding.isPresent() ? finding : cutShort(checkpoints);
        }
    }

    private Optional<Finding> entry(LogTables.Entry entry) throws SQLException {
        long position = tree.size() + 1;
        if (entry.position() != position) {
            return at(position, "it was removed");
        }
        int place = (int) (tree.size() % Tile.FULL_WIDTH);
        if (place == 0) {
            leafTile = tables.tile(0, tree.size() / Tile.FULL_WIDTH);
        }
        if (entry.leaf().isEmpty()) {
            return at(position, "it was altered");
        }
        Hash hash = hasher.leaf(entry.leaf().get().data());
        @Nullable Hash signed =
                leafTile.length < (place + 1) * Hash.BYTES
                        ? null
                        : Hash.at(leafTile, place * Hash.BYTES);
        if (!hash.equals(signed)) {
            return otherThanItsTile(position, hash, signed);
        }
        tree.append(hash);
        Optional<Finding> upper = place == Tile.FULL_WIDTH - 1 ? upperTiles() : Optional.empty();
        return upper.isPresent() ? upper : content(entry);
    }

    /** The signed tree says which of both was altered. */
    private Optional<Finding> otherThanItsTile(long position, Hash entry, @Nullable Hash tile)
            throws SQLException {
        if (isInSignedTree(position, entry)) {
            return at(position, "its hash in the tiles was altered; the entry itself is as signed");
        }
        if (tile == null || !isInSignedTree(position, tile)) {
            return at(position, "it was altered or added, and the tree with it");
        }
        long signedAt = tables.positionOf(entry);
        return signedAt == 0
                ? at(position, "it was altered")
                : at(
                        position,
                        "it was removed or reordered: what stands here was signed as entry "
                                + signedAt);
    }

    private boolean isInSignedTree(long position, Hash hash) throws SQLException {
        Checkpoint head = tables.newestCheckpoint().map(Checkpoint::of).orElse(null);
        if (head == null || position > head.size()) {
            return false;
        }
        try {
            MerkleProofs proofs = new MerkleProofs(new TileNodes(head.size(), tables::tiles));
            List<Hash> path = proofs.inclusion(position - 1, head.size());
            return new MerkleChecks().included(hash, position - 1, head.size(), path, head.root());
        } catch (MalformedLedgerException _) {
            return false; // a tile on the way is gone
        }
    }

    private Optional<Finding> content(LogTables.Entry entry) throws SQLException {
        long position = entry.position();
        return switch (entry.stored()) {
            case LogTables.Stored.Nothing _ -> Optional.empty();
            case LogTables.Stored.Gone(String what) -> at(position, what);
            case LogTables.Stored.Content(var leaf, var attachments)
                    when leaf.equals(entry.leaf()) ->
                    attachments.isEmpty()
                            ? Optional.empty()
                            : tables.wrongBytes(attachments)
                                    .map(wrong -> new Finding(position, wrong));
            case LogTables.Stored.Content _ -> at(position, "its content was altered");
        };
    }

    /** The tiles above the leaves' that became full, or at the end all that are not. */
    private Optional<Finding> upperTiles() throws SQLException {
        for (TileContent grown : tree.takeGrown()) {
            Tile tile = grown.tile();
            if (tile.level() > 0 && tile.isFull() && !isStored(grown)) {
                return whole("the tile " + tile.path() + " was altered");
            }
        }
        return Optional.empty();
    }

    private boolean isStored(TileContent grown) throws SQLException {
        byte[] stored = tables.tile(grown.tile().level(), grown.tile().index());
        int length = grown.hashes().length;
        return stored.length >= length
                && Arrays.equals(stored, 0, length, grown.hashes(), 0, length);
    }

    /** The checkpoints of the tree's size now. */
    private Optional<Finding> signed(LogTables.Checkpoints checkpoints, NoteVerifier key)
            throws SQLException {
        for (long size = tree.size(); checkpoints.size() == size; checkpoints.next()) {
            SignedNote note = checkpoints.note();
            if (!note.isSignedBy(key)) {
                return whole("the checkpoint of " + size + " entries is not signed by the log");
            }
            Optional<Finding> finding = sameRoot(Checkpoint.of(note));
            if (finding.isPresent()) {
                return finding;
            }
            lastSigned = size;
        }
        Optional<Checkpoint> own = kept.map(Checkpoint::of).filter(k -> k.size() == tree.size());
        return own.isPresent() ? sameRoot(own.get()) : Optional.empty();
    }

    private Optional<Finding> sameRoot(Checkpoint signed) {
        if (signed.size() == tree.size() && signed.root().equals(tree.root())) {
            return Optional.empty();
        }
        return at(
                lastSigned + 1,
                "this or a later one up to entry "
                        + tree.size()
                        + " was altered, and the tree with it: another root was signed");
    }

    private Optional<Finding> cutShort(LogTables.Checkpoints checkpoints) throws SQLException {
        long keptSize = kept.map(Checkpoint::of).map(Checkpoint::size).orElse(0L);
        long signed = Math.max(checkpoints.size(), keptSize);
        if (signed > tree.size()) {
            return at(
                    tree.size() + 1,
                    "it was removed, and all after it: " + signed + " entries were signed");
        }
        if (tree.size() > lastSigned) {
            return at(lastSigned + 1, "it was added, and never signed");
        }
        return Optional.empty();
    }

    private Optional<Finding> end(LogTables.Head head) throws SQLException {
        summary.add("waiting   " + tables.pending() + " for their place");
        if (head.size() != tree.size()) {
            return whole("the log's size was altered to " + head.size());
        }
        // read anew, the tree's unfinished tiles lead to its root or were altered
        if (!new GrowingTree(tree.size(), tables::tiles).root().equals(tree.root())) {
            return whole("an unfinished tile was altered");
        }
        Optional<String> added = tables.unloggedEvent();
        if (added.isPresent()) {
            return whole("the event " + added.get() + " was added past the log");
        }
        Optional<String> slipped = tables.unloggedAudit();
        if (slipped.isPresent()) {
            return whole("the audit record " + slipped.get() + " was added past the log");
        }
        return tables.alteredBlob()
                .flatMap(hash -> whole("the attachment " + hash + " was altered"));
    }

    private static Optional<Finding> whole(String sentence) {
        return Optional.of(new Finding(0, sentence));
    }

    private static Optional<Finding> at(long position, String sentence) {
        return Optional.of(new Finding(position, sentence));
    }
}
