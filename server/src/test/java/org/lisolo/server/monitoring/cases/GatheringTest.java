package org.lisolo.server.monitoring.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.monitoring.CaseId;
import org.lisolo.server.monitoring.Urgency;
import org.lisolo.server.monitoring.rules.Told;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Role;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

class GatheringTest {
    private static final Instant NOW = Instant.parse("2026-03-12T14:05:00Z");
    private static final ChannelId CHANNEL = new ChannelId(UUID.randomUUID());

    private final OrganisationId hospital = new OrganisationId(UUID.randomUUID());
    private final OrganisationId ministry = new OrganisationId(UUID.randomUUID());
    private final MessageId question = message();
    private final MessageId answer = message();
    private final MessageId thanks = message();
    private long position;

    @Test
    void opensOneCaseForOneConversation() {
        Gathering gathering = gathering();
        CaseId first = gathering.add(finding(hospital, question));
        CaseId second = gathering.add(finding(hospital, answer, question));
        assertThat(second).isEqualTo(first);
        assertThat(gathering.opened()).singleElement().extracting(Case::alerts).isEqualTo(2);
        assertThat(gathering.grown()).isEmpty();
    }

    @Test
    void keepsOrganisationsApart() {
        Gathering gathering = gathering();
        CaseId first = gathering.add(finding(hospital, question));
        CaseId second = gathering.add(finding(ministry, question));
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void growsTheOpenCaseOfAnAncestor() {
        Case open = gatheredOn(question);
        Gathering gathering = gathering(open);
        assertThat(gathering.add(finding(hospital, thanks, answer, question))).isEqualTo(open.id());
        assertThat(gathering.opened()).isEmpty();
        assertThat(gathering.grown()).singleElement().extracting(Case::alerts).isEqualTo(2);
    }

    @Test
    void movesUpWhenTheConversationBeginsHigherThanWasKnown() {
        // the answer came first; that it answers the question was told, the question's own parent
        // only when it came
        Case open = gatheredOn(answer);
        Gathering gathering = gathering(open);
        gathering.add(finding(hospital, answer, question));
        CaseId sibling = gathering.add(finding(hospital, thanks, question));
        assertThat(sibling).isEqualTo(open.id());
        assertThat(gathering.grown())
                .singleElement()
                .extracting(Case::conversation)
                .isEqualTo(question);
    }

    @Test
    void leavesTwoOpenCasesWhereTheyStandAndFeedsTheOldest() {
        Case older = gatheredOn(answer);
        Case younger = later(gatheredOn(question));
        Gathering gathering = gathering(older, younger);
        assertThat(gathering.add(finding(hospital, thanks, answer, question)))
                .isEqualTo(older.id());
        assertThat(gathering.grown())
                .singleElement()
                .extracting(Case::conversation)
                .isEqualTo(answer);
    }

    @Test
    void promisesTheEarliestTimeTheHighestUrgencyAndTellsEveryone() {
        Gathering gathering = gathering();
        gathering.add(
                finding(Urgency.ROUTINE, Role.COMMUNICATOR, Optional.of(Duration.ofHours(8))));
        gathering.add(finding(Urgency.URGENT, Role.COMPLIANCE, Optional.of(Duration.ofHours(1))));
        gathering.add(finding(Urgency.IMPORTANT, Role.ADMIN, Optional.empty()));
        Case file = gathering.opened().getFirst();
        assertThat(file.dueAt()).contains(NOW.plus(Duration.ofHours(1)));
        assertThat(file.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(file.told().roles())
                .containsExactlyInAnyOrder(Role.COMMUNICATOR, Role.COMPLIANCE, Role.ADMIN);
    }

    @Test
    void isOverdueOnceThePromiseHasPassed() {
        Gathering gathering = gathering();
        gathering.add(finding(Urgency.ROUTINE, Role.READER, Optional.of(Duration.ofHours(1))));
        Case file = gathering.opened().getFirst();
        assertThat(file.isOverdue(NOW.plus(Duration.ofHours(1)))).isFalse();
        assertThat(file.isOverdue(NOW.plus(Duration.ofHours(1)).plusMillis(1))).isTrue();
        Case closed = file.closed(Outcome.ANSWERED, NOW.plus(Duration.ofHours(2)));
        assertThat(closed.isOverdue(NOW.plus(Duration.ofHours(3)))).isFalse();
    }

    private Gathering gathering(Case... open) {
        return new Gathering(Arrays.asList(open), UUID::randomUUID);
    }

    private Case gatheredOn(MessageId top) {
        Gathering gathering = gathering();
        gathering.add(finding(hospital, top));
        return gathering.opened().getFirst();
    }

    private static Case later(Case file) {
        return new Case(
                file.id(),
                file.organisation(),
                file.number(),
                file.conversation(),
                file.channel(),
                file.urgency(),
                file.told(),
                file.alerts(),
                file.openedAt().plusSeconds(60),
                file.lastAlertAt(),
                file.dueAt(),
                file.held(),
                file.outcome(),
                file.closedAt(),
                file.version());
    }

    private Finding finding(OrganisationId organisation, MessageId... lineage) {
        return finding(
                organisation, List.of(lineage), Urgency.ROUTINE, Role.READER, Optional.empty());
    }

    private Finding finding(Urgency urgency, Role told, Optional<Duration> allowed) {
        return finding(hospital, List.of(question), urgency, told, allowed);
    }

    private Finding finding(
            OrganisationId organisation,
            List<MessageId> lineage,
            Urgency urgency,
            Role told,
            Optional<Duration> allowed) {
        return new Finding(
                organisation,
                position++,
                lineage,
                CHANNEL,
                urgency,
                new Told(Set.of(told), Set.of()),
                NOW,
                allowed.map(NOW::plus));
    }

    private static MessageId message() {
        return new MessageId(UUID.randomUUID());
    }
}
