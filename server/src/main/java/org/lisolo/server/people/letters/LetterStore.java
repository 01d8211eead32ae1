package org.lisolo.server.people.letters;

import org.lisolo.server.people.Contact;
import org.lisolo.server.people.EmailAddress;
import org.lisolo.server.people.PeopleKey;
import org.lisolo.server.people.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The letters that have not left yet: address and words sealed, gone once they have. */
@Repository
class LetterStore {
    private static final String SEPARATOR = "\0";

    private final JdbcClient jdbc;
    private final PeopleKey key;

    LetterStore(JdbcClient jdbc, PeopleKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** In the words of the person it goes to. */
    record Written(Contact to, String subject, String body) {
        @Override
        public String toString() {
            return "a letter";
        }
    }

    record Due(UUID id, int tries, Written written) {}

    void add(UUID id, Written written, Instant now, Instant until) {
        String content =
                String.join(SEPARATOR, written.to().value(), written.subject(), written.body());
        jdbc.sql(
                        """
                        insert into people.letter (id, way, sealed, next_try, until)
                        values (:id, :way, :sealed, :now, :until)
                        """)
                .param("id", id)
                .param("way", way(written.to()))
                .param("sealed", key.seal(content.getBytes(StandardCharsets.UTF_8), "letter " + id))
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .update();
    }

    /** Takes some that are due; nobody else gets them before {@code leased}. */
    List<Due> take(List<String> ways, Instant now, Instant leased) {
        return jdbc.sql(
                        """
                        update people.letter set next_try = :leased, tries = tries + 1
                        where id in (
                            select id from people.letter
                            where next_try <= :now and until > :now and refused is null
                              and way = any(:ways)
                            order by next_try
                            limit 20
                            for update skip locked)
                        returning id, way, sealed, tries
                        """)
                .param("leased", Timestamp.from(leased))
                .param("now", Timestamp.from(now))
                .param("ways", ways.toArray(String[]::new))
                .query((row, _) -> due(row))
                .list();
    }

    void left(UUID id) {
        jdbc.sql("delete from people.letter where id = :id").param("id", id).update();
    }

    void failed(UUID id, String reason, Instant nextTry) {
        jdbc.sql("update people.letter set next_try = :next, failure = :reason where id = :id")
                .param("next", Timestamp.from(nextTry))
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    /** It is not tried again, and nothing of it stays but the refusal. */
    void refused(UUID id, String reason, Instant now) {
        jdbc.sql(
                        """
                        update people.letter set refused = :now, failure = :reason, sealed = null
                        where id = :id
                        """)
                .param("now", Timestamp.from(now))
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    /** How many were out of date before they could leave. */
    int dropOutdated(Instant now) {
        return jdbc.sql(
                        """
                        with gone as (
                            delete from people.letter where until <= :now returning refused)
                        select count(*) from gone where refused is null
                        """)
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    long waiting(Instant now) {
        return jdbc.sql("select count(*) from people.letter where until > :now and refused is null")
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    Optional<String> lastFailure() {
        return jdbc.sql(
                        """
                        select failure from people.letter
                        where failure is not null and refused is null
                        order by next_try desc limit 1
                        """)
                .query(String.class)
                .optional();
    }

    long refused(Instant now) {
        return jdbc.sql(
                        """
                        select count(*) from people.letter
                        where until > :now and refused is not null
                        """)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    Optional<String> lastRefusal() {
        return jdbc.sql(
                        """
                        select failure from people.letter where refused is not null
                        order by refused desc limit 1
                        """)
                .query(String.class)
                .optional();
    }

    private Due due(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String content = key.openText(row.getBytes("sealed"), "letter " + id);
        String[] parts = content.split(SEPARATOR, 3);
        Contact to =
                row.getString("way").equals("MAIL")
                        ? new EmailAddress(parts[0])
                        : new PhoneNumber(parts[0]);
        return new Due(id, row.getInt("tries"), new Written(to, parts[1], parts[2]));
    }

    static String way(Contact to) {
        return switch (to) {
            case EmailAddress _ -> "MAIL";
            case PhoneNumber _ -> "PHONE";
        };
    }
}
