package org.lisolo.server.monitoring.cases;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.monitoring.Urgency;
import org.lisolo.server.monitoring.rules.Told;
import org.lisolo.server.people.OrganisationId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An alert on its way into a case.
 *
 * @param position of the event in the log
 * @param lineage the message, what it answers, and so on up to the conversation's first; itself
 *     first
 */
public record Finding(
        OrganisationId organisation,
        long position,
        List<MessageId> lineage,
        ChannelId channel,
        Urgency urgency,
        Told told,
        Instant raisedAt,
        Optional<Instant> dueAt) {
    public Finding {
        lineage = List.copyOf(lineage);
    }

    MessageId top() {
        return lineage.getLast();
    }
}
