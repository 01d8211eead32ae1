package org.lisolo.server.evidence;

import org.lisolo.ledger.Checkpoint;
import org.lisolo.ledger.GrowingTree;
import org.lisolo.ledger.MerkleProofs;
import org.lisolo.ledger.NoteSigner;
import org.lisolo.ledger.SignedNote;
import org.lisolo.ledger.TileNodes;
import org.lisolo.ledger.TreeHasher;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;

/**
 * What a node does before it writes the log: it begins the log if there is none, and else makes
 * sure that it has the log's key and that what stands in the database is what was signed. It
 * refuses rather than sign a log that was altered or cut short.
 */
final class LogOpening {
    private final JdbcClient jdbc;
    private final LogStore store;
    private final LogFiles files;
    private final InstantSource time;

    LogOpening(JdbcClient jdbc, LogFiles files, InstantSource time) {
        this.jdbc = jdbc;
        this.store = new LogStore(jdbc);
        this.files = files;
        this.time = time;
    }

    /**
     * The log's key.
     *
     * @param origin names the log if it is begun now
     */
    NoteSigner signer(String origin) {
        return store.vkey().map(this::keyOf).orElseGet(() -> begin(origin));
    }

    private NoteSigner keyOf(String vkey) {
        return files.key()
                .filter(key -> key.verifier().toString().equals(vkey))
                .orElseThrow(
                        () ->
                                new Refusal(
                                        "This node does not have the key that signs this log. The"
                                                + " log's public key is "
                                                + vkey
                                                + "; put the file of its signing key at "
                                                + files.keyPath()
                                                + ", or leave the log to the node that has it."));
    }

    private NoteSigner begin(String origin) {
        NoteSigner signer = files.key().orElseGet(() -> newKey(origin));
        checkKept(0);
        Checkpoint empty = new Checkpoint(signer.name(), 0, new TreeHasher().emptyRoot());
        jdbc.sql(
                        """
                        with begun as (
                            insert into evidence.log (origin, vkey, term, size)
                            values (:origin, :vkey, 0, 0) returning size
                        )
                        insert into evidence.checkpoint (size, note, signed_at)
                        select size, :note, :now from begun
                        """)
                .param("origin", signer.name())
                .param("vkey", signer.verifier().toString())
                .param("note", empty.sign(signer).toString())
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .update();
        return signer;
    }

    private NoteSigner newKey(String origin) {
        NoteSigner signer = NoteSigner.generate(origin, new SecureRandom());
        files.keep(signer);
        return signer;
    }

    /** The tree as the database has it, if it is the one that was signed. */
    GrowingTree tree(NoteSigner signer) {
        long size = store.size();
        checkKept(size);
        GrowingTree tree = new GrowingTree(size, store);
        SignedNote note =
                store.checkpoint().orElseThrow(() -> altered("its newest checkpoint is gone"));
        Checkpoint head = Checkpoint.of(note);
        if (!note.isSignedBy(signer.verifier()) || head.size() != size) {
            throw altered("its newest checkpoint is not ours");
        }
        if (!head.root().equals(tree.root())) {
            throw altered("its tiles are not those that were signed");
        }
        return tree;
    }

    private void checkKept(long size) {
        Checkpoint kept = files.checkpoint().map(Checkpoint::of).orElse(null);
        if (kept == null || kept.size() == 0) {
            return;
        }
        if (kept.size() > size) {
            throw altered(
                    "it has "
                            + size
                            + " entries, and this node signed "
                            + kept.size()
                            + ". If a backup was restored on purpose, remove the file "
                            + files.checkpointPath()
                            + "; whoever kept a newer checkpoint will see what is missing");
        }
        if (!new MerkleProofs(new TileNodes(size, store)).root(kept.size()).equals(kept.root())) {
            throw altered("its first " + kept.size() + " entries are not those that were signed");
        }
    }

    private static Refusal altered(String how) {
        return new Refusal(
                "The log in the database was altered: "
                        + how
                        + ". Nothing is added to it; `lisolo ledger verify` names the first wrong"
                        + " entry.");
    }
}
