package org.lisolo.server.monitoring.cases;

import org.lisolo.server.monitoring.Addresses;
import org.lisolo.server.monitoring.CaseId;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Where a page of cases ended: the last one's time and id, so that cases that come or go in between
 * move nothing.
 *
 * @param key the time by which the list is ordered; the latest of all for a case without a promise
 */
record CaseCursor(OffsetDateTime key, CaseId id) {
    private static final String NO_PROMISE = "none";

    static CaseCursor behind(Case last) {
        Optional<Instant> key = last.isOpen() ? last.dueAt() : last.closedAt();
        return new CaseCursor(
                key.map(k -> k.atOffset(ZoneOffset.UTC)).orElse(OffsetDateTime.MAX), last.id());
    }

    static Optional<CaseCursor> read(String written) {
        int tilde = written.indexOf('~');
        if (tilde < 0) {
            return Optional.empty();
        }
        try {
            String key = written.substring(0, tilde);
            OffsetDateTime time =
                    key.equals(NO_PROMISE)
                            ? OffsetDateTime.MAX
                            : Instant.parse(key).atOffset(ZoneOffset.UTC);
            return Addresses.id(written.substring(tilde + 1))
                    .map(id -> new CaseCursor(time, new CaseId(id)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    String written() {
        return (key.equals(OffsetDateTime.MAX) ? NO_PROMISE : key.toInstant().toString())
                + '~'
                + id;
    }
}
