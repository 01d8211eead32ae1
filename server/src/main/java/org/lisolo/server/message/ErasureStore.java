package org.lisolo.server.message;

import org.lisolo.ledger.Commitment;
import org.lisolo.ledger.ErasureContent;
import org.lisolo.ledger.Leaf;
import org.lisolo.server.evidence.Leaves;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Repository;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Finds what is to be forgotten, removes it, and enters that in the register and the log. */
@Repository
class ErasureStore {
    private final JdbcClient client;
    private final JdbcTemplate jdbc;
    private final Leaves leaves;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ErasureStore(JdbcClient client, JdbcTemplate jdbc, Leaves leaves, Clock clock) {
        this.client = client;
        this.jdbc = jdbc;
        this.leaves = leaves;
        this.clock = clock;
    }

    Erasure ofAuthor(OrganisationId organisation, String authorId) {
        return found(
                client.sql(
                                """
                                select e.id, e.message, c.author_id
                                  from message.event e join message.content c on c.event = e.id
                                 where e.message in (
                                       select w.message
                                         from message.event w
                                         join message.content s on s.event = w.id
                                        where s.author_id = :author
                                          and w.organisation = :organisation)
                                """)
                        .param("author", authorId)
                        .param("organisation", organisation.value()));
    }

    Erasure ofMessage(OrganisationId organisation, MessageId message) {
        return found(
                client.sql(
                                """
                                select e.id, e.message, c.author_id
                                  from message.event e join message.content c on c.event = e.id
                                 where e.message = :message and e.organisation = :organisation
                                """)
                        .param("message", message.value())
                        .param("organisation", organisation.value()));
    }

    Erasure ofEvent(UUID event) {
        return found(
                client.sql(
                                """
                                select e.id, e.message, c.author_id
                                  from message.event e join message.content c on c.event = e.id
                                 where e.id = :event
                                """)
                        .param("event", event));
    }

    static List<Erasures.Erased> register(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                .sql("select event, by, reason from message.erasure order by at, event")
                .query(
                        (row, _) ->
                                new Erasures.Erased(
                                        row.getObject(1, UUID.class),
                                        row.getObject(2, UUID.class),
                                        row.getString(3)))
                .list();
    }

    long count() {
        return client.sql("select count(*) from message.erasure").query(Long.class).single();
    }

    private static Erasure found(JdbcClient.StatementSpec query) {
        List<EventId> events = new ArrayList<>();
        Set<MessageId> messages = new HashSet<>();
        Set<String> authors = new HashSet<>();
        query.query(
                row -> {
                    events.add(new EventId(row.getObject(1, UUID.class)));
                    messages.add(new MessageId(row.getObject(2, UUID.class)));
                    authors.add(row.getString(3));
                });
        return new Erasure(events, messages, authors);
    }

    /** Removes the content and leaves an entry for each event in the register and in the log. */
    void erase(Erasure erasure, AccountId by, String reason) {
        UUID[] events = erasure.events().stream().map(EventId::value).toArray(UUID[]::new);
        client.sql("delete from message.content where event = any(?)").param(events).update();
        client.sql(
                        """
                        with unused as (
                            delete from message.blob_use where event = any(:events) returning hash
                        )
                        delete from message.blob b using unused
                         where b.hash = unused.hash
                           and not exists (select from message.blob_use u
                                            where u.hash = b.hash and u.event <> all(:events))
                        """)
                .param("events", events)
                .update();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Leaf> grown = new ArrayList<>();
        for (UUID event : events) {
            byte[] salt = Commitment.salt(random);
            ErasureContent content = new ErasureContent(event, by.value(), reason, at);
            insert(content, salt);
            grown.add(content.leaf(salt));
        }
        leaves.append(grown);
    }

    private void insert(ErasureContent content, byte[] salt) {
        client.sql(
                        """
                        insert into message.erasure (event, salt, reason, by, at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        content.event(),
                        salt,
                        content.reason(),
                        content.by(),
                        Timestamp.from(content.at()))
                .update();
    }

    /** Has PostgreSQL give back the pages on which the removed rows stood. */
    void reclaim() {
        jdbc.execute("vacuum message.content");
        jdbc.execute("vacuum message.blob");
    }
}
