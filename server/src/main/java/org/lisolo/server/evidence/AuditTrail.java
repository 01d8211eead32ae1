package org.lisolo.server.evidence;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Who looked at, took along or changed what is not public: each deed is a record and a leaf of the
 * log. A request that the access table does not open to everyone has a draft from its beginning,
 * and leaves its record whether or not anybody thinks of it: a change in the first transaction that
 * it commits, a look before its first byte leaves. What is left to do for who answers the request
 * is to say which things it was about, in one line. Safe for use by many threads.
 */
public final class AuditTrail implements TransactionExecutionListener {
    private static final ThreadLocal<AuditDraft> CURRENT = new ThreadLocal<>();
    private static final ThreadLocal<AuditDraft> CHANGING = new ThreadLocal<>();

    private final AuditStore store;
    private final Supplier<TransactionTemplate> transaction;

    /**
     * The trail.
     *
     * @param transaction asked for late, for who begins transactions is told of the trail first
     */
    AuditTrail(AuditStore store, Supplier<TransactionTemplate> transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    /** The draft of the request that this thread answers; none in the background. */
    public Optional<AuditDraft> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** The request under way is about this too. In the background nothing happens. */
    public void about(String kind, Object id) {
        current().ifPresent(draft -> draft.about(kind, id));
    }

    /** The request under way is about these too. In the background nothing happens. */
    public void about(String kind, Collection<?> ids) {
        current().ifPresent(draft -> draft.about(kind, ids));
    }

    /** Why the request under way was made. */
    public void because(String reason) {
        current().ifPresent(draft -> draft.because(reason));
    }

    /**
     * A change by the person whose request is under way, else by the server; its record tells the
     * request's own in its place. To be written by {@link #write}.
     */
    public AuditDraft change(String action, UUID organisation) {
        return current()
                .map(draft -> draft.another(Deed.CHANGE, action))
                .orElseGet(() -> AuditDraft.ofServer(Deed.CHANGE, action, organisation));
    }

    /**
     * Writes what the draft has gathered as a record, in the transaction that is under way, else in
     * one of its own. It may be called again when more was gathered, as an export does for each
     * part before it leaves.
     */
    public void write(AuditDraft draft) {
        write(List.of(draft));
    }

    /**
     * The same for many at once.
     *
     * @return the ids of their records, in their order
     */
    public List<UUID> write(List<AuditDraft> drafts) {
        return Objects.requireNonNull(transaction.get().execute(_ -> store.add(drafts)));
    }

    /** The same with an outcome that nobody knew before. */
    public void write(AuditDraft draft, Deed outcome) {
        write(outcome == draft.deed() ? draft : draft.as(outcome));
    }

    /**
     * Writes as an export what the request under way was about since the last record: called for
     * each part of a long answer before it leaves.
     */
    public void part() {
        current().filter(AuditDraft::hasThings).ifPresent(draft -> write(draft, Deed.EXPORT));
    }

    /**
     * Removes the addresses and reasons of all that a person did; the records and their leaves
     * stay, and the erasure is a record itself.
     */
    public void eraseDetailsOf(UUID actor) {
        transaction
                .get()
                .executeWithoutResult(
                        _ -> {
                            AuditDraft erasure =
                                    current()
                                            .map(
                                                    draft ->
                                                            draft.another(
                                                                    Deed.CHANGE, "ERASE_PERSON"))
                                            .orElseGet(
                                                    () ->
                                                            AuditDraft.ofServer(
                                                                    Deed.CHANGE,
                                                                    "ERASE_PERSON",
                                                                    null));
                            UUID record =
                                    store.add(List.of(erasure.about("people", actor))).getFirst();
                            store.eraseDetails(actor, record);
                        });
    }

    /**
     * A request begins on this thread.
     *
     * @param changes whether the first transaction that it commits is to bear the record
     */
    public void begin(AuditDraft draft, boolean changes) {
        CURRENT.set(draft);
        if (changes) {
            CHANGING.set(draft);
        }
    }

    /** The request under way leaves no record, for that would tell what nobody is to know. */
    public void leaveNone() {
        current().ifPresent(AuditDraft::takeThings);
        end();
    }

    /** What is committed from now on is no longer what the request changes. */
    public void answering() {
        CHANGING.remove();
    }

    /** Whether a record of this draft was written already. */
    public boolean holds(AuditDraft draft) {
        return draft.isWritten();
    }

    /** The request is answered. */
    public void end() {
        CURRENT.remove();
        CHANGING.remove();
    }

    @Override
    public void afterBegin(TransactionExecution begun, @Nullable Throwable failure) {
        AuditDraft draft = CHANGING.get();
        if (failure == null && draft != null && !begun.isReadOnly()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void beforeCommit(boolean readOnly) {
                            writeChange(draft);
                        }
                    });
        }
    }

    /** Once for the request, or again with what a later transaction of it was about. */
    private void writeChange(AuditDraft draft) {
        if (CHANGING.get() == draft && (!draft.isWritten() || draft.hasThings())) {
            store.add(List.of(draft));
        }
    }
}
