package org.lisolo.server.monitoring.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.message.Arrival;
import org.lisolo.server.message.Erasures;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.monitoring.Ward;
import org.lisolo.server.monitoring.past.FindingStore;
import org.lisolo.server.monitoring.past.LookBack;
import org.lisolo.server.monitoring.past.LookBackStore;
import org.lisolo.server.monitoring.past.RuleFinding;
import org.lisolo.server.monitoring.rules.Rule;
import org.lisolo.server.monitoring.rules.RuleState;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A rule and the past: what it would have found, without an alert, over the real log. */
@ServerTest
class LookingBackTest {
    @Autowired private Organisations organisations;
    @Autowired private Accounts accounts;
    @Autowired private Inbox inbox;
    @Autowired private Rules rules;
    @Autowired private LookBackStore store;
    @Autowired private FindingStore findings;
    @Autowired private LookingBack steps;
    @Autowired private LooksBack worker;
    @Autowired private Erasures erasures;
    @Autowired private JdbcClient jdbc;

    private Ward ward;
    private Said said;

    @BeforeEach
    void openAHospital() {
        ward = new Ward(Hospital.open(organisations, accounts), rules, jdbc);
        said = Said.in(ward.hospital().id()).within();
    }

    @Test
    void findsThePastAndRaisesNoAlert() throws Exception {
        acceptAsPast(said.text("pièvre hier"), said.next("rien"), said.next("la PIÈVRE"));
        Rule rule = ward.watch("pièvre");
        LookBack done = awaitEnd(rule);
        assertThat(done.found()).isEqualTo(2);
        assertThat(found(rule)).hasSize(2);
        assertThat(found(rule).getFirst().spans()).hasSize(1);
        assertThat(ward.alerts()).isZero();
    }

    @Test
    void findsOnceWhatComesInMeanwhileAndRaisesItOnce() throws Exception {
        acceptAsPast(said.text("pièvre hier"));
        Rule rule = ward.watch("pièvre");
        acceptAsPast(said.next("pièvre ce soir"));
        Ward.until(() -> ward.alerts() == 1);
        awaitEnd(rule);
        store.resume(rule.id(), Instant.now());
        awaitEnd(rule);
        assertThat(found(rule)).hasSize(2);
        assertThat(ward.alerts()).isEqualTo(1);
        assertThat(ward.matches()).isEqualTo(1);
    }

    @Test
    void aChangeOfWordsLooksAgainAndAChangeOfTheNameDoesNot() throws Exception {
        acceptAsPast(said.text("pièvre"), said.next("palu"), said.next("palu et pièvre"));
        Rule rule = ward.watch("pièvre");
        awaitEnd(rule);
        Rule paused = rules.turn(who(), rule.id(), RuleState.OFF);
        assertThat(paused.wording()).isEqualTo(1);
        Rule changed = rules.change(who(), rule.id(), paused.version(), Ward.terms("palu"));
        assertThat(changed.wording()).isEqualTo(changed.version());
        awaitEnd(changed);
        assertThat(found(changed)).hasSize(2);
        assertThat(findings.count(ward.hospital().id(), rule.id(), 1)).as("gone").isZero();
    }

    @Test
    void aRuleThatIsTriedFindsAndRaisesNothingUntilItIsSwitchedOn() throws Exception {
        acceptAsPast(said.text("pièvre hier"));
        Rule rule = rules.addPaused(who(), Ward.terms("pièvre"));
        awaitEnd(rule);
        acceptAsPast(said.next("pièvre ce soir"));
        assertThat(found(rule)).hasSize(2);
        assertThat(ward.alerts()).isZero();
        rules.turn(who(), rule.id(), RuleState.ON);
        acceptAsPast(said.next("pièvre cette nuit"));
        Ward.until(() -> ward.alerts() == 1);
        assertThat(found(rule)).hasSize(3);
    }

    @Test
    void isStoppedGoesOnAndSurvivesARestart() throws Exception {
        List<Arrival> many = acceptAPastOfThreeSteps();
        worker.stop();
        Rule rule;
        try {
            rule = ward.watch("pièvre");
            Ward.until(() -> stepped(rule) >= LookingBack.EVENTS_A_STEP);
            LookBack part = lookBack(rule);
            assertThat(part.isRunning()).isTrue();
            assertThat(part.looked()).isEqualTo(LookingBack.EVENTS_A_STEP);
            assertThat(part.total().orElseThrow()).isGreaterThanOrEqualTo(many.size());
            assertThat(part.percent()).isBetween(1, 49);
            assertThat(store.end(rule.id(), LookBack.State.CANCELLED, Instant.now())).isTrue();
            steps.step();
            assertThat(lookBack(rule).looked()).isEqualTo(LookingBack.EVENTS_A_STEP);
            store.resume(rule.id(), Instant.now());
        } finally {
            worker.start();
        }
        LookBack done = awaitEnd(rule);
        assertThat(done.looked()).isGreaterThanOrEqualTo(many.size());
        assertThat(done.found()).isEqualTo(many.size());
        assertThat(found(rule)).as("each once").hasSize(many.size());
    }

    @Test
    void aLongLookOfOneHospitalDelaysNoOther() throws Exception {
        acceptAPastOfThreeSteps();
        Ward small = new Ward(Hospital.open(organisations, accounts), rules, jdbc);
        worker.stop();
        try {
            Rule first = ward.watch("pièvre");
            Ward.until(() -> stepped(first) >= LookingBack.EVENTS_A_STEP);
            Rule second = small.watch("pièvre");
            Ward.until(() -> steps.step() && isDone(small, second));
            assertThat(lookBack(first).isRunning()).isTrue();
        } finally {
            worker.start();
        }
    }

    @Test
    void whatWasDeletedIsFoundByRulesThatAskForIt() throws Exception {
        Rule asks = ward.watch("is:delete plainte");
        Rule other = ward.watch("plainte");
        Said plainte = said.text("une plainte");
        acceptAsPast(plainte);
        Ward.until(() -> ward.alerts() == 1);
        acceptAsPast(plainte.deleted());
        Ward.until(() -> ward.alerts() == 2);
        assertThat(found(asks)).hasSize(1);
        assertThat(found(other)).hasSize(1);
        Rule later = ward.watch("is:delete AND \"une plainte\"");
        awaitEnd(later);
        assertThat(found(later)).hasSize(1);
    }

    @Test
    void keepsNothingOfWhatIsErased() throws Exception {
        Said secret = said.by("p" + UUID.randomUUID()).text("pièvre");
        acceptAsPast(secret);
        Rule rule = ward.watch("pièvre");
        awaitEnd(rule);
        assertThat(found(rule)).hasSize(1);
        erasures.eraseAuthor(
                ward.hospital().id(), secret.author(), new AccountId(UUID.randomUUID()), "essai");
        assertThat(found(rule)).isEmpty();
    }

    private long stepped(Rule rule) {
        steps.step();
        return store.find(ward.hospital().id(), rule.id()).map(LookBack::looked).orElse(0L);
    }

    private LookBack lookBack(Rule rule) {
        return store.find(ward.hospital().id(), rule.id()).orElseThrow();
    }

    private LookBack awaitEnd(Rule rule) throws InterruptedException {
        Ward.until(
                () ->
                        store.find(ward.hospital().id(), rule.id())
                                .filter(one -> one.wording() == rule.wording())
                                .filter(one -> one.state() == LookBack.State.DONE)
                                .isPresent());
        return lookBack(rule);
    }

    private boolean isDone(Ward ward, Rule rule) {
        return store.find(ward.hospital().id(), rule.id())
                .filter(one -> one.state() == LookBack.State.DONE)
                .isPresent();
    }

    private List<RuleFinding> found(Rule rule) {
        return findings.before(
                ward.hospital().id(), rule.id(), rule.wording(), EventId.LAST, 10_000);
    }

    private SignedIn who() {
        return ward.hospital().communicator().signedIn();
    }

    /** Accepts, and waits until the screening has come by: from then on it is the past. */
    private void acceptAsPast(Said... messages) throws InterruptedException {
        List<Arrival> arrivals = List.of(messages).stream().map(Said::arrival).toList();
        inbox.accept(arrivals);
        awaitScreening(arrivals.getLast());
    }

    private List<Arrival> acceptAPastOfThreeSteps() throws InterruptedException {
        List<Arrival> many = new ArrayList<>();
        for (int i = 0; i < 2 * LookingBack.EVENTS_A_STEP + 10; i++) {
            many.add(said.next("pièvre " + i).arrival());
        }
        inbox.accept(many.subList(0, 1_000));
        inbox.accept(many.subList(1_000, many.size()));
        awaitScreening(many.getLast());
        return many;
    }

    private void awaitScreening(Arrival last) throws InterruptedException {
        Ward.until(
                () ->
                        jdbc.sql(
                                                """
                                                select count(*) from message.cursor c
                                                join evidence.entry e on e.id = :event
                                                where c.follower = 'monitoring.screening'
                                                  and c.position >= e.position
                                                """)
                                        .param("event", last.event().id().value())
                                        .query(Long.class)
                                        .single()
                                > 0);
    }
}
