package org.lisolo.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lisolo.ledger.Checkpoint;
import org.lisolo.ledger.GrowingTree;
import org.lisolo.ledger.Leaf;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

class SequencerTests {
    private final LogWorkshop shop = new LogWorkshop();

    @AfterEach
    void drop() {
        shop.close();
    }

    @Test
    void sequencesWithinASecondOfTheCommit() throws InterruptedException {
        Sequencer sequencer = shop.sequencer(shop.source::getConnection);
        sequencer.start();
        try {
            waitFor(0, () -> shop.log.checkpoint().isPresent());
            for (int i = 0; i < 5; i++) {
                int size = i + 1;
                Instant before = Instant.now();
                shop.append(LogWorkshop.some(i, size));
                waitFor(size, () -> shop.log.size() == size);
                assertThat(Duration.between(before, Instant.now()))
                        .isLessThan(Duration.ofSeconds(1));
            }
        } finally {
            sequencer.stop();
        }
        assertThat(Checkpoint.of(shop.files.checkpoint().orElseThrow()).size()).isEqualTo(5);
    }

    @Test
    void twoNodesWhoseConnectionsAreCutAgainAndAgainForkNothing() throws InterruptedException {
        Sequencer first = shop.sequencer(shop.source::getConnection);
        Sequencer second = shop.sequencer(shop.source::getConnection);
        first.start();
        second.start();
        try {
            for (int round = 0; round < 6; round++) {
                for (int i = 0; i < 20; i++) {
                    appendWhateverHappens(
                            LogWorkshop.some(round * 1000 + i * 50, round * 1000 + i * 50 + 50));
                }
                shop.database.cutConnections();
            }
            waitFor(6000, () -> shop.log.size() == 6000);
        } finally {
            first.stop();
            second.stop();
        }
        List<Leaf> leaves = shop.store.leaves(0, 10_000);
        Set<UUID> ids = new HashSet<>();
        leaves.forEach(leaf -> ids.add(leaf.id()));
        assertThat(ids).hasSize(6000);
        GrowingTree tree = new GrowingTree();
        leaves.forEach(leaf -> tree.append(leaf.data()));
        assertThat(Checkpoint.of(shop.log.checkpoint().orElseThrow()).root())
                .isEqualTo(tree.root());
        everyCheckpointIsOfThisTree(leaves);
    }

    @Test
    void theNodeThatStandsByTakesOver() throws InterruptedException {
        Sequencer first = shop.sequencer(shop.source::getConnection);
        Sequencer second = shop.sequencer(shop.source::getConnection);
        first.start();
        waitFor(0, () -> shop.log.checkpoint().isPresent());
        second.start();
        shop.append(LogWorkshop.some(0, 10));
        waitFor(10, () -> shop.log.size() == 10);
        first.stop();
        try {
            shop.append(LogWorkshop.some(10, 20));
            waitFor(20, () -> shop.log.size() == 20);
        } finally {
            second.stop();
        }
    }

    private void appendWhateverHappens(List<Leaf> leaves) {
        // a transaction whose connection is cut before its commit is tried again, as callers do
        while (true) {
            try {
                shop.append(leaves);
                return;
            } catch (org.springframework.dao.DataAccessException
                    | org.springframework.transaction.TransactionException e) {
                boolean kept =
                        shop.jdbc
                                .sql(
                                        """
                                        select exists (select from evidence.pending where id = :id)
                                        or exists (select from evidence.entry where id = :id)
                                        """)
                                .param("id", leaves.getFirst().id())
                                .query(Boolean.class)
                                .single();
                if (kept) {
                    return;
                }
            }
        }
    }

    private void everyCheckpointIsOfThisTree(List<Leaf> leaves) {
        List<String> notes =
                shop.jdbc.sql("select note from evidence.checkpoint").query(String.class).list();
        for (String note : notes) {
            Checkpoint checkpoint = Checkpoint.of(org.lisolo.ledger.SignedNote.parse(note));
            GrowingTree tree = new GrowingTree();
            leaves.subList(0, (int) checkpoint.size()).forEach(leaf -> tree.append(leaf.data()));
            assertThat(checkpoint.root()).isEqualTo(tree.root());
        }
    }

    private void waitFor(long size, java.util.function.BooleanSupplier reached)
            throws InterruptedException {
        Instant end = Instant.now().plusSeconds(30);
        while (!reached.getAsBoolean()) {
            assertThat(Instant.now()).as("waiting for %s", size).isBefore(end);
            Thread.sleep(5);
        }
    }
}
