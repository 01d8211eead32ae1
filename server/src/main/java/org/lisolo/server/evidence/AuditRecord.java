package org.lisolo.server.evidence;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody looked at, took along or changed, as it is kept.
 *
 * @param organisation for which it was done; none for what no organisation has to do with
 * @param actor the account that did it; none where the server did
 * @param action its name in the access table, or of what the server did
 * @param route method and pattern of the address; empty if it was no request
 * @param things each as {@code kind:id}
 * @param details what is personal; none once it was erased
 */
public record AuditRecord(
        UUID id,
        Instant at,
        @Nullable UUID organisation,
        Optional<UUID> actor,
        Deed deed,
        String action,
        String route,
        List<String> things,
        Optional<Details> details) {

    public AuditRecord {
        things = List.copyOf(things);
    }

    /**
     * What was sealed.
     *
     * @param address the network address; empty if there was none
     * @param reason empty if none was asked for
     * @param intact whether it is what the record's leaf commits to
     */
    public record Details(String address, String reason, boolean intact) {}
}
