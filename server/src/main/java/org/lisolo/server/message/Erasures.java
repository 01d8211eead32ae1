package org.lisolo.server.message;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A person's right to be forgotten. Content, payload and salt go, and with them whatever other
 * modules derived; the leaf stays in the log, so every proof still holds, and the erasure becomes
 * an entry of the log itself.
 */
@Service
public class Erasures {
    private final ErasureStore store;
    private final List<Forgets> forgetful;
    private final ErasureLock lock;
    private final List<ForbidsErasure> forbidding;
    private final TransactionTemplate transaction;

    Erasures(
            ErasureStore store,
            List<Forgets> forgetful,
            ErasureLock lock,
            List<ForbidsErasure> forbidding,
            TransactionTemplate transaction) {
        this.store = store;
        this.forgetful = forgetful;
        this.lock = lock;
        this.forbidding = forbidding;
        this.transaction = transaction;
    }

    /**
     * Forgets all that one author wrote through the organisation's channels.
     *
     * @param authorId the network's id of the author, as the events name it
     * @param reason why, for the register: no name, no text
     * @return how many events were erased
     */
    public int eraseAuthor(
            OrganisationId organisation, String authorId, AccountId by, String reason) {
        return erase(organisation, () -> store.ofAuthor(organisation, authorId), by, reason);
    }

    /** Forgets one message in all its versions. */
    public int eraseMessage(
            OrganisationId organisation, MessageId message, AccountId by, String reason) {
        return erase(organisation, () -> store.ofMessage(organisation, message), by, reason);
    }

    /**
     * A line of the register of erasures.
     *
     * @param by the officer's account
     */
    public record Erased(UUID event, UUID by, String reason) {}

    /** The whole register, to be kept beside backups that were made before. */
    public static List<Erased> register(Connection connection) {
        return ErasureStore.register(connection);
    }

    /** How many lines the register has. */
    public long count() {
        return store.count();
    }

    /**
     * After a restore: forgets what had been erased since the backup was made.
     *
     * @return how many events were erased
     */
    public int eraseAgain(List<Erased> register) {
        int erased = 0;
        for (Erased line : register) {
            erased +=
                    erase(
                            // what was forgotten before no hold of today keeps
                            OrganisationId.NONE,
                            () -> store.ofEvent(line.event()),
                            new AccountId(line.by()),
                            line.reason());
        }
        return erased;
    }

    private int erase(
            OrganisationId organisation, Supplier<Erasure> asked, AccountId by, String reason) {
        Integer erased =
                transaction.execute(
                        status -> {
                            lock.take();
                            Erasure erasure = asked.get();
                            if (!erasure.events().isEmpty()) {
                                forbidding.forEach(module -> module.check(organisation, erasure));
                                store.erase(erasure, by, reason);
                                forgetful.forEach(module -> module.forget(erasure));
                            }
                            return erasure.events().size();
                        });
        reclaim();
        return erased == null ? 0 : erased;
    }

    /** As soon as the rows are gone for good, which is after the caller's transaction, if any. */
    private void reclaim() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            store.reclaim();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        // the connection of this thread is in a transaction until it is given back
                        Thread.startVirtualThread(store::reclaim);
                    }
                });
    }
}
