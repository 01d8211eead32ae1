package org.lisolo.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.message.Blobs;
import org.lisolo.server.platform.keys.KeysetStore;
import org.lisolo.server.platform.keys.Keysets;
import org.lisolo.server.platform.keys.Resealing;
import org.lisolo.server.testing.Databases;
import org.lisolo.testkit.TestDatabase;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Keys are changed while two servers work on one database. */
class KeysChangeTest {
    final TestDatabase database = Databases.migrated();
    final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> emails = new ConcurrentLinkedQueue<>();
    final AtomicBoolean working = new AtomicBoolean(true);
    final AtomicInteger done = new AtomicInteger();

    @Test
    void nobodyIsLostAndNothingFails() {
        Databases.startTwo(database, this::changeKeysUnderLoad);
    }

    @Test
    void whoWaitedMeanwhileOpensNoSecondAccount() {
        Databases.startTwo(database, this::changeKeysWhileOneWaits);
    }

    private void changeKeysWhileOneWaits(ApplicationContext here, ApplicationContext there) {
        OrganisationId hospital =
                here.getBean(Organisations.class)
                        .create("Hôpital", OrganisationKind.HOSPITAL, ZoneOffset.UTC);
        String email = open(here, hospital);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var second =
                    here.getBean(TransactionOperations.class)
                            .execute(
                                    _ -> {
                                        here.getBean(ContactLock.class)
                                                .take(EmailAddress.asTyped(email));
                                        var waiting =
                                                pool.submit(() -> twice(there, hospital, email));
                                        awaitSomebodyWaiting(here.getBean(JdbcClient.class));
                                        CompletableFuture.runAsync(() -> changeKeys(here), pool)
                                                .join();
                                        return waiting;
                                    });
            assertThat(second.get()).as("one address, one account").isFalse();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitSomebodyWaiting(JdbcClient jdbc) {
        while (!jdbc.sql(
                        "select exists (select from pg_locks where locktype = 'advisory' and not"
                                + " granted)")
                .query(Boolean.class)
                .single()) {
            Thread.onSpinWait();
        }
    }

    private static void changeKeys(ApplicationContext node) {
        node.getBean(Keysets.class).rotate("people");
        pause();
        node.getBean(Resealing.class).sealAnew("people");
    }

    private void changeKeysUnderLoad(ApplicationContext here, ApplicationContext there) {
        OrganisationId hospital =
                here.getBean(Organisations.class)
                        .create("Hôpital", OrganisationKind.HOSPITAL, ZoneOffset.UTC);
        for (int i = 0; i < 20; i++) {
            open(here, hospital);
        }
        byte[] picture = new byte[100_000];
        var hash = here.getBean(Blobs.class).keep(picture);
        byte[] keyBefore = blobKey(here);
        int before;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ApplicationContext node : List.of(here, there, here, there)) {
                pool.submit(() -> work(node, hospital));
            }
            for (int change = 0; change < 3; change++) {
                pause();
                assertThat(here.getBean(Keysets.class).rotate("people")).isTrue();
                pause();
                there.getBean(Resealing.class).sealAnew("people");
            }
            here.getBean(Keysets.class).rotate("media");
            pause();
            before = done.get();
            pause();
            working.set(false);
        }
        assertThat(failures).isEmpty();
        assertThat(done.get()).as("went on to the end").isGreaterThan(before);
        here.getBean(Resealing.class).sealAnew("people");
        here.getBean(Resealing.class).sealAnew("media");
        assertThat(blobKey(there)).isNotEqualTo(keyBefore);
        destroyTheOldKeys(here);
        for (String email : emails) {
            assertThat(there.getBean(AccountStore.class).credentials(EmailAddress.asTyped(email)))
                    .as("found by the new key")
                    .isPresent();
        }
        assertThat(hash).isEqualTo(there.getBean(Blobs.class).keep(picture));
    }

    private static byte[] blobKey(ApplicationContext node) {
        return node.getBean(JdbcClient.class)
                .sql("select key from message.blob")
                .query(byte[].class)
                .single();
    }

    private void destroyTheOldKeys(ApplicationContext node) {
        var later = Clock.offset(Clock.systemUTC(), Duration.ofHours(3));
        new KeysetStore(node.getBean(JdbcClient.class), later)
                .noteLeft(
                        "people",
                        node.getBean(KeysetStore.class)
                                .find("people")
                                .orElseThrow()
                                .left()
                                .orElseThrow()
                                .rows());
        assertThat(node.getBean(Keysets.class).destroyOlder("people")).isTrue();
    }

    private void work(ApplicationContext node, OrganisationId hospital) {
        try {
            while (working.get()) {
                String email = open(node, hospital);
                var store = node.getBean(AccountStore.class);
                assertThat(store.credentials(EmailAddress.asTyped(email))).isPresent();
                assertThat(store.members(hospital)).isNotEmpty();
                String first = emails.peek();
                assertThat(store.credentials(EmailAddress.asTyped(first))).isPresent();
                assertThat(twice(node, hospital, first)).as("one address, one account").isFalse();
                done.incrementAndGet();
            }
        } catch (Throwable e) {
            failures.add(e);
        }
    }

    private static boolean twice(ApplicationContext node, OrganisationId hospital, String email) {
        try {
            node.getBean(Accounts.class)
                    .create(
                            new NewAccount(
                                    email,
                                    "Awa",
                                    "pirogue manioc fleuve 1",
                                    hospital,
                                    Set.of(Role.READER)));
            return true;
        } catch (org.lisolo.server.platform.Problem expected) {
            return false;
        }
    }

    private String open(ApplicationContext node, OrganisationId hospital) {
        String email = UUID.randomUUID() + "@hopital.example";
        node.getBean(Accounts.class)
                .create(
                        new NewAccount(
                                email,
                                "Awa Nzuzi",
                                "pirogue manioc fleuve 1",
                                hospital,
                                Set.of(Role.READER)));
        emails.add(email);
        return email;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(1_500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
