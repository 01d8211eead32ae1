package org.lisolo.server.people;

import org.lisolo.server.platform.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.net.InetAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * How often a sign-in was tried lately, per e-mail typed (whether or not it has an account) and per
 * address. Kept in the database, so that it holds over all nodes and restarts. Thread-safe.
 */
@Component
class Attempts {
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int PER_ACCOUNT = 10;

    /** A whole hospital may stand behind one address. */
    static final int PER_ADDRESS = 100;

    /** An attempt under way: it counts as failed until {@link #succeeded} is told of it. */
    record Attempt(UUID onAccount, UUID fromThere, Subject account) {}

    /**
     * By what tries are counted.
     *
     * @param newest under which one is kept now
     * @param all under which earlier ones may be, for while keys change
     */
    record Subject(String newest, List<String> all) {}

    private record Count(int attempts, Instant oldest) {}

    private final JdbcClient jdbc;
    private final PeopleKey key;
    private final Ids ids;
    private final Clock clock;

    Attempts(JdbcClient jdbc, PeopleKey key, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Notes an attempt before it is made, so that many at once can't slip past the count.
     *
     * @return how long to wait first; zero to go on
     */
    Duration begin(Attempt attempt, String address) {
        Instant now = clock.instant();
        forgetBefore(now.minus(WINDOW));
        Subject from = subject(network(address), "attempt.address");
        note(attempt.onAccount(), attempt.account(), now);
        note(attempt.fromThere(), from, now);
        Duration wait = wait(attempt.account(), PER_ACCOUNT, now);
        Duration fromThere = wait(from, PER_ADDRESS, now);
        return wait.compareTo(fromThere) > 0 ? wait : fromThere;
    }

    Attempt of(Contact contact) {
        return of(contact.value());
    }

    /** On whatever is to be guessed at only so often, such as the codes of an account. */
    Attempt of(String what) {
        return new Attempt(ids.next(), ids.next(), subject(what, "attempt.account"));
    }

    /** What failed before on this account no longer counts. */
    void succeeded(Attempt attempt) {
        jdbc.sql("delete from people.attempt where subject = any(:subjects) or id = :there")
                .param("subjects", attempt.account().all().toArray(String[]::new))
                .param("there", attempt.fromThere())
                .update();
    }

    /** One that was told to wait was not made; it must not make the wait longer. */
    void notMade(Attempt attempt) {
        jdbc.sql("delete from people.attempt where id in (:account, :there)")
                .param("account", attempt.onAccount())
                .param("there", attempt.fromThere())
                .update();
    }

    private Duration wait(Subject subject, int most, Instant now) {
        Count count =
                jdbc.sql(
                                """
                                select count(*) as attempts, min(at) as oldest from people.attempt
                                where subject = any(:subjects) and at > :since
                                """)
                        .param("subjects", subject.all().toArray(String[]::new))
                        .param("since", Timestamp.from(now.minus(WINDOW)))
                        .query(
                                (row, _) ->
                                        new Count(
                                                row.getInt("attempts"),
                                                row.getTimestamp("oldest").toInstant()))
                        .single();
        return count.attempts() <= most
                ? Duration.ZERO
                : Duration.between(now, count.oldest().plus(WINDOW)).plusSeconds(1);
    }

    private void note(UUID id, Subject subject, Instant now) {
        jdbc.sql("insert into people.attempt (id, subject, at) values (:id, :subject, :at)")
                .param("id", id)
                .param("subject", subject.newest())
                .param("at", Timestamp.from(now))
                .update();
    }

    private Subject subject(String text, String place) {
        return new Subject(
                HexFormat.of().formatHex(key.lookup(text, place)),
                Arrays.stream(key.lookups(text, place)).map(HexFormat.of()::formatHex).toList());
    }

    private void forgetBefore(Instant time) {
        jdbc.sql("delete from people.attempt where at < :time")
                .param("time", Timestamp.from(time))
                .update();
    }

    /** One household or office is given one IPv6 network of 64 bits, and chooses freely in it. */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}
