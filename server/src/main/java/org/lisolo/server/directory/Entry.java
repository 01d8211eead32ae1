package org.lisolo.server.directory;

import org.lisolo.server.people.OrganisationId;

import java.time.Instant;
import java.util.Optional;

/**
 * A facility or a professional as it stands.
 *
 * @param reference the organisation's own number for it, if it has one
 * @param version counted from 1; each change makes the next
 * @param confirmed when somebody of the organisation last said that all of it is right
 */
record Entry(
        EntryId id,
        OrganisationId organisation,
        EntryState state,
        Optional<String> reference,
        int version,
        Content content,
        Instant made,
        Instant changed,
        Instant confirmed) {

    EntryKind kind() {
        return content.kind();
    }
}
