package org.lisolo.server.archive.holds;

import org.lisolo.server.message.MessageId;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that must not be erased.
 *
 * @param message what it was placed on; none for a time
 * @param from the beginning of the time; none but for a time, like until
 * @param ends when it ends by itself
 */
public record Hold(
        UUID id,
        OrganisationId organisation,
        HoldScope scope,
        Optional<MessageId> message,
        Optional<Instant> from,
        Optional<Instant> until,
        String reason,
        AccountId placedBy,
        Instant placedAt,
        Optional<Instant> ends,
        Optional<Release> released) {

    /** How it was ended before its time. */
    public record Release(AccountId by, Instant at, String reason) {}

    public boolean stands(Instant now) {
        return released.isEmpty() && ends.map(now::isBefore).orElse(true);
    }

    public String path() {
        return "/work/holds/" + id;
    }

    Hold released(Release release) {
        return new Hold(
                id,
                organisation,
                scope,
                message,
                from,
                until,
                reason,
                placedBy,
                placedAt,
                ends,
                Optional.of(release));
    }
}
