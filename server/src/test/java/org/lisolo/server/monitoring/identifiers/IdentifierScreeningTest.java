package org.lisolo.server.monitoring.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lisolo.screening.phi.PhiCategory;
import org.lisolo.screening.phi.PhiFinding;
import org.lisolo.screening.phi.PhiScreener;
import org.lisolo.screening.phi.PublicFacts;
import org.lisolo.server.message.Arrival;
import org.lisolo.server.message.Erasures;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.monitoring.Identifiers;
import org.lisolo.server.monitoring.Ward;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What points at a person, found once as it comes in, over the real log. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class IdentifierScreeningTest {
    private static final String TEXT =
            "Mme Kapinga Mbuyi, opérée le 12 mars 2026, joignable au +243 812 345 678";

    @Autowired private Organisations organisations;
    @Autowired private Accounts accounts;
    @Autowired private Inbox inbox;
    @Autowired private Erasures erasures;
    @Autowired private Identifiers identifiers;
    @Autowired private ScreenedWordsStore store;
    @Autowired private RescreenStore rescreens;
    @Autowired private Rescreening rescreening;
    @Autowired private JdbcClient jdbc;

    private Hospital hospital;
    private Said said;

    @BeforeEach
    void openAHospital() {
        hospital = Hospital.open(organisations, accounts);
        said = Said.in(hospital.id()).within();
    }

    @Test
    void findsEachOnceWithItsPlaceAndReason() throws Exception {
        EventId id = accept(said.text(TEXT));
        ScreenedWords screened = screened(id);
        assertThat(screened.version()).isEqualTo(PhiScreener.VERSION);
        assertThat(screened.found())
                .extracting(PhiFinding::category)
                .contains(PhiCategory.NAME, PhiCategory.DATE, PhiCategory.PHONE);
        PhiFinding phone =
                screened.found().stream()
                        .filter(one -> one.category() == PhiCategory.PHONE)
                        .findFirst()
                        .orElseThrow();
        assertThat(phone.span().in(TEXT)).asString().isEqualTo("+243 812 345 678");
        assertThat(phone.because(Locale.FRENCH)).contains("téléphone");
        assertThat(phone.confidence()).isBetween(0.01, 1.0);
    }

    @Test
    void keepsThatNothingWasFoundAndDoesNotLookAtDeletions() throws Exception {
        Said harmless = said.text("Le palu se soigne bien.");
        EventId id = accept(harmless);
        assertThat(screened(id).found()).isEmpty();
        EventId deletion = accept(harmless.deleted());
        accept(said.next("encore"));
        assertThat(store.find(List.of(deletion))).isEmpty();
    }

    @Test
    void keepsNoWords() throws Exception {
        EventId id = accept(said.text(TEXT));
        screened(id);
        for (String table : List.of("screened_words", "identifier_mark", "rescreen")) {
            List<String> rows =
                    jdbc.sql("select row_to_json(t)::text from monitoring." + table + " t")
                            .query(String.class)
                            .list();
            assertThat(rows)
                    .as(table)
                    .allSatisfy(
                            row -> assertThat(row).doesNotContain("Kapinga", "812 345", "mars"));
        }
    }

    @Test
    void anErasureRemovesWhatWasFoundAndMarked() throws Exception {
        Said secret = said.by("p" + UUID.randomUUID()).text(TEXT);
        EventId id = accept(secret);
        ScreenedWords screened = screened(id);
        mark(id, screened.found().getFirst());
        erasures.eraseMessage(
                hospital.id(),
                MessageId.of(secret.channel(), secret.networkId()),
                new AccountId(UUID.randomUUID()),
                "essai");
        assertThat(store.find(List.of(id))).isEmpty();
        assertThat(marksOn(id)).isZero();
    }

    @Test
    void aNewVersionLooksAtThePastAgainAndEndsOnce() throws Exception {
        EventId id = accept(said.text(TEXT));
        List<PhiFinding> now = screened(id).found();
        jdbc.sql("update monitoring.screened_words set version = 0, found = '' where event = ?")
                .param(id.value())
                .update();
        jdbc.sql("delete from monitoring.rescreen").update();
        Rescreening fresh = freshRescreening();
        fresh.step();
        Ward.until(
                () -> {
                    fresh.step();
                    return rescreens
                            .find(PhiScreener.VERSION)
                            .filter(one -> !one.isRunning())
                            .isPresent();
                });
        Rescreen done = rescreens.find(PhiScreener.VERSION).orElseThrow();
        assertThat(done.changed()).isEqualTo(1);
        assertThat(done.looked()).isGreaterThanOrEqualTo(1);
        assertThat(screened(id).found()).isEqualTo(now);
        assertThat(screened(id).version()).isEqualTo(PhiScreener.VERSION);
        assertThat(fresh.step()).isFalse();
    }

    @Test
    void nothingFoundIsEverLogged(CapturedOutput output) throws Exception {
        EventId id = accept(said.text(TEXT));
        screened(id);
        identifiers.in(TEXT, identifiers.publicOf(hospital.id(), List.of()));
        freshRescreening().step();
        assertThat(output.getAll()).doesNotContain("Kapinga", "812 345", "12 mars 2026");
    }

    @Test
    void namesOfOwnStaffAndOwnNumbersArePublic() {
        PublicFacts facts =
                identifiers.publicOf(
                        hospital.id(),
                        List.of(new PublicFacts.Fact("+243 812 345 678", "own number")));
        String text = "Dr Ilunga Tshibanda vous reçoit, appelez le +243 812 345 678";
        List<PhiFinding> found = identifiers.in(text, facts);
        assertThat(found)
                .filteredOn(one -> one.category() == PhiCategory.NAME)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.publicBecause()).contains(Identifiers.OWN_STAFF));
        assertThat(found)
                .filteredOn(one -> one.category() == PhiCategory.PHONE)
                .isNotEmpty()
                .allMatch(PhiFinding::isPublic);
        assertThat(identifiers.safely(text, found, Locale.FRENCH)).isEqualTo(text);
        List<PhiFinding> pointing = identifiers.in(TEXT, facts);
        assertThat(identifiers.safely(TEXT, pointing, Locale.FRENCH))
                .doesNotContain("Kapinga", "12 mars")
                .contains("2026");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        List<PhiFinding> found = PhiScreener.standard().find(TEXT);
        List<PhiFinding> read = Written.read(Written.of(found));
        assertThat(read).extracting(PhiFinding::span).isEqualTo(spans(found));
        assertThat(read).extracting(PhiFinding::reason).isEqualTo(reasons(found));
        assertThat(Written.read(Written.of(List.of()))).isEmpty();
    }

    private static List<?> spans(List<PhiFinding> found) {
        return found.stream().map(PhiFinding::span).toList();
    }

    private static List<String> reasons(List<PhiFinding> found) {
        return found.stream().map(PhiFinding::reason).toList();
    }

    /** The bean may have come to its end already; this one has seen nothing yet. */
    private Rescreening freshRescreening() {
        rescreening.lookAgain();
        return rescreening;
    }

    private void mark(EventId id, PhiFinding finding) {
        jdbc.sql(
                        """
                        insert into monitoring.identifier_mark values (?, ?, ?, ?, ?, 1, ?, now())
                        """)
                .params(
                        hospital.id().value(),
                        id.value(),
                        finding.span().start(),
                        finding.span().end(),
                        finding.category().name(),
                        UUID.randomUUID())
                .update();
        assertThat(marksOn(id)).isEqualTo(1);
    }

    private int marksOn(EventId id) {
        return jdbc.sql("select count(*) from monitoring.identifier_mark where event = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    private EventId accept(Said message) {
        Arrival arrival = message.arrival();
        inbox.accept(List.of(arrival));
        return arrival.event().id();
    }

    private ScreenedWords screened(EventId id) throws InterruptedException {
        Ward.until(() -> store.find(List.of(id)).containsKey(id));
        return store.find(List.of(id)).get(id);
    }
}
