package org.lisolo.cli.ledger;

import org.lisolo.ledger.AuditContent;
import org.lisolo.ledger.CaseStepContent;
import org.lisolo.ledger.Checkpoint;
import org.lisolo.ledger.Commitment;
import org.lisolo.ledger.ErasureContent;
import org.lisolo.ledger.EventContent;
import org.lisolo.ledger.GrowingTree;
import org.lisolo.ledger.Hash;
import org.lisolo.ledger.Leaf;
import org.lisolo.ledger.NoteSigner;
import org.lisolo.ledger.RuleVersionContent;
import org.lisolo.ledger.SignedNote;
import org.lisolo.ledger.TileContent;
import org.lisolo.testkit.TestDatabase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * A database with the server's own tables and a log in it: so many events, of which the fifth was
 * erased by the last entry, with checkpoints at 100, 256 and the end. The fortieth has a picture.
 */
final class SampleLog {
    static final NoteSigner SIGNER = NoteSigner.generate("sample.example/log", new Random(1));
    static final UUID ID = new UUID(7, 7);
    static final int WITH_PICTURE = 40;
    private static final byte[] PICTURE = {1, 2, 3};
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.000006Z");

    private final Connection connection;
    private final NoteSigner signer;
    private final GrowingTree tree = new GrowingTree();

    private SampleLog(Connection connection, NoteSigner signer) {
        this.connection = connection;
        this.signer = signer;
    }

    /** A copy of its own of a log of 600 events and an erasure. */
    static TestDatabase copy() {
        return of(SIGNER, 600);
    }

    static TestDatabase of(NoteSigner signer, int events) {
        return TestDatabase.copyOf(
                "sample log " + events + signer.verifier(), made -> fill(made, signer, events));
    }

    /**
     * A log of three events and four audit records: entries 4 to 7, of which the fifth was erased.
     */
    static TestDatabase audited() {
        return TestDatabase.copyOf("audited log", made -> fill(made, SIGNER, -4));
    }

    private static void fill(TestDatabase database, NoteSigner signer, int events) {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            SampleLog log = new SampleLog(connection, signer);
            log.migrate("evidence");
            log.migrate("message");
            log.migrate("monitoring");
            log.write(events);
            connection.commit();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void migrate(String module) throws SQLException, IOException {
        Path folder = Path.of("../server/src/main/resources/db/migration", module);
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted(Comparator.comparing(SampleLog::version)).toList()) {
                execute(Files.readString(file));
            }
        }
    }

    /** As the migrations are counted: 10 comes after 9. */
    private static Version version(Path migration) {
        String name = migration.getFileName().toString();
        return Version.parse(name.substring(1, name.indexOf("__")).replace('_', '.'));
    }

    private void write(int events) throws SQLException {
        sign();
        for (int i = 1; i <= (events < 0 ? 3 : events); i++) {
            event(i);
            if (i == 100 || i == 256) {
                sign();
            }
        }
        if (events > 100) {
            erase(5);
            sign();
        }
        for (int i = 1; i <= -events; i++) {
            audit(i, i == -events ? "ERASE_PERSON" : "SEE_CASES");
        }
        if (events < 0) {
            execute(
                    "update evidence.audit set details = null, details_erased = ? where id = ?",
                    auditId(-events),
                    auditId(2));
            sign();
        }
        execute(
                "insert into evidence.log (origin, vkey, term, size) values (?, ?, 1, ?)",
                signer.name(),
                signer.verifier().toString(),
                tree.size());
    }

    static UUID id(int i) {
        return new UUID(0x0190_0000_0000_7000L, i);
    }

    static EventContent content(int i) {
        byte[] payload = ("{\"text\":\"Mbote " + i + "\"}").getBytes(StandardCharsets.UTF_8);
        return new EventContent(
                id(i),
                1,
                id(-i),
                null,
                null,
                ID,
                ID,
                1,
                TIME,
                TIME,
                "note/" + i,
                "awa",
                null,
                "Awa",
                "ln",
                null,
                null,
                null,
                null,
                "Mbote " + i,
                null,
                i == WITH_PICTURE
                        ? "[{\"mediaType\":\"image/png\",\"content\":\"" + pictureHash() + "\"}]"
                        : "[]",
                "application/json",
                payload);
    }

    static byte[] salt(int i) {
        return Commitment.salt(new Random(i));
    }

    private void event(int i) throws SQLException {
        EventContent content = content(i);
        execute(
                """
                insert into message.event (id, fingerprint, message, kind, channel, organisation,
                    visibility, happened_at, received_at)
                values (?, ?, ?, 1, ?, ?, 1, ?, ?)
                """,
                content.id(),
                content.id(),
                content.message(),
                ID,
                ID,
                time(),
                time());
        execute(
                """
                insert into message.content (event, salt, network_id, author_id, author_name,
                    language, text, attachments, payload_type, payload)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                content.id(),
                salt(i),
                content.networkId(),
                "awa",
                "Awa",
                "ln",
                content.text(),
                content.attachments(),
                content.payloadType(),
                content.payload());
        if (i == WITH_PICTURE) {
            execute(
                    "insert into message.blob (hash, bytes, kept_at) values (sha256(?), ?, ?)",
                    PICTURE,
                    PICTURE,
                    time());
        }
        append(content.leaf(salt(i)));
    }

    private static String pictureHash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PICTURE));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void erase(int i) throws SQLException {
        execute("delete from message.content where event = ?", id(i));
        execute(
                "insert into message.erasure (event, salt, reason, by, at) values (?, ?, ?, ?, ?)",
                id(i),
                salt(-i),
                "asked",
                ID,
                time());
        append(new ErasureContent(id(i), ID, "asked", TIME).leaf(salt(-i)));
    }

    static UUID auditId(int i) {
        return new UUID(0x0190_0000_0000_7777L, i);
    }

    /** The step and the version that the first and the third audit record are bound to. */
    private Hash bound(int i) throws SQLException {
        if (i == 1) {
            execute(
                    """
                    insert into monitoring.case_file (id, organisation, number, conversation,
                        channel, urgency, told_roles, told_people, alerts, opened_at,
                        last_alert_at, version)
                    values (?, ?, 1, ?, ?, 1, '{}', '{}', 1, ?, ?, 1)
                    """,
                    ID,
                    ID,
                    ID,
                    ID,
                    time(),
                    time());
            execute(
                    """
                    insert into monitoring.case_step (case_file, number, kind, by_whom, at, note,
                        salt, audit)
                    values (?, 1, 'NOTED', ?, ?, 'Appelé', ?, ?)
                    """,
                    ID,
                    ID,
                    time(),
                    salt(-201),
                    auditId(1));
            return new CaseStepContent(ID, "NOTED", ID, TIME, null, null, "Appelé")
                    .commitment(salt(-201));
        }
        if (i == 3) {
            execute(
                    "insert into monitoring.rule (id, organisation, version) values (?, ?, 1)",
                    ID,
                    ID);
            execute(
                    """
                    insert into monitoring.rule_version (rule, version, state, name, query,
                        channels, urgency, told_roles, told_people, wording, changed_by,
                        changed_at, salt, audit)
                    values (?, 1, 'ON', 'Fièvre', 'fièvre', array[?, ?], 1, '{READER,ADMIN}', '{}',
                        1, ?, ?, ?, ?)
                    """,
                    ID,
                    ID,
                    id(1),
                    ID,
                    time(),
                    salt(-203),
                    auditId(3));
            return new RuleVersionContent(
                            ID,
                            1,
                            "ON",
                            "Fièvre",
                            "fièvre",
                            List.of(id(1), ID),
                            1,
                            List.of("ADMIN", "READER"),
                            List.of(),
                            List.of(),
                            null,
                            1,
                            ID,
                            TIME)
                    .commitment(salt(-203));
        }
        return null;
    }

    private void audit(int i, String action) throws SQLException {
        Hash bound = bound(i);
        Hash details = new AuditContent.Details("192.0.2.1", "").commitment(salt(i));
        AuditContent content =
                new AuditContent(
                        auditId(i),
                        TIME,
                        ID,
                        id(-i),
                        1,
                        action,
                        "GET /work/cases/{id}",
                        List.of("cases:" + id(i), "messages:" + id(-i)),
                        details,
                        bound);
        execute(
                """
                insert into evidence.audit (id, at, organisation, actor, deed, action, route, things,
                    salt, details, details_commitment, bound)
                values (?, ?, ?, ?, 1, ?, ?, string_to_array(?, '|'), ?, '\\x00', ?, ?)
                """,
                content.id(),
                time(),
                ID,
                content.actor(),
                action,
                content.route(),
                String.join("|", content.things()),
                salt(-100 - i),
                details.toBytes(),
                bound == null ? null : bound.toBytes());
        append(content.leaf(salt(-100 - i)));
    }

    private void append(Leaf leaf) throws SQLException {
        tree.append(leaf.data());
        execute(
                "insert into evidence.entry (position, kind, id, commitment) values (?, ?, ?, ?)",
                tree.size(),
                leaf.kind().code(),
                leaf.id(),
                leaf.commitment().toBytes());
    }

    private void sign() throws SQLException {
        for (TileContent grown : tree.takeGrown()) {
            execute(
                    """
                    insert into evidence.tile (level, index, hashes) values (?, ?, ?)
                    on conflict (level, index) do update set hashes = excluded.hashes
                    """,
                    grown.tile().level(),
                    grown.tile().index(),
                    grown.hashes());
        }
        SignedNote note = new Checkpoint(signer.name(), tree.size(), tree.root()).sign(signer);
        execute(
                "insert into evidence.checkpoint (size, note, signed_at) values (?, ?, ?)",
                tree.size(),
                note.toString(),
                time());
    }

    private static OffsetDateTime time() {
        return TIME.atOffset(ZoneOffset.UTC);
    }

    private void execute(String sql, Object... values) throws SQLException {
        execute(connection, sql, Arrays.asList(values));
    }

    static void execute(Connection connection, String sql, List<Object> values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.execute();
        }
    }

    static Path kept(String name, SignedNote note) {
        try {
            Path file = Files.createTempFile(Path.of("target"), name, ".checkpoint");
            return Files.writeString(file, note.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
