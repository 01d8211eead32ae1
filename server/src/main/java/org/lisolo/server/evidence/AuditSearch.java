package org.lisolo.server.evidence;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which records of an organisation are wanted; what is empty is not asked for.
 *
 * @param actor who did it, or upon whose account somebody unknown did
 * @param things any of these, each as {@code kind:id}
 * @param until before this moment
 * @param address a whole network address: parts of one can't be searched for
 */
public record AuditSearch(
        UUID organisation,
        Optional<UUID> actor,
        Optional<Deed> deed,
        String action,
        Set<String> things,
        Optional<Instant> from,
        Optional<Instant> until,
        String address) {
    public AuditSearch {
        things = Set.copyOf(things);
    }

    /** All that an organisation has of these things. */
    public static AuditSearch about(UUID organisation, Set<String> things) {
        return new AuditSearch(
                organisation,
                Optional.empty(),
                Optional.empty(),
                "",
                things,
                Optional.empty(),
                Optional.empty(),
                "");
    }

    /** The same for one kind of deed. */
    public AuditSearch only(Deed wanted) {
        return new AuditSearch(
                organisation, actor, Optional.of(wanted), action, things, from, until, address);
    }

    /** The same since a moment. */
    public AuditSearch since(Instant moment) {
        return new AuditSearch(
                organisation, actor, deed, action, things, Optional.of(moment), until, address);
    }
}
