package org.lisolo.server.message;

import org.lisolo.ledger.Commitment;
import org.lisolo.ledger.EventContent;
import org.lisolo.ledger.Leaf;
import org.lisolo.server.evidence.Leaves;
import org.lisolo.server.platform.BinaryCopy;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes events: what happened, what was said, and the leaf of each, in one transaction. */
@Repository
class EventStore {
    private static final String EVENT_ROW =
            "message.event (id, fingerprint, message, parent, root, kind, channel, organisation,"
                    + " visibility, happened_at, received_at)";
    private static final String CONTENT_ROW =
            "message.content (event, salt, network_id, author_id, author_handle, author_name,"
                    + " language, in_reply_to, root, shares, title, text, html, attachments,"
                    + " payload_type, payload)";
    private static final int ATTEMPTS = 5;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final TransactionTemplate transaction;
    private final Leaves leaves;
    private final SecureRandom random = new SecureRandom();

    EventStore(
            JdbcTemplate jdbc, JdbcClient client, TransactionTemplate transaction, Leaves leaves) {
        this.jdbc = jdbc;
        this.client = client;
        this.transaction = transaction;
        this.leaves = leaves;
    }

    /** Keeps what is new and answers for each, in order. */
    List<Acceptance> keep(List<Arrival> arrivals) {
        List<UUID> fingerprints = arrivals.stream().map(a -> a.event().fingerprint()).toList();
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> keepNew(arrivals, fingerprints));
            } catch (DuplicateKeyException e) {
                // another node kept one of them since we looked: look again
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private List<Acceptance> keepNew(List<Arrival> arrivals, List<UUID> fingerprints) {
        Map<UUID, EventId> known = known(fingerprints);
        Map<UUID, Arrival> fresh = LinkedHashMap.newLinkedHashMap(arrivals.size());
        List<Acceptance> answers = new ArrayList<>(arrivals.size());
        for (int i = 0; i < arrivals.size(); i++) {
            UUID fingerprint = fingerprints.get(i);
            EventId id = arrivals.get(i).event().id();
            EventId before = known.putIfAbsent(fingerprint, id);
            if (before == null) {
                fresh.put(fingerprint, arrivals.get(i));
                answers.add(new Acceptance.Accepted(id));
            } else {
                answers.add(new Acceptance.Known(before));
            }
        }
        if (!fresh.isEmpty()) {
            insert(fresh);
        }
        return answers;
    }

    private Map<UUID, EventId> known(List<UUID> fingerprints) {
        Map<UUID, EventId> known = HashMap.newHashMap(fingerprints.size());
        client.sql("select fingerprint, id from message.event where fingerprint = any(?)")
                .param(fingerprints.toArray(UUID[]::new))
                .query(
                        row -> {
                            known.put(
                                    row.getObject(1, UUID.class),
                                    new EventId(row.getObject(2, UUID.class)));
                        });
        return known;
    }

    /** The database takes in a row while the next is made. */
    private void insert(Map<UUID, Arrival> fresh) {
        List<Leaf> grown = new ArrayList<>(fresh.size());
        jdbc.execute(
                (ConnectionCallback<Integer>)
                        connection -> {
                            try (BinaryCopy rows = BinaryCopy.into(EVENT_ROW, connection)) {
                                for (var arrival : fresh.entrySet()) {
                                    addEvent(rows, arrival.getKey(), arrival.getValue().event());
                                }
                                rows.end();
                            }
                            try (BinaryCopy rows = BinaryCopy.into(CONTENT_ROW, connection)) {
                                for (Arrival arrival : fresh.values()) {
                                    EventContent content = EventContents.of(arrival);
                                    byte[] salt = Commitment.salt(random);
                                    addContent(rows, content, salt);
                                    grown.add(content.leaf(salt));
                                }
                                rows.end();
                            }
                            addBlobs(fresh.values(), connection);
                            return grown.size();
                        });
        leaves.append(grown);
    }

    private static void addEvent(BinaryCopy rows, UUID fingerprint, MessageEvent event)
            throws SQLException {
        rows.row()
                .uuid(event.id().value())
                .uuid(fingerprint)
                .uuid(event.message().value())
                .uuid(EventContents.value(event.parent()))
                .uuid(EventContents.value(event.rootMessage()))
                .int2(event.kind().code())
                .uuid(event.channel().value())
                .uuid(event.organisation().value())
                .int2(event.visibility().code())
                .instant(event.happenedAt())
                .instant(event.receivedAt());
    }

    private static void addContent(BinaryCopy rows, EventContent content, byte[] salt)
            throws SQLException {
        rows.row()
                .uuid(content.id())
                .bytes(salt)
                .text(content.networkId())
                .text(content.authorId())
                .text(content.authorHandle())
                .text(content.authorName())
                .text(content.language())
                .text(content.inReplyTo())
                .text(content.root())
                .text(content.shares())
                .text(content.title())
                .text(content.text())
                .text(content.html())
                .text(content.attachments())
                .text(content.payloadType())
                .bytes(content.payload());
    }

    private static void addBlobs(Collection<Arrival> arrivals, Connection connection)
            throws SQLException {
        List<Arrival> with = arrivals.stream().filter(a -> !blobs(a.event()).isEmpty()).toList();
        if (with.isEmpty()) {
            return;
        }
        try (var rows = BinaryCopy.into("message.blob_use (event, hash)", connection)) {
            for (Arrival arrival : with) {
                for (ContentHash hash : blobs(arrival.event())) {
                    rows.row().uuid(arrival.event().id().value()).bytes(hash.bytes());
                }
            }
            rows.end();
        }
    }

    private static List<ContentHash> blobs(MessageEvent event) {
        return event.attachments().stream()
                .map(Attachment::content)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }
}
