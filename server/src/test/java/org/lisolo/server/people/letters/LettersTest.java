package org.lisolo.server.people.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lisolo.server.people.Contact;
import org.lisolo.server.people.EmailAddress;
import org.lisolo.server.people.PeopleKey;
import org.lisolo.server.people.PhoneNumber;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Seal;
import org.lisolo.server.platform.Signals;
import org.lisolo.server.testing.Databases;
import org.lisolo.server.testing.SmallSmtp;
import org.lisolo.testkit.TestDatabase;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

@ExtendWith(OutputCaptureExtension.class)
class LettersTest {
    private static final EmailAddress AWA = new EmailAddress("awa.wakuteka@hopital.example");
    private static final Letter CODE =
            new Letter(AWA, "fr", "test.code", List.of("123456"), Letter.OF_A_CODE);

    final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-03-12T14:05:00Z"));
    final InstantSource time = now::get;
    final Clock clock = time.withZone(ZoneOffset.UTC);
    final TestDatabase database = Databases.migrated();
    final JdbcClient jdbc = Databases.client(database);
    final Signals signals = new Signals(jdbc, new Details(database.url()));
    final LetterStore store = new LetterStore(jdbc, new PeopleKey(Seal.unkept()));
    final Ids ids = new Ids(time, new Random(1));
    final SmallSmtp smtp = new SmallSmtp();

    LettersTest() throws IOException {}

    record Details(String url) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return "postgres";
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }

    @AfterEach
    void close() throws IOException {
        smtp.close();
        signals.close();
    }

    private List<Carrier> mail() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(smtp.port());
        return List.of(new MailCarrier(sender, "lisolo@hopital.example"));
    }

    private Letters letters(List<Carrier> carriers) {
        Wording wording = (language, key, arguments) -> language + " " + key + " é " + arguments[0];
        return new Letters(store, carriers, wording, signals, ids, clock);
    }

    private LetterRounds rounds() {
        return new LetterRounds(store, mail(), signals, clock);
    }

    @Test
    void carriesALetterInTheWordsOfItsLanguageAndForgetsIt() {
        letters(mail()).send(CODE);
        assertThat(rounds().takeOut()).isEqualTo(1);
        assertThat(smtp.taken())
                .singleElement()
                .asString()
                .contains(
                        "RCPT TO:<awa.wakuteka@hopital.example>",
                        "From: lisolo@hopital.example",
                        "charset=UTF-8",
                        "123456");
        assertThat(jdbc.sql("select count(*) from people.letter").query(Long.class).single())
                .isZero();
    }

    @Test
    void triesAgainLaterAndLater(CapturedOutput output) {
        smtp.refuse(true);
        letters(mail()).send(new Letter(AWA, "fr", "test.news", List.of("x"), Letter.OF_NEWS));
        LetterRounds rounds = rounds();
        for (int seconds : new int[] {30, 60, 120, 240}) {
            assertThat(rounds.takeOut()).isEqualTo(1);
            now.updateAndGet(then -> then.plusSeconds(seconds - 1));
            assertThat(rounds.takeOut()).isZero();
            now.updateAndGet(then -> then.plusSeconds(1));
        }
        assertThat(letters(mail()).standing().lastFailure()).isPresent();
        smtp.refuse(false);
        assertThat(rounds.takeOut()).isEqualTo(1);
        assertThat(smtp.taken()).hasSize(1);
        assertThat(output.getAll()).contains("did not leave").doesNotContain("wakuteka");
        assertThat(LetterRounds.pause(40)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void givesUpWhatIsRefusedForGoodAndShowsIt(CapturedOutput output) {
        smtp.answerRecipients("550 5.1.1 <awa.wakuteka@hopital.example> no such user");
        letters(mail()).send(CODE);
        LetterRounds rounds = rounds();
        assertThat(rounds.takeOut()).isEqualTo(1);
        now.updateAndGet(then -> then.plusSeconds(60));
        smtp.answerRecipients("250 small");
        assertThat(rounds.takeOut()).as("not tried again").isZero();
        Letters.Standing standing = letters(mail()).standing();
        assertThat(standing.waiting()).isZero();
        assertThat(standing.lastFailure()).isEmpty();
        assertThat(standing.refused()).isEqualTo(1);
        assertThat(standing.lastRefusal()).contains("550 5.1.1");
        assertThat(output.getAll()).contains("550 5.1.1").doesNotContain("wakuteka");
        assertThat(
                        jdbc.sql("select sealed is null from people.letter")
                                .query(Boolean.class)
                                .single())
                .as("address and words are gone")
                .isTrue();
        now.updateAndGet(then -> then.plus(Letter.OF_A_CODE));
        rounds.dropOutdated();
        assertThat(letters(mail()).standing().lastRefusal()).isEmpty();
    }

    @Test
    void triesAgainWhereOurOwnSettingsAreRefused() {
        smtp.answerSenders("550 5.7.1 not from here");
        letters(mail()).send(CODE);
        LetterRounds rounds = rounds();
        rounds.takeOut();
        assertThat(letters(mail()).standing().refused()).isZero();
        assertThat(letters(mail()).standing().lastFailure()).isPresent();
        smtp.answerSenders("250 small");
        now.updateAndGet(then -> then.plusSeconds(30));
        assertThat(rounds.takeOut()).isEqualTo(1);
        assertThat(smtp.taken()).hasSize(1);
    }

    @Test
    void dropsACodeThatNobodyCanUseAnyMore() {
        smtp.refuse(true);
        letters(mail()).send(CODE);
        LetterRounds rounds = rounds();
        rounds.takeOut();
        now.updateAndGet(then -> then.plus(Letter.OF_A_CODE));
        smtp.refuse(false);
        assertThat(rounds.takeOut()).isZero();
        rounds.dropOutdated();
        assertThat(letters(mail()).standing().waiting()).isZero();
        assertThat(smtp.taken()).isEmpty();
    }

    @Test
    void goesOutOnceWhenTwoNodesLook() {
        for (int i = 0; i < 30; i++) {
            letters(mail()).send(CODE);
        }
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                threads.submit(() -> rounds().takeOut());
            }
        }
        while (rounds().takeOut() > 0) {
            // what is left
        }
        assertThat(smtp.taken()).hasSize(30);
    }

    @Test
    void survivesANodeThatDiesWithALetterInHand() {
        letters(mail()).send(CODE);
        store.take(List.of("MAIL"), now.get(), now.get().plus(Duration.ofMinutes(2)));
        assertThat(rounds().takeOut()).isZero();
        now.updateAndGet(then -> then.plus(Duration.ofMinutes(2)));
        assertThat(rounds().takeOut()).isEqualTo(1);
        assertThat(smtp.taken()).hasSize(1);
    }

    @Test
    void keepsNeitherAddressNorWordsInTheClear() {
        letters(List.of()).send(CODE);
        String row = jdbc.sql("select l::text from people.letter l").query(String.class).single();
        String secret = java.util.HexFormat.of().formatHex("wakuteka".getBytes());
        assertThat(row).doesNotContain("wakuteka", "123456", secret);
        assertThat(CODE.toString()).doesNotContain("wakuteka", "123456");
    }

    @Test
    void saysWhatItCannotReach() {
        Contact phone = new PhoneNumber("+243812345678");
        assertThat(letters(mail()).reaches(AWA)).isTrue();
        assertThat(letters(mail()).reaches(phone)).isFalse();
        assertThat(letters(List.of()).reaches(AWA)).isFalse();
        letters(mail()).send(new Letter(phone, "fr", "test.code", List.of("1"), Letter.OF_A_CODE));
        assertThat(rounds().takeOut()).as("waits for a sender of text messages").isZero();
    }
}
