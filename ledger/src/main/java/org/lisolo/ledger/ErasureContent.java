package org.lisolo.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of {@code message.erasure}, the register of erasures: which event was forgotten, at whose
 * hand, when and why.
 *
 * @param reason a word or sentence that names nobody
 */
public record ErasureContent(UUID event, UUID by, String reason, Instant at) {
    private static final String SCHEMA = "lisolo.org/erasure/v1";

    /** The leaf of this erasure with its salt. */
    public Leaf leaf(byte[] salt) {
        byte[] canonical =
                new CanonicalBytes(SCHEMA)
                        .instant("at", at)
                        .uuid("by", by)
                        .uuid("event", event)
                        .text("reason", reason)
                        .toBytes();
        return new Leaf(LeafKind.ERASURE, event, Commitment.of(salt, canonical));
    }
}
