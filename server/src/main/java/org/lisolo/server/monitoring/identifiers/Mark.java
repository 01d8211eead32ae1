package org.lisolo.server.monitoring.identifiers;

import org.lisolo.screening.Span;
import org.lisolo.screening.phi.PhiCategory;
import org.lisolo.screening.phi.PhiFinding;
import org.lisolo.server.message.EventId;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;

import java.time.Instant;

/**
 * Somebody's word that what was found is no identifier. It holds no words of the message.
 *
 * @param span in UTF-16 units
 * @param version of the recognisers that had found it
 */
record Mark(
        OrganisationId organisation,
        EventId event,
        Span span,
        PhiCategory category,
        int version,
        AccountId by,
        Instant at) {
    boolean isOn(EventId other, PhiFinding finding) {
        return event.equals(other) && span.equals(finding.span()) && category == finding.category();
    }
}
