package org.lisolo.server.evidence;

import org.lisolo.ledger.Checkpoint;
import org.lisolo.ledger.GrowingTree;
import org.lisolo.ledger.Hash;
import org.lisolo.ledger.Leaf;
import org.lisolo.ledger.NoteVerifier;
import org.lisolo.ledger.SignedNote;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reckons the whole tree anew from the entries, and holds it against what was signed: for a
 * database that was restored.
 */
public final class LogCheck {
    private static final int BATCH = 10_000;

    private final LogStore store;

    LogCheck(LogStore store) {
        this.store = store;
    }

    public long size() {
        return store.size();
    }

    /**
     * What is wrong with the log, in a sentence; empty if nothing is.
     *
     * @param known a checkpoint that was kept elsewhere
     * @param shorter whether the log may end before that one
     */
    public String problem(Optional<SignedNote> known, boolean shorter) {
        Optional<SignedNote> newest = store.checkpoint();
        if (newest.isEmpty()) {
            return known.isPresent() ? "There is no log in it, and you know of one." : "";
        }
        NoteVerifier key = NoteVerifier.parse(store.vkey().orElseThrow());
        Checkpoint head = Checkpoint.of(newest.get());
        if (!newest.get().isSignedBy(key) || head.size() != store.size()) {
            return "The newest checkpoint of the log is not the one that was signed.";
        }
        Optional<Checkpoint> kept = known.map(Checkpoint::of);
        if (known.isPresent() && !known.get().isSignedBy(key)) {
            return "The checkpoint that you know of is another log's.";
        }
        if (kept.isPresent() && kept.get().size() > head.size() && !shorter) {
            return "The log has %d entries, and the checkpoint that you know of has %d: what came later would be lost."
                    .formatted(head.size(), kept.get().size());
        }
        Map<Long, Hash> roots = roots(sizes(head, kept));
        if (!head.root().equals(roots.get(head.size()))) {
            return "The entries of the log are not those that were signed.";
        }
        boolean differs =
                kept.filter(k -> k.size() <= head.size())
                        .filter(k -> !k.root().equals(roots.get(k.size())))
                        .isPresent();
        return differs ? "The log is another one than the checkpoint that you know of says." : "";
    }

    private static Set<Long> sizes(Checkpoint head, Optional<Checkpoint> kept) {
        Set<Long> sizes = new TreeSet<>(Set.of(head.size()));
        kept.map(Checkpoint::size).ifPresent(sizes::add);
        return sizes;
    }

    private Map<Long, Hash> roots(Set<Long> sizes) {
        Map<Long, Hash> roots = new HashMap<>();
        var tree = new GrowingTree();
        if (sizes.contains(0L)) {
            roots.put(0L, tree.root());
        }
        List<Leaf> leaves = store.leaves(0, BATCH);
        while (!leaves.isEmpty()) {
            for (Leaf leaf : leaves) {
                tree.append(leaf.data());
                if (sizes.contains(tree.size())) {
                    roots.put(tree.size(), tree.root());
                }
            }
            tree.takeGrown();
            leaves = store.leaves(tree.size(), BATCH);
        }
        return roots;
    }
}
