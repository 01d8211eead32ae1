package org.lisolo.server.monitoring.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.screening.Span;
import org.lisolo.server.message.Erasure;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.monitoring.CaseId;
import org.lisolo.server.monitoring.Ward;
import org.lisolo.server.monitoring.alerts.Alert;
import org.lisolo.server.monitoring.alerts.AlertStore;
import org.lisolo.server.monitoring.cases.Case;
import org.lisolo.server.monitoring.cases.CaseLists;
import org.lisolo.server.monitoring.cases.CaseSteps;
import org.lisolo.server.monitoring.cases.Outcome;
import org.lisolo.server.monitoring.rules.Rule;
import org.lisolo.server.monitoring.rules.RuleState;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** From the inbox to the alert, over the real log. */
@ServerTest
class ScreeningTest {
    @Autowired private Organisations organisations;
    @Autowired private Accounts accounts;
    @Autowired private Inbox inbox;
    @Autowired private Rules rules;
    @Autowired private AlertStore store;
    @Autowired private CaseLists cases;
    @Autowired private CaseSteps steps;
    @Autowired private ForgottenAlerts forgotten;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;

    private Ward ward;
    private Said said;

    @BeforeEach
    void openAHospital() {
        ward = new Ward(Hospital.open(organisations, accounts), rules, jdbc);
        // within the organisation: what other tests say in public is not heard here
        said = Said.in(ward.hospital().id()).within();
    }

    @Test
    void keepsWhereTheWordsStandAndNoWord() throws Exception {
        Rule rule = ward.watch("fièvre OR palu*");
        accept(said.text("La FIÈVRE, le paludisme"));
        Ward.until(() -> ward.alerts() == 1);
        Alert alert = onlyAlert();
        assertThat(alert.spans()).containsExactly(new Span(3, 9), new Span(14, 23));
        assertThat(alert.caught()).extracting(Alert.Caught::rule).containsExactly(rule.id());
        assertThat(alert.caught()).extracting(Alert.Caught::ruleVersion).containsExactly(1);
    }

    @Test
    void gathersAConversationIntoOneCase() throws Exception {
        ward.watch("fièvre");
        Said question = said.text("fièvre depuis hier");
        Said answer = question.reply("quelle fièvre ?");
        accept(question, answer, answer.reply("une forte fièvre"), said.next("autre fièvre"));
        Ward.until(() -> ward.alerts() == 4);
        assertThat(ward.cases()).hasSize(2);
        assertThat(file(ward.cases().getFirst()).alerts()).isEqualTo(3);
    }

    @Test
    void gathersAcrossBatchesAlsoWhenAReplyComesFirst() throws Exception {
        ward.watch("fièvre");
        Said question = said.text("fièvre depuis hier");
        accept(question.reply("quelle fièvre ?"));
        Ward.until(() -> ward.alerts() == 1);
        accept(question);
        Ward.until(() -> ward.alerts() == 2);
        assertThat(ward.cases()).hasSize(1);
    }

    @Test
    void opensAnotherCaseWhenTheFirstIsClosed() throws Exception {
        ward.watch("fièvre");
        Said question = said.text("fièvre");
        accept(question);
        Ward.until(() -> ward.alerts() == 1);
        Case first = file(ward.cases().getFirst());
        var who = ward.hospital().communicator().signedIn();
        steps.close(who, first.id(), first.version(), 1, Outcome.ANSWERED, "");
        accept(question.reply("encore de la fièvre"));
        Ward.until(() -> ward.alerts() == 2);
        assertThat(ward.cases()).hasSize(2);
    }

    @Test
    void countsThePromiseFromTheReceipt() throws Exception {
        ward.watch("fièvre");
        Said question = said.text("fièvre");
        accept(question);
        Ward.until(() -> ward.alerts() == 1);
        assertThat(file(ward.cases().getFirst()).dueAt())
                .contains(onlyAlert().receivedAt().plus(Duration.ofHours(1)));
    }

    @Test
    void screensAnEditAgain() throws Exception {
        ward.watch("fièvre");
        accept(said.text("bonjour"), said.edited("bonjour, la fièvre"));
        Ward.until(() -> ward.alerts() == 1);
        assertThat(onlyAlert().message()).isEqualTo(said.event().message());
    }

    @Test
    void saysInTheCaseThatTheMessageWasDeleted() throws Exception {
        ward.watch("fièvre");
        Said question = said.text("fièvre");
        accept(question);
        Ward.until(() -> ward.alerts() == 1);
        accept(question.deleted());
        Ward.until(
                () ->
                        ward.steps(ward.cases().getFirst())
                                .equals(List.of("OPENED", "MESSAGE_DELETED")));
        assertThat(ward.alerts()).isEqualTo(1);
    }

    @Test
    void hearsNothingOfWhatIsSaidToOthers() throws Exception {
        Ward other = new Ward(Hospital.open(organisations, accounts), rules, jdbc);
        other.watch("fièvre");
        ward.watch("fièvre");
        accept(said.text("fièvre"));
        Ward.until(() -> ward.alerts() == 1);
        assertThat(other.alerts()).isZero();
    }

    @Test
    void hearsWhatAnyoneSaysInPublic() throws Exception {
        ward.watch("\"" + ward.hospital().name() + "\"");
        accept(Said.somewhere().text("Mal reçu à " + ward.hospital().name() + " hier"));
        Ward.until(() -> ward.alerts() == 1);
    }

    @Test
    void countsARuleFromTheBatchAfterItsChange() throws Exception {
        Rule rule = ward.watch("fièvre");
        var who = ward.hospital().communicator().signedIn();
        rules.turn(who, rule.id(), RuleState.OFF);
        accept(said.text("fièvre"));
        ward.watch("toux");
        accept(said.next("toux"));
        Ward.until(() -> ward.alerts() == 1);
        assertThat(onlyAlert().message()).isNotEqualTo(said.event().message());
    }

    @Test
    void neitherSkipsNorRepeatsWhenItStumblesInTheMiddle() throws Exception {
        ward.watch("fièvre");
        stumbleTwice();
        List<Said> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(said.next("fièvre " + i));
        }
        accept(all.toArray(Said[]::new));
        Ward.until(() -> ward.alerts() >= 40);
        assertThat(stumbles()).isGreaterThanOrEqualTo(3);
        assertThat(ward.alerts()).isEqualTo(40);
        assertThat(ward.matches()).isEqualTo(40);
        assertThat(ward.cases()).hasSize(40);
        assertThat(ward.cases().stream().map(this::file).map(Case::number))
                .containsExactlyElementsOf(
                        java.util.stream.IntStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void forgetsWhatWasMarkedAndTellsTheCase() throws Exception {
        ward.watch("fièvre");
        Said question = said.text("fièvre");
        accept(question);
        Ward.until(() -> ward.alerts() == 1);
        Alert alert = onlyAlert();
        transaction.executeWithoutResult(
                status ->
                        forgotten.forget(
                                new Erasure(
                                        List.of(alert.event()),
                                        Set.of(alert.message()),
                                        Set.of("awa"))));
        assertThat(ward.matches()).isZero();
        assertThat(ward.alerts()).isEqualTo(1);
        assertThat(ward.steps(ward.cases().getFirst())).contains("CONTENT_ERASED");
    }

    /**
     * The database fails after alerts and cases were written, twice, as it does when it is busy.
     */
    private void stumbleTwice() {
        jdbc.sql("create sequence if not exists monitoring.stumbles").update();
        jdbc.sql("alter sequence monitoring.stumbles restart").update();
        jdbc.sql(
                        """
                        create or replace function monitoring.stumble() returns trigger as $$
                        begin
                          if new.organisation = '%s' and nextval('monitoring.stumbles') <= 2 then
                            raise exception 'stumbled' using errcode = '40001';
                          end if;
                          return new;
                        end $$ language plpgsql
                        """
                                .formatted(ward.hospital().id()))
                .update();
        jdbc.sql(
                        """
                        create or replace trigger stumble before insert on monitoring.alert_match
                        for each row execute function monitoring.stumble()
                        """)
                .update();
    }

    private long stumbles() {
        return jdbc.sql("select last_value from monitoring.stumbles").query(Long.class).single();
    }

    private void accept(Said... messages) {
        inbox.accept(java.util.Arrays.stream(messages).map(Said::arrival).toList());
    }

    private Alert onlyAlert() {
        List<Alert> found =
                store.before(
                        ward.hospital().id(),
                        AlertsController.filter(java.util.Map.of()),
                        java.util.Optional.empty(),
                        Long.MAX_VALUE,
                        10);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private Case file(CaseId id) {
        return cases.find(ward.hospital().id(), List.of(id)).getFirst();
    }
}
