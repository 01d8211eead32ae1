package org.lisolo.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lisolo.ledger.Checkpoint;
import org.lisolo.ledger.GrowingTree;
import org.lisolo.ledger.Leaf;
import org.lisolo.ledger.LeafKind;
import org.lisolo.ledger.ProofFile;
import org.lisolo.ledger.ProofFile.Verdict;
import org.lisolo.ledger.SignedNote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;

class TermTests {
    private final LogWorkshop shop = new LogWorkshop();

    @AfterEach
    void drop() {
        shop.close();
    }

    @Test
    void givesLeavesTheirPlaceInTheOrderOfTheirTransaction() {
        shop.append(LogWorkshop.some(0, 1000));
        assertThat(shop.log.size()).isZero();
        try (Term term = shop.term()) {
            assertThat(term.hasWork()).isTrue();
            assertThat(term.grow(600).leaves()).isEqualTo(600);
            assertThat(term.grow(600).leaves()).isEqualTo(400);
            assertThat(term.hasWork()).isFalse();
            assertThat(term.grow(600).leaves()).isZero();
        }
        List<LogEntry> entries = shop.log.entries(0, 2000);
        assertThat(entries).hasSize(1000);
        for (int i = 0; i < 1000; i++) {
            Leaf leaf = LogWorkshop.leaf(i);
            assertThat(entries.get(i)).isEqualTo(new LogEntry(i + 1, leaf.kind(), leaf.id()));
        }
        assertThat(shop.log.entries(998, 1)).containsExactly(entries.get(998));
        assertThat(shop.log.entries(1000, 10)).isEmpty();
    }

    @Test
    void signsTheRootOfAllLeaves() {
        shop.append(LogWorkshop.some(0, 700));
        try (Term term = shop.term()) {
            term.grow(1000);
        }
        GrowingTree tree = new GrowingTree();
        LogWorkshop.some(0, 700).forEach(leaf -> tree.append(leaf.data()));
        SignedNote note = shop.log.checkpoint().orElseThrow();
        assertThat(note.isSignedBy(shop.log.key().orElseThrow())).isTrue();
        assertThat(Checkpoint.of(note))
                .isEqualTo(new Checkpoint("test.example/log", 700, tree.root()));
    }

    @Test
    void provesAnEventAndItsErasure() {
        Leaf event = LogWorkshop.leaf(400);
        Leaf erasure = new Leaf(LeafKind.ERASURE, event.id(), event.commitment());
        shop.append(LogWorkshop.some(0, 700));
        shop.append(List.of(erasure));
        assertThat(shop.log.proofOf(event.id())).isEmpty();
        try (Term term = shop.term()) {
            term.grow(1000);
        }
        ProofFile proof = ProofFile.parse(shop.log.proofOf(event.id()).orElseThrow().toString());
        assertThat(proof.index()).isEqualTo(400);
        assertThat(proof.leaf()).isEqualTo(event);
        assertThat(proof.check(shop.log.key().orElseThrow())).isEqualTo(Verdict.HOLDS);
        assertThat(shop.log.proofOf(LeafKind.ERASURE, event.id()).orElseThrow().leaf())
                .isEqualTo(erasure);
        assertThat(shop.log.proofOf(new UUID(1, 1))).isEmpty();
    }

    @Test
    void appendsNothingOfATransactionThatRolledBack() {
        shop.transaction.executeWithoutResult(
                status -> {
                    shop.leaves.append(LogWorkshop.some(0, 10));
                    status.setRollbackOnly();
                });
        try (Term term = shop.term()) {
            assertThat(term.grow(100).leaves()).isZero();
        }
        assertThatThrownBy(() -> shop.leaves.append(LogWorkshop.some(0, 1)))
                .hasMessageContaining("within a transaction");
    }

    @ParameterizedTest
    @EnumSource
    void losesAndForksNothingIfACommitFails(FaultyConnections.Fault fault) {
        shop.append(LogWorkshop.some(0, 300));
        try (Term term = shop.term()) {
            term.grow(100);
        }
        try (Term term = shop.term(FaultyConnections.failing(shop.connect(), fault))) {
            assertThatThrownBy(() -> term.grow(100)).isInstanceOf(Exception.class);
            assertThatThrownBy(() -> term.grow(100)).isInstanceOf(Exception.class);
        }
        assertThat(shop.log.size()).isEqualTo(fault == FaultyConnections.Fault.KEPT ? 200 : 100);
        try (Term term = shop.term()) {
            term.grow(1000);
        }
        assertThat(shop.log.entries(0, 1000))
                .extracting(LogEntry::id)
                .isEqualTo(LogWorkshop.some(0, 300).stream().map(Leaf::id).toList());
        holdsTogether(300);
    }

    @Test
    void aDeposedTermWritesNothingMore() {
        shop.append(LogWorkshop.some(0, 50));
        try (Term old = shop.term();
                Term next = shop.term()) {
            assertThatThrownBy(() -> old.grow(10)).isInstanceOf(Term.Deposed.class);
            assertThat(next.grow(20).leaves()).isEqualTo(20);
            assertThatThrownBy(() -> old.grow(10)).isInstanceOf(Term.Deposed.class);
            assertThat(next.grow(100).leaves()).isEqualTo(30);
        }
        holdsTogether(50);
    }

    @Test
    void refusesWithoutTheLogsKey() throws IOException {
        shop.term().close();
        Files.delete(shop.files.keyPath());
        assertThatThrownBy(shop::term)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("does not have the key")
                .hasMessageContaining(shop.log.key().orElseThrow().toString());
        assertThat(shop.files.keyPath()).doesNotExist();
    }

    @Test
    void refusesALogThatWasCutShort() {
        shop.append(LogWorkshop.some(0, 10));
        try (Term term = shop.term()) {
            shop.files.keep(term.grow(10).head());
        }
        shop.jdbc
                .sql("truncate evidence.log, evidence.entry, evidence.tile, evidence.checkpoint")
                .update();
        assertThatThrownBy(shop::term)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("it has 0 entries, and this node signed 10");
    }

    @Test
    void refusesATreeThatWasAltered() {
        shop.append(LogWorkshop.some(0, 10));
        try (Term term = shop.term()) {
            term.grow(10);
        }
        shop.jdbc.sql("update evidence.tile set hashes = set_byte(hashes, 40, 0)").update();
        assertThatThrownBy(shop::term)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not those that were signed");
    }

    @Test
    void keepsItsKeyForTheOwnersEyesOnlyAndOutOfTheDatabase() throws IOException {
        shop.term().close();
        String key = Files.readString(shop.files.keyPath());
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(shop.files.keyPath())))
                .isEqualTo("rw-------");
        String log =
                shop.jdbc.sql("select l::text from evidence.log l").query(String.class).single();
        // PRIVATE+KEY+name+hash+secret, where the secret is Base64 and may hold a plus itself
        String secret = key.strip().split("\\+", 5)[4];
        assertThat(secret).hasSizeGreaterThan(40);
        assertThat(log).doesNotContain(secret);
    }

    /** The tiles, the entries and the newest checkpoint tell of the same tree. */
    private void holdsTogether(long size) {
        GrowingTree tree = new GrowingTree();
        shop.store.leaves(0, Integer.MAX_VALUE).forEach(leaf -> tree.append(leaf.data()));
        Checkpoint head = Checkpoint.of(shop.log.checkpoint().orElseThrow());
        assertThat(tree.size()).isEqualTo(size);
        assertThat(head.size()).isEqualTo(size);
        assertThat(head.root()).isEqualTo(tree.root());
        assertThat(new GrowingTree(size, shop.store).root()).isEqualTo(tree.root());
    }
}
