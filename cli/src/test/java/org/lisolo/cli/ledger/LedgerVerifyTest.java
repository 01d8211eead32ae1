package org.lisolo.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lisolo.cli.Lisolo;
import org.lisolo.ledger.NoteSigner;
import org.lisolo.ledger.SignedNote;
import org.lisolo.testkit.TestDatabase;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Someone with full access to the database changes it; the log tells what was changed first. */
class LedgerVerifyTest {
    private static final String KEY = SampleLog.SIGNER.verifier().toString();

    private TestDatabase database = SampleLog.copy();
    private String out = "";
    private String err = "";

    @AfterEach
    void drop() {
        database.drop();
    }

    @Test
    void holdsAsItWasWritten() {
        assertThat(verify("--key", KEY)).isZero();
        assertThat(out).contains("601 entries, ").contains("OK ").contains(KEY);
        assertThat(err).isEmpty();
        assertThat(verify()).isZero();
        assertThat(err).contains("taken from the database itself");
    }

    @Test
    void namesTheEntryWhoseTextWasAltered() throws SQLException {
        change("update message.content set text = 'Mbote mingi' where event = ?", 300);
        change("update message.content set payload = '\\x00' where event = ?", 400);
        finds("entry 300: its content was altered");
    }

    @Test
    void namesTheEntryWhoseTimeOrVisibilityWasAltered() throws SQLException {
        change("update message.event set visibility = 2 where id = ?", 77);
        finds("entry 77: its content was altered");
    }

    @Test
    void namesTheEntryWhoseCommitmentWasAltered() throws SQLException {
        change("update evidence.entry set commitment = sha256(commitment) where id = ?", 256);
        finds("entry 256: it was altered");
    }

    @Test
    void namesTheEntryWhoseTextAndCommitmentWereAlteredTogether() throws SQLException {
        change("update message.content set salt = salt, text = 'Non' where event = ?", 9);
        byte[] forged = forgedCommitment(9, "Non");
        try (Connection connection = database.dataSource().getConnection()) {
            SampleLog.execute(
                    connection,
                    "update evidence.entry set commitment = ? where id = ?",
                    List.of(forged, SampleLog.id(9)));
        }
        finds("entry 9: it was altered");
    }

    @Test
    void namesTheEntryThatWasRemoved() throws SQLException {
        change("delete from evidence.entry where id = ? and kind = 1", 123);
        finds("entry 123: it was removed");
    }

    @Test
    void namesTheEntryThatWasRemovedAndTheGapClosed() throws SQLException {
        change("delete from evidence.entry where id = ? and kind = 1", 123);
        // in two steps, for positions are unique
        execute("update evidence.entry set position = -position where position > 123");
        execute("update evidence.entry set position = -position - 1 where position < 0");
        finds("entry 123: it was removed or reordered: what stands here was signed as entry 124");
    }

    @Test
    void namesTheFirstOfTwoEntriesThatWereSwapped() throws SQLException {
        execute("update evidence.entry set position = -position where position in (200, 500)");
        execute("update evidence.entry set position = 700 + position where position < 0");
        finds("entry 200: it was removed or reordered: what stands here was signed as entry 500");
    }

    @Test
    void namesTheEntryWhoseContentWasRemovedWithoutAnErasure() throws SQLException {
        change("delete from message.content where event = ?", 31);
        finds("entry 31: its content was removed without an erasure");
    }

    @Test
    void namesTheEntryWhoseAttachmentsBytesWereAltered() throws SQLException {
        execute("update message.blob set bytes = '\\x0405'");
        finds("entry 40: the bytes of its attachment 039058c6f2c0cb492c");
        assertThat(out).contains(" were altered");
    }

    @Test
    void namesTheEntryWhoseAttachmentsBytesWereRemoved() throws SQLException {
        execute("delete from message.blob");
        finds("entry 40: the bytes of its attachment 039058c6f2c0cb492c");
        assertThat(out).contains(" were removed");
    }

    @Test
    void namesTheEntryWhoseAttachmentsWereAltered() throws SQLException {
        change("update message.content set attachments = 'no JSON' where event = ?", 40);
        finds("entry 40: its content was altered");
    }

    @Test
    void findsAlteredBytesThatNoEntryNames() throws SQLException {
        execute("insert into message.blob (hash, bytes, kept_at) values ('\\x01', '\\x02', now())");
        finds("the attachment 01 was altered");
    }

    @Test
    void namesTheEntryWhoseEventWasRemoved() throws SQLException {
        change("delete from message.event where id = ?", 31);
        finds("entry 31: its event was removed");
    }

    @Test
    void namesTheErasureWhoseRecordWasAlteredOrRemoved() throws SQLException {
        change("update message.erasure set reason = 'not asked' where event = ?", 5);
        finds("entry 601: its content was altered");
        change("delete from message.erasure where event = ?", 5);
        finds("entry 601: the record of this erasure was removed");
    }

    @Test
    void namesTheEntryWhoseHashWasAltered() throws SQLException {
        execute(
                "update evidence.tile set hashes = set_byte(hashes, 64, 0) where level = 0"
                        + " and index = 1");
        finds("entry 259: its hash in the tiles was altered");
    }

    @Test
    void findsAnAlteredUpperTile() throws SQLException {
        execute("update evidence.tile set hashes = set_byte(hashes, 40, 0) where level = 1");
        finds("an unfinished tile was altered");
    }

    @Test
    void namesWhereEntriesAndTreeWereRewrittenTogether() throws SQLException {
        database.drop();
        // as if the forger had rebuilt everything but could not sign
        database = SampleLog.of(NoteSigner.generate("sample.example/log", new Random(2)), 600);
        execute("update evidence.log set vkey = '" + KEY + "'");
        finds("the checkpoint of 0 entries is not signed by the log");
        execute("delete from evidence.checkpoint");
        execute("update evidence.entry set commitment = sha256(commitment) where position = 50");
        finds("entry 50: it was altered or added, and the tree with it");
    }

    @Test
    void namesWhereTheLogWasCutShortAgainstACheckpointThatWasKept() throws SQLException {
        Path kept = SampleLog.kept("newest", newest());
        database.drop();
        database = SampleLog.of(SampleLog.SIGNER, 100);
        assertThat(verify("--key", KEY)).isZero();
        finds(
                "entry 101: it was removed, and all after it: 601 entries were signed",
                "--checkpoint",
                kept.toString());
    }

    @Test
    void stillContainsACheckpointThatWasKeptEarlier() throws SQLException {
        TestDatabase earlier = SampleLog.of(SampleLog.SIGNER, 100);
        TestDatabase now = database;
        database = earlier;
        Path kept = SampleLog.kept("earlier", newest());
        earlier.drop();
        database = now;
        assertThat(verify("--key", KEY, "--checkpoint", kept.toString())).isZero();
    }

    @Test
    void findsThatTheNewestEntriesWereRemoved() throws SQLException {
        database.drop();
        database = SampleLog.of(SampleLog.SIGNER, 100);
        execute("delete from evidence.entry where position > 90");
        finds("entry 91: it was removed, and all after it: 100 entries were signed");
    }

    @Test
    void findsThatTheSignerWasReplaced() throws SQLException {
        Path kept = SampleLog.kept("honest", newest());
        database.drop();
        database = SampleLog.of(NoteSigner.generate("sample.example/log", new Random(2)), 600);
        assertThat(verify()).isZero();
        finds("the signer was replaced: the database names the key", "--key", KEY);
        finds("the signer was replaced: the kept checkpoint", "--checkpoint", kept.toString());
    }

    @Test
    void findsWhatWasAddedPastTheLog() throws SQLException {
        execute(
                "insert into message.event select '"
                        + SampleLog.ID
                        + "', '"
                        + SampleLog.ID
                        + "', message, parent, root, kind, channel, organisation, visibility,"
                        + " happened_at, received_at from message.event limit 1");
        finds("the event " + SampleLog.ID + " was added past the log");
        execute("delete from message.event where id = '" + SampleLog.ID + "'");
        execute(
                "insert into evidence.entry select 602, kind, id, commitment from evidence.entry"
                        + " where position = 1");
        finds("entry 602: it was altered or added");
    }

    @Test
    void saysWhyItCannotCheck() {
        TestDatabase empty = TestDatabase.empty();
        TestDatabase honest = database;
        database = empty;
        assertThat(verify()).isEqualTo(2);
        assertThat(err).contains("the database says");
        empty.drop();
        database = honest;
        assertThat(verify("--key", "nonsense")).isEqualTo(2);
        assertThat(verify("--checkpoint", "target/no such file")).isEqualTo(2);
        assertThat(
                        new CommandLine(new Lisolo())
                                .setErr(new PrintWriter(new StringWriter()))
                                .execute("ledger", "verify"))
                .isEqualTo(2);
    }

    @Test
    void understandsPostgresqlsOwnAddresses() {
        assertThat(LedgerVerify.jdbcUrl("postgresql://awa:x@localhost:5432/lisolo?ssl=true"))
                .isEqualTo("jdbc:postgresql://localhost:5432/lisolo?ssl=true&user=awa&password=x");
        assertThat(LedgerVerify.jdbcUrl("postgres://localhost/lisolo"))
                .isEqualTo("jdbc:postgresql://localhost/lisolo");
        assertThat(LedgerVerify.jdbcUrl("jdbc:postgresql:x")).isEqualTo("jdbc:postgresql:x");
    }

    private void finds(String finding, String... options) {
        assertThat(verify(options)).as(out + err).isEqualTo(1);
        assertThat(out).contains("WRONG     " + finding);
    }

    private int verify(String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("ledger", "verify", "--database", database.url()));
        arguments.addAll(List.of(options));
        StringWriter said = new StringWriter();
        StringWriter warned = new StringWriter();
        int exit =
                new CommandLine(new Lisolo())
                        .setOut(new PrintWriter(said))
                        .setErr(new PrintWriter(warned))
                        .execute(arguments.toArray(String[]::new));
        out = said.toString();
        err = warned.toString();
        return exit;
    }

    private static byte[] forgedCommitment(int i, String text) {
        var c = SampleLog.content(i);
        return new org.lisolo.ledger.EventContent(
                        c.id(),
                        c.kind(),
                        c.message(),
                        null,
                        null,
                        c.channel(),
                        c.organisation(),
                        1,
                        c.happenedAt(),
                        c.receivedAt(),
                        c.networkId(),
                        c.authorId(),
                        null,
                        c.authorName(),
                        c.language(),
                        null,
                        null,
                        null,
                        null,
                        text,
                        null,
                        "[]",
                        c.payloadType(),
                        c.payload())
                .leaf(SampleLog.salt(i))
                .commitment()
                .toBytes();
    }

    private SignedNote newest() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return new LogTables(connection).newestCheckpoint().orElseThrow();
        }
    }

    private void change(String sql, int event) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            SampleLog.execute(connection, sql, List.of(SampleLog.id(event)));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            SampleLog.execute(connection, sql, List.of());
        }
    }
}
