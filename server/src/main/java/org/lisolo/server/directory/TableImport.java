package org.lisolo.server.directory;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;

import java.time.Instant;
import java.util.UUID;

/**
 * A table that somebody handed over, and what became of it.
 *
 * @param failure key of the sentence that says what is wrong with the whole file, or empty
 * @param counts of the rows, as far as it was read
 */
record TableImport(
        UUID id,
        OrganisationId organisation,
        AccountId account,
        EntryKind kind,
        String fileName,
        State state,
        String failure,
        String separator,
        String encoding,
        Counts counts,
        Instant created) {

    /** Read to see what it would do, waiting for a yes, being done, done; or given up. */
    enum State {
        CHECKING,
        READY,
        APPLYING,
        DONE,
        FAILED,
        DISCARDED;

        boolean goesOn() {
            return this == CHECKING || this == APPLYING;
        }
    }

    record Counts(long total, long added, long altered, long same, long refused) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        /** One that would have been taken when it was looked at, and then could not. */
        Counts refusedAfterAll(RowOutcome outcome) {
            return new Counts(
                    total,
                    added - (outcome.kind() == RowOutcome.Kind.ADDED ? 1 : 0),
                    altered - (outcome.kind() == RowOutcome.Kind.ALTERED ? 1 : 0),
                    same,
                    refused + 1);
        }

        Counts and(RowOutcome outcome) {
            return new Counts(
                    total + 1,
                    added + (outcome.kind() == RowOutcome.Kind.ADDED ? 1 : 0),
                    altered + (outcome.kind() == RowOutcome.Kind.ALTERED ? 1 : 0),
                    same + (outcome.kind() == RowOutcome.Kind.SAME ? 1 : 0),
                    refused + (outcome.kind() == RowOutcome.Kind.REFUSED ? 1 : 0));
        }
    }
}
