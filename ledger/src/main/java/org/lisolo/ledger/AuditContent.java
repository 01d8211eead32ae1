package org.lisolo.ledger;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A row of {@code evidence.audit}: somebody looked at, took along or changed something that is not
 * public. What is personal in it (the network address, the reason) is bound by a commitment of its
 * own, so that it can be sealed anew under another key or erased while the leaf still holds.
 *
 * @param organisation for which it was done
 * @param actor the account that did it; none where the server did
 * @param deed 1 looked, 2 took along, 3 changed, 4 asked and was refused
 * @param action the name of what was done
 * @param route the method and the pattern of the address; empty if it was no request
 * @param things what it was done with, each as {@code kind:id}
 * @param details the commitment to {@link Details}
 * @param bound a commitment to what a changed thing holds since
 */
public record AuditContent(
        UUID id,
        Instant at,
        @Nullable UUID organisation,
        @Nullable UUID actor,
        int deed,
        String action,
        String route,
        List<String> things,
        Hash details,
        @Nullable Hash bound) {
    private static final String SCHEMA = "lisolo.org/audit/v1";

    public AuditContent {
        things = List.copyOf(things);
        if (things.stream().anyMatch(thing -> thing.indexOf('\n') >= 0)) {
            throw new IllegalArgumentException("a thing stands on one line");
        }
    }

    /** The leaf of this record with its salt. */
    public Leaf leaf(byte[] salt) {
        return new Leaf(LeafKind.AUDIT, id, Commitment.of(salt, canonical()));
    }

    /** The bytes that the commitment is made over. */
    public byte[] canonical() {
        return new CanonicalBytes(SCHEMA)
                .text("action", action)
                .uuid("actor", actor)
                .instant("at", at)
                .bytes("bound", bound == null ? null : bound.toBytes())
                .integer("deed", (long) deed)
                .bytes("details", details.toBytes())
                .uuid("id", id)
                .uuid("organisation", organisation)
                .text("route", route)
                .text("things", String.join("\n", things))
                .toBytes();
    }

    /**
     * What is personal in a record.
     *
     * @param address the network address that the request came from; empty if there was none
     * @param reason why it was done, where that was asked; empty if not
     */
    public record Details(String address, String reason) {
        private static final String SCHEMA = "lisolo.org/audit-details/v1";

        public Hash commitment(byte[] salt) {
            return Commitment.of(
                    salt,
                    new CanonicalBytes(SCHEMA)
                            .text("address", address)
                            .text("reason", reason)
                            .toBytes());
        }
    }
}
