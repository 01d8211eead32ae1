package org.lisolo.server.message;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something on its way out.
 *
 * @param id the same at every try: what a network may be given so that it takes nothing twice
 * @param networkId how the network names the message that is edited or taken down
 * @param tries how often it was tried before
 */
public record Parcel(
        UUID id,
        Outgoing what,
        ContentHash cleared,
        Instant expires,
        Instant made,
        Optional<String> networkId,
        int tries) {
    /** Whether it is still what the gate saw. */
    boolean isIntact() {
        return what.hash().equals(cleared);
    }
}
