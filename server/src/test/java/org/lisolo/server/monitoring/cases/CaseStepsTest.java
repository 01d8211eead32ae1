package org.lisolo.server.monitoring.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.monitoring.CaseId;
import org.lisolo.server.monitoring.Urgency;
import org.lisolo.server.monitoring.Ward;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.monitoring.rules.Told;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.PersonOrTeam;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

@ServerTest
class CaseStepsTest {
    @Autowired private Organisations organisations;
    @Autowired private Accounts accounts;
    @Autowired private Rules rules;
    @Autowired private Cases cases;
    @Autowired private CaseLists lists;
    @Autowired private CaseSteps steps;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    private Ward ward;
    private Hospital hospital;
    private SignedIn awa;
    private SignedIn didier;

    @BeforeEach
    void openAHospital() {
        hospital = Hospital.open(organisations, accounts);
        ward = new Ward(hospital, rules, jdbc);
        awa = hospital.communicator().signedIn();
        didier = hospital.compliance().signedIn();
    }

    @Test
    void writesEveryStepIntoTheHistory() {
        CaseId id = open(new MessageId(UUID.randomUUID()));
        steps.take(awa, id, 1);
        steps.note(awa, id, "  J'appelle le service.  ");
        steps.assign(awa, id, 2, new PersonOrTeam.Person(didier.account()));
        steps.close(didier, id, 3, 1, Outcome.ANSWERED, "Répondu en privé.");
        steps.reopen(awa, id, 4);
        steps.release(awa, id, 5);
        assertThat(ward.steps(id))
                .containsExactly(
                        "OPENED", "TAKEN", "NOTED", "ASSIGNED", "CLOSED", "REOPENED", "RELEASED");
        assertThat(file(id).version()).isEqualTo(6);
        assertThat(file(id).isOpen()).isTrue();
        assertThat(file(id).assignee()).isEmpty();
    }

    @Test
    void tellsWhoWasQuicker() {
        CaseId id = open(new MessageId(UUID.randomUUID()));
        steps.take(awa, id, 1);
        Followed followed = steps.take(didier, id, 1);
        assertThat(followed).isInstanceOf(Followed.Overtaken.class);
        Followed.Overtaken overtaken = (Followed.Overtaken) followed;
        assertThat(overtaken.last().kind()).isEqualTo(CaseStep.Kind.TAKEN);
        assertThat(overtaken.last().by()).contains(awa.account());
        assertThat(file(id).assignee()).contains(awa.account());
    }

    @Test
    void letsOneOfTwoTakeItWhoComeAtOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            CaseId id = open(new MessageId(UUID.randomUUID()));
            List<Callable<Followed>> both =
                    List.of(() -> steps.take(awa, id, 1), () -> steps.take(didier, id, 1));
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                long done = 0;
                for (var future : threads.invokeAll(both)) {
                    done += future.get() instanceof Followed.Done ? 1 : 0;
                }
                assertThat(done).isEqualTo(1);
            }
            assertThat(ward.steps(id)).containsExactly("OPENED", "TAKEN");
        }
    }

    @Test
    void doesNotCloseOverAlertsThatNobodyHasSeen() {
        MessageId conversation = new MessageId(UUID.randomUUID());
        CaseId id = open(conversation);
        open(conversation);
        assertThat(steps.close(awa, id, 1, 1, Outcome.ANSWERED, ""))
                .isEqualTo(new Followed.MoreAlerts(file(id), 1));
        assertThat(file(id).isOpen()).isTrue();
        assertThat(steps.close(awa, id, 1, 2, Outcome.ANSWERED, ""))
                .isInstanceOf(Followed.Done.class);
    }

    @Test
    void doesNotReopenBesideAnOpenCaseOfTheConversation() {
        MessageId conversation = new MessageId(UUID.randomUUID());
        CaseId first = open(conversation);
        steps.close(awa, first, 1, 1, Outcome.ANSWERED, "");
        CaseId second = open(conversation);
        assertThat(second).isNotEqualTo(first);
        assertThat(steps.reopen(awa, first, 2))
                .isEqualTo(new Followed.OpenElsewhere(file(first), file(second)));
    }

    @Test
    void isClosedToReadersAndToOtherOrganisations() {
        CaseId id = open(new MessageId(UUID.randomUUID()));
        SignedIn reader = hospital.reader().signedIn();
        SignedIn stranger = Hospital.open(organisations, accounts).admin().signedIn();
        assertThatThrownBy(() -> steps.take(reader, id, 1))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
        assertThatThrownBy(() -> steps.note(stranger, id, "bonjour"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
        assertThat(ward.steps(id)).containsExactly("OPENED");
    }

    @Test
    void refusesAnEmptyNote() {
        CaseId id = open(new MessageId(UUID.randomUUID()));
        assertThatThrownBy(() -> steps.note(awa, id, "  \n"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.place()).isEqualTo(new Problem.Place.Field("note")));
    }

    @Test
    void countsEachViewAndPagesThroughAllOfThem() {
        for (int i = 0; i < 7; i++) {
            open(new MessageId(UUID.randomUUID()));
        }
        CaseId mine = ward.cases().getFirst();
        steps.take(awa, mine, 1);
        CaseFilter open =
                new CaseFilter(
                        CaseFilter.Show.OPEN, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(lists.counts(awa, open))
                .containsEntry(CaseFilter.Show.OPEN, 7)
                .containsEntry(CaseFilter.Show.MINE, 1)
                .containsEntry(CaseFilter.Show.UNASSIGNED, 6)
                .containsEntry(CaseFilter.Show.OVERDUE, 7)
                .containsEntry(CaseFilter.Show.CLOSED, 0);
        var seen = new java.util.ArrayList<CaseId>();
        Optional<CaseCursor> cursor = Optional.empty();
        List<Case> page;
        do {
            page = lists.list(awa, open, cursor, 3);
            page.forEach(file -> seen.add(file.id()));
            cursor =
                    page.isEmpty()
                            ? cursor
                            : CaseCursor.read(CaseCursor.behind(page.getLast()).written());
        } while (!page.isEmpty());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(ward.cases());
    }

    @Test
    void waitForThoseWhoAreTold() {
        CaseId id = open(new MessageId(UUID.randomUUID()));
        assertThat(lists.waitingFor(awa, 10)).extracting(Case::id).containsExactly(id);
        assertThat(lists.countWaitingFor(didier)).isZero();
        steps.assign(awa, id, 1, new PersonOrTeam.Person(didier.account()));
        assertThat(lists.countWaitingFor(awa)).isZero();
        assertThat(lists.waitingFor(didier, 10)).extracting(Case::id).containsExactly(id);
    }

    private CaseId open(MessageId conversation) {
        Instant now = Instant.parse("2026-03-12T14:05:00Z");
        Finding finding =
                new Finding(
                        hospital.id(),
                        1,
                        List.of(conversation),
                        new ChannelId(UUID.randomUUID()),
                        Urgency.URGENT,
                        new Told(Set.of(Role.COMMUNICATOR), Set.of()),
                        now,
                        Optional.of(now.plusSeconds(3_600)));
        return java.util.Objects.requireNonNull(
                        transaction.execute(status -> cases.gather(List.of(finding))))
                .getFirst();
    }

    private Case file(CaseId id) {
        return lists.find(hospital.id(), List.of(id)).getFirst();
    }
}
