package org.lisolo.server.operations;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.platform.Problem;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What was kept safe, and when the next time is.
 *
 * @param folder where; empty for whom it does not concern, or if nobody has set it
 * @param hindrance the key of the sentence that says why none can be made; or empty
 * @param mine whether the reader's organisation runs the server
 * @param mayBegin whether the reader may make one now
 * @param next when the next one is due; null if none is planned
 * @param days so many of the last days keep one; so do weeks and months
 * @param running the one under way
 * @param good the newest that is whole and was read back
 * @param late whether the last one due is still missing
 * @param backups the others, newest first
 */
public record BackupsPage(
        String folder,
        String hindrance,
        boolean mine,
        boolean mayBegin,
        @Nullable Instant next,
        int days,
        int weeks,
        int months,
        @Nullable KeptBackup running,
        @Nullable KeptBackup good,
        boolean late,
        List<KeptBackup> backups,
        Map<AccountId, String> names,
        Instant now,
        List<Problem> problems) {

    /** Whoever asked for it; empty for the schedule. */
    public String asker(KeptBackup backup) {
        return backup.askedBy() == null
                ? ""
                : names.getOrDefault(new AccountId(backup.askedBy()), "");
    }
}
