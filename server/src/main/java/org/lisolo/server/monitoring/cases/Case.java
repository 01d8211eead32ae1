package org.lisolo.server.monitoring.cases;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.monitoring.CaseId;
import org.lisolo.server.monitoring.Urgency;
import org.lisolo.server.monitoring.rules.Told;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.TeamId;

import java.time.Instant;
import java.util.Optional;

/**
 * What an organisation follows up about one conversation.
 *
 * @param number counted within the organisation: what people say aloud
 * @param conversation the topmost message known of it
 * @param told everyone whom one of its rules tells
 * @param alerts how many there are
 * @param dueAt the earliest promise of its rules
 * @param version grows with each step that a person takes
 */
public record Case(
        CaseId id,
        OrganisationId organisation,
        int number,
        MessageId conversation,
        ChannelId channel,
        Urgency urgency,
        Told told,
        int alerts,
        Instant openedAt,
        Instant lastAlertAt,
        Optional<Instant> dueAt,
        Held held,
        Optional<Outcome> outcome,
        Optional<Instant> closedAt,
        int version) {

    public boolean isOpen() {
        return closedAt.isEmpty();
    }

    public boolean isOverdue(Instant now) {
        return isOpen() && dueAt.isPresent() && dueAt.get().isBefore(now);
    }

    public Optional<AccountId> assignee() {
        return held.person();
    }

    public Optional<TeamId> team() {
        return held.team();
    }

    public boolean isAssignedTo(AccountId account) {
        return assignee().filter(account::equals).isPresent();
    }

    Case numbered(int number) {
        return new Case(
                id,
                organisation,
                number,
                conversation,
                channel,
                urgency,
                told,
                alerts,
                openedAt,
                lastAlertAt,
                dueAt,
                held,
                outcome,
                closedAt,
                version);
    }

    /** With one more alert: the higher urgency, everyone told, the earlier promise. */
    Case with(Finding finding, MessageId top) {
        return new Case(
                id,
                organisation,
                number,
                top,
                channel,
                Urgency.higher(urgency, finding.urgency()),
                told.and(finding.told()),
                alerts + 1,
                openedAt,
                finding.raisedAt(),
                earlier(dueAt, finding.dueAt()),
                held,
                outcome,
                closedAt,
                version);
    }

    Case heldBy(Held holder) {
        return new Case(
                id,
                organisation,
                number,
                conversation,
                channel,
                urgency,
                told,
                alerts,
                openedAt,
                lastAlertAt,
                dueAt,
                holder,
                outcome,
                closedAt,
                version + 1);
    }

    Case closed(Outcome how, Instant at) {
        return new Case(
                id,
                organisation,
                number,
                conversation,
                channel,
                urgency,
                told,
                alerts,
                openedAt,
                lastAlertAt,
                dueAt,
                held,
                Optional.of(how),
                Optional.of(at),
                version + 1);
    }

    Case reopened() {
        return new Case(
                id,
                organisation,
                number,
                conversation,
                channel,
                urgency,
                told,
                alerts,
                openedAt,
                lastAlertAt,
                dueAt,
                held,
                Optional.empty(),
                Optional.empty(),
                version + 1);
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isBefore(other.get()) ? one : other;
    }
}
