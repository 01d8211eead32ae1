package org.lisolo.server.people.members;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Contact;
import org.lisolo.server.people.PeopleKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** The codes that were asked for, by their ticket. */
@Repository
class CodeStore {
    private static final String SEPARATOR = "\0";

    private final JdbcClient jdbc;
    private final PeopleKey key;

    CodeStore(JdbcClient jdbc, PeopleKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** A ticket as one more try leaves it; {@code hash} is empty where no code was sent. */
    record Tried(Pending pending, Optional<byte[]> hash) {}

    /** Whoever asks often gets fewer; both counts hold over all nodes. */
    record Asked(long forContact, long fromThere) {}

    void add(UUID ticket, Pending pending, String origin, Optional<String> code, Instant now) {
        jdbc.sql(
                        """
                        insert into people.code
                            (id, purpose, subject, origin, sealed, hash, made, expires)
                        values (:id, :purpose, :subject, :origin, :sealed, :hash, :now, :expires)
                        """)
                .param("id", ticket)
                .param("purpose", pending.purpose().name())
                .param("subject", subject(pending.contact()))
                .param("origin", key.lookup(origin, "code.origin"))
                .param("sealed", key.seal(written(pending), "code " + ticket))
                .param("hash", code.map(digits -> hash(ticket, digits)).orElse(null))
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(Codes.LIFE)))
                .update();
    }

    /** Those who ask for the same contact wait for each other until the commit. */
    void lock(Contact contact) {
        jdbc.sql("select pg_advisory_xact_lock(:one)")
                .param("one", ByteBuffer.wrap(oldest(contact)).getLong())
                .query()
                .listOfRows();
    }

    Asked asked(Contact contact, String origin, Instant since) {
        return jdbc.sql(
                        """
                        select
                            (select count(*) from people.code
                             where subject = any(:subjects) and made > :since) as for_contact,
                            (select count(*) from people.code
                             where origin = any(:origins) and made > :since) as from_there
                        """)
                .param("subjects", subjects(contact))
                .param("origins", key.lookups(origin, "code.origin"))
                .param("since", Timestamp.from(since))
                .query((row, _) -> new Asked(row.getLong("for_contact"), row.getLong("from_there")))
                .single();
    }

    /** Counts a try; empty once there were too many, it is too late, or the code was used. */
    Optional<Tried> tryOnce(UUID ticket, Instant now) {
        return jdbc.sql(
                        """
                        update people.code set tries = tries + 1
                        where id = :id and tries < :most and expires > :now and sealed is not null
                        returning id, purpose, sealed, hash
                        """)
                .param("id", ticket)
                .param("most", Codes.TRIES)
                .param("now", Timestamp.from(now))
                .query((row, _) -> tried(row))
                .optional();
    }

    /** False where another did so a moment before. */
    boolean use(UUID ticket) {
        return jdbc.sql(
                                """
                                update people.code set sealed = null, hash = null
                                where id = :id and sealed is not null
                                """)
                        .param("id", ticket)
                        .update()
                == 1;
    }

    void forgetBefore(Instant time) {
        jdbc.sql("delete from people.code where made < :time")
                .param("time", Timestamp.from(time))
                .update();
    }

    /** Under the key, as a million guesses are soon made with a copy of the database. */
    private byte[] hash(UUID ticket, String code) {
        return key.lookup(code, "code " + ticket);
    }

    /** Whether the code was sent with the ticket; something is compared where none was. */
    boolean isRight(UUID ticket, Tried tried, String code) {
        boolean right = false;
        for (byte[] shown : key.lookups(code, "code " + ticket)) {
            byte[] kept = tried.hash().orElseGet(() -> Arrays.copyOf(new byte[1], shown.length));
            right |= MessageDigest.isEqual(shown, kept);
        }
        return right;
    }

    private byte[] subject(Contact contact) {
        return key.lookup(contact.value(), "code.contact");
    }

    /** As it may have been kept, for while keys change. */
    private byte[][] subjects(Contact contact) {
        return key.lookups(contact.value(), "code.contact");
    }

    /** What every node knows. */
    private byte[] oldest(Contact contact) {
        byte[][] all = subjects(contact);
        return all[all.length - 1];
    }

    private static String written(Pending pending) {
        return String.join(
                SEPARATOR,
                pending.contact().value(),
                pending.account().map(AccountId::toString).orElse(""),
                pending.pseudonym(),
                pending.language());
    }

    private Tried tried(ResultSet row) throws SQLException {
        UUID ticket = row.getObject("id", UUID.class);
        String[] parts = key.openText(row.getBytes("sealed"), "code " + ticket).split(SEPARATOR, 4);
        return new Tried(
                new Pending(
                        Pending.Purpose.valueOf(row.getString("purpose")),
                        Contact.of(parts[0]),
                        Optional.of(parts[1])
                                .filter(id -> !id.isEmpty())
                                .map(id -> new AccountId(UUID.fromString(id))),
                        parts[2],
                        parts[3]),
                Optional.ofNullable(row.getBytes("hash")));
    }
}
