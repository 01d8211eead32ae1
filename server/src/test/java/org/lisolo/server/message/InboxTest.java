package org.lisolo.server.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.Test;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.platform.Vault;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@ServerTest
class InboxTest {
    @Autowired private Inbox inbox;
    @Autowired private Messages messages;
    @Autowired private Blobs blobs;
    @Autowired private Vault vault;
    @Autowired private Erasures erasures;
    @Autowired private JdbcClient jdbc;

    @Test
    void answersOnlyWhenTheMessageCanBeRead() {
        Said said = Said.somewhere().text("Fièvre à Mbanza");
        Arrival arrival = said.arrival();
        assertThat(inbox.accept(List.of(arrival)))
                .containsExactly(new Acceptance.Accepted(arrival.event().id()));
        Message read = messages.find(arrival.event().message(), Sight.ofPublic()).orElseThrow();
        assertThat(read.current()).isEqualTo(arrival.event());
        assertThat(messages.payload(arrival.event().id(), Sight.ofPublic()).orElseThrow().bytes())
                .isEqualTo(arrival.payload().bytes());
    }

    @Test
    void keepsTheSameEventOnce() {
        Said said = Said.somewhere();
        Arrival first = said.arrival();
        inbox.accept(List.of(first));
        assertThat(
                        inbox.accept(
                                List.of(
                                        said.arrival(),
                                        said.next("autre").arrival(),
                                        said.arrival())))
                .satisfiesExactly(
                        known ->
                                assertThat(known)
                                        .isEqualTo(new Acceptance.Known(first.event().id())),
                        fresh -> assertThat(fresh).isInstanceOf(Acceptance.Accepted.class),
                        known ->
                                assertThat(known)
                                        .isEqualTo(new Acceptance.Known(first.event().id())));
    }

    @Test
    void keepsTheSameEventOnceWithinOneCallToo() {
        Said said = Said.somewhere();
        List<Acceptance> answers = inbox.accept(List.of(said.arrival(), said.arrival()));
        assertThat(answers.get(0)).isInstanceOf(Acceptance.Accepted.class);
        assertThat(answers.get(1)).isEqualTo(new Acceptance.Known(answers.get(0).event()));
    }

    @Test
    void keepsTheSameEventOnceHoweverManyBringItAtTheSameTime() throws Exception {
        Said said = Said.somewhere();
        List<Callable<Acceptance>> callers = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            callers.add(() -> inbox.accept(List.of(said.arrival())).getFirst());
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Acceptance> answers = new ArrayList<>();
            for (Future<Acceptance> answer : threads.invokeAll(callers)) {
                answers.add(answer.get());
            }
            assertThat(answers)
                    .extracting(Acceptance::event)
                    .containsOnly(answers.getFirst().event());
            assertThat(answers).filteredOn(Acceptance.Accepted.class::isInstance).hasSize(1);
        }
    }

    @Test
    void reconcilesAnEditAndADeletionThatComeBeforeTheirCreation() {
        Said said = Said.somewhere().text("un");
        inbox.accept(List.of(said.deleted().arrival()));
        inbox.accept(List.of(said.edited("deux").arrival()));
        inbox.accept(List.of(said.arrival()));
        Message message = messages.find(said.event().message(), Sight.ofPublic()).orElseThrow();
        assertThat(message.versions()).extracting(MessageEvent::text).containsExactly("un", "deux");
        assertThat(message.deleted()).isTrue();
    }

    @Test
    void keepsWhatPostgresqlCannotHoldInThePayload() {
        Said said = Said.somewhere().text("a\0b\uD83D");
        byte[] raw = "a\0b".getBytes(StandardCharsets.UTF_8);
        MessageEvent event = said.event();
        inbox.accept(List.of(new Arrival(event, new Payload("text/plain", raw))));
        assertThat(messages.event(event.id(), Sight.ofPublic()).orElseThrow().text())
                .isEqualTo("a\uFFFDb\uFFFD");
        assertThat(messages.payload(event.id(), Sight.ofPublic()).orElseThrow().bytes())
                .isEqualTo(raw);
    }

    @Test
    void refusesOneCallerWithoutHurtingAnother() throws Exception {
        // a time that PostgreSQL has no room for: the statement fails, whoever shares the commit
        Arrival bad = Said.somewhere().at(Instant.MAX.minusSeconds(10)).arrival();
        List<Callable<Boolean>> callers = new ArrayList<>();
        callers.add(() -> fails(bad));
        for (int i = 0; i < 20; i++) {
            callers.add(() -> !fails(Said.somewhere().arrival()));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> asExpected : threads.invokeAll(callers)) {
                assertThat(asExpected.get()).isTrue();
            }
        }
    }

    private boolean fails(Arrival arrival) {
        try {
            inbox.accept(List.of(arrival));
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }

    @Test
    void showsAMessageWithinAnOrganisationToItsStaffOnly() {
        Said said = Said.somewhere().within().text("entre nous");
        Arrival arrival = said.arrival();
        inbox.accept(List.of(arrival));
        MessageId id = arrival.event().message();
        EventId event = arrival.event().id();
        Sight others = Sight.ofStaff(Said.somewhere().organisation());
        for (Sight stranger : List.of(Sight.ofPublic(), others)) {
            assertThat(messages.find(id, stranger)).isEmpty();
            assertThat(messages.event(event, stranger)).isEmpty();
            assertThat(messages.payload(event, stranger)).isEmpty();
            assertThat(messages.opening(event, stranger)).isEmpty();
            assertThat(messages.conversation(id, stranger)).isEmpty();
        }
        assertThat(messages.find(id, Sight.ofStaff(said.organisation()))).isPresent();
    }

    @Test
    void gathersAConversationWhateverItsPiecesCameBy() {
        Said top = Said.somewhere().text("question");
        Said answer = top.reply("réponse");
        Said thanks = answer.reply("merci");
        inbox.accept(List.of(thanks.arrival(), top.arrival()));
        inbox.accept(List.of(answer.arrival()));
        assertThat(messages.conversation(thanks.event().message(), Sight.ofPublic()))
                .extracting(message -> message.current().text())
                .containsExactly("question", "réponse", "merci");
        assertThat(messages.ancestors(thanks.event().message()))
                .containsExactly(
                        thanks.event().message(), answer.event().message(), top.event().message());
    }

    @Test
    void followsAConversationOverAMissingPieceWhereTheNetworkNamesTheRoot() {
        Said top = Said.somewhere().text("question");
        Said missing = top.reply("perdue");
        Said last = missing.reply("merci").root(top.networkId());
        inbox.accept(List.of(top.arrival(), last.arrival()));
        assertThat(messages.ancestors(last.event().message()).getLast())
                .isEqualTo(top.event().message());
        assertThat(messages.conversation(top.event().message(), Sight.ofPublic())).hasSize(2);
    }

    @Test
    void endsWhereTwoMessagesAnswerEachOther() {
        Said one = Said.somewhere().id("a");
        Said loop =
                new Said(
                        one.channel(),
                        one.organisation(),
                        one.kind(),
                        "a",
                        "x",
                        one.visibility(),
                        null,
                        "b",
                        null,
                        one.at(),
                        "a",
                        List.of());
        Said back = loop.id("b").text("b");
        Said backToA =
                new Said(
                        back.channel(),
                        back.organisation(),
                        back.kind(),
                        "b",
                        "x",
                        back.visibility(),
                        null,
                        "a",
                        null,
                        back.at(),
                        "b",
                        List.of());
        inbox.accept(List.of(loop.arrival(), backToA.arrival()));
        assertThat(messages.conversation(loop.event().message(), Sight.ofPublic())).hasSize(2);
    }

    @Test
    void sweepsOldFilesThatNoEventNames() {
        ContentHash unnamed = blobs.keep(UUID.randomUUID().toString().getBytes(US_ASCII));
        ContentHash fresh = blobs.keep(UUID.randomUUID().toString().getBytes(US_ASCII));
        ContentHash named = blobs.keep(UUID.randomUUID().toString().getBytes(US_ASCII));
        Said said = Said.somewhere().with(new Attachment("image/png", "moi", null, named));
        inbox.accept(List.of(said.arrival()));
        jdbc.sql("update message.blob set kept_at = now() - interval '2 days' where hash in (?, ?)")
                .params(unnamed.bytes(), named.bytes())
                .update();

        blobs.sweep();

        assertThat(kept(unnamed)).isFalse();
        assertThat(kept(fresh)).isTrue();
        assertThat(kept(named)).isTrue();
    }

    @Test
    void keepsOldFilesForWhichAnEventIsAwaited() {
        ContentHash awaited = blobs.keep(UUID.randomUUID().toString().getBytes(US_ASCII));
        jdbc.sql("update message.blob set kept_at = now() - interval '2 days' where hash = ?")
                .param(awaited.bytes())
                .update();
        new Blobs(jdbc, vault, Clock.systemUTC(), List.of(() -> List.of(awaited))).sweep();
        assertThat(kept(awaited)).isTrue();
        blobs.sweep();
        assertThat(kept(awaited)).isFalse();
    }

    private boolean kept(ContentHash hash) {
        return jdbc.sql("select exists (select from message.blob where hash = ?)")
                .param(hash.bytes())
                .query(Boolean.class)
                .single();
    }

    @Test
    void forgetsContentPayloadSaltAndFilesOnErasure() {
        byte[] picture = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        ContentHash hash = blobs.keep(picture);
        Said said = Said.somewhere().by("p" + UUID.randomUUID()).text("à oublier");
        Said withPicture = said.with(new Attachment("image/png", "moi", null, hash));
        inbox.accept(
                List.of(withPicture.arrival(), withPicture.edited("à oublier aussi").arrival()));
        Said other = said.next("d’une autre").by("q" + UUID.randomUUID());
        inbox.accept(List.of(other.arrival()));

        int erased =
                erasures.eraseAuthor(
                        said.organisation(),
                        said.author(),
                        new AccountId(UUID.randomUUID()),
                        "demande");

        assertThat(erased).isEqualTo(2);
        assertThat(messages.find(said.event().message(), Sight.ofPublic())).isEmpty();
        assertThat(blobs.find(hash, Sight.ofPublic())).isEmpty();
        assertThat(messages.find(other.event().message(), Sight.ofPublic())).isPresent();
        assertThat(
                        jdbc.sql("select count(*) from message.content where author_id = ?")
                                .param(said.author())
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void erasesNothingOfAnotherOrganisation() {
        Said said = Said.somewhere().by("p" + UUID.randomUUID());
        inbox.accept(List.of(said.arrival()));
        assertThat(
                        erasures.eraseAuthor(
                                Said.somewhere().organisation(),
                                said.author(),
                                new AccountId(UUID.randomUUID()),
                                "demande"))
                .isZero();
        assertThat(messages.find(said.event().message(), Sight.ofPublic())).isPresent();
    }

    @Test
    void refusesAMessageWithoutAnId() {
        assertThatThrownBy(() -> Said.somewhere().id(" ").event())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
