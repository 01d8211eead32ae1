package org.lisolo.server.community.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@ServerTest
class DiscussionStoreTest {
    @Autowired Village village;
    @Autowired JdbcClient jdbc;
    @Autowired DiscussionStore store;
    @Autowired TransactionTemplate transactions;

    Citizen awa;
    Space space;

    @BeforeEach
    void arrive() {
        awa = village.citizen();
        space = village.openSpace(village.citizen());
    }

    /** As by a finger that taps twice on a thin network. */
    @Test
    void placesWhatIsSentTwiceAtOnceOnce() throws Exception {
        Discussion question = village.question(space, awa, "Une question", "Un texte");
        int times = 150;
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < times; i++) {
                Place answer = answer(question.id());
                Callable<Void> place =
                        () -> {
                            store.place(answer);
                            return null;
                        };
                for (Future<Void> placed : both.invokeAll(List.of(place, place))) {
                    placed.get();
                }
            }
        }
        assertThat(store.find(question.id(), Reader.STRANGER).orElseThrow().answers())
                .isEqualTo(times);
    }

    /** Whoever follows the log places many at once; whoever writes places one of them meanwhile. */
    @Test
    void neverWaitsForWhoeverWaitsForIt() throws Exception {
        Discussion question = village.question(space, awa, "Une question", "Un texte");
        Place first = answer(question.id());
        Place second = answer(question.id());
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<?> written =
                    Objects.requireNonNull(
                            transactions.execute(
                                    _ -> {
                                        store.place(first);
                                        Future<?> waits = writer.submit(() -> store.place(second));
                                        awaitALock();
                                        store.place(second);
                                        return waits;
                                    }));
            written.get();
        }
        assertThat(store.find(question.id(), Reader.STRANGER).orElseThrow().answers()).isEqualTo(2);
    }

    private void awaitALock() {
        Instant patience = Instant.now().plusSeconds(20);
        while (Instant.now().isBefore(patience)
                && jdbc.sql("select not exists (select from pg_locks where not granted)")
                        .query(Boolean.class)
                        .single()) {
            Thread.onSpinWait();
        }
    }

    private Place answer(ContributionId question) {
        var id = new ContributionId(UUID.randomUUID());
        return new Place(
                new Contribution(
                        id,
                        MessageId.of(space.id().channel(), Place.nameOfAnswer(id)),
                        space.id(),
                        question,
                        Optional.of(question),
                        Optional.empty(),
                        false,
                        Instant.now(),
                        false),
                Optional.empty());
    }
}
