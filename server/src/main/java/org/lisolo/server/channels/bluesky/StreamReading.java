package org.lisolo.server.channels.bluesky;

import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.channels.bluesky.BlueskyAccountStore.Heard;
import org.lisolo.server.channels.format.Json;
import org.lisolo.server.channels.format.Unreadable;
import org.lisolo.server.channels.intake.Intake;
import org.lisolo.server.channels.intake.Line;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Outbox;
import org.lisolo.server.message.Sight;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of the stream concerns an account of ours: what is said to it or about its posts, what
 * becomes of that, and what becomes of what was sent. All else is left.
 */
@Component
class StreamReading {
    static final String LIKE = "app.bsky.feed.like";
    private static final long ACCOUNTS_ARE_KNOWN_FOR_SECONDS = 10;

    private final BlueskyAccountStore accounts;
    private final Channels channels;
    private final Intake intake;
    private final Outbox outbox;
    private final Messages messages;
    private final StreamStore store;
    private final Clock clock;
    private volatile List<Heard> heard = List.of();
    private volatile Instant asked = Instant.MIN;

    StreamReading(
            BlueskyAccountStore accounts,
            Channels channels,
            Intake intake,
            Outbox outbox,
            Messages messages,
            StreamStore store,
            Clock clock) {
        this.accounts = accounts;
        this.channels = channels;
        this.intake = intake;
        this.outbox = outbox;
        this.messages = messages;
        this.store = store;
        this.clock = clock;
    }

    /** Takes in what concerns us; the time of the event in microseconds, 0 where it tells none. */
    long read(byte[] payload) {
        try {
            JsonNode event = Json.object(payload);
            if (event.path("kind").asString("").equals("commit")) {
                commit(event, payload);
            }
            return event.path("time_us").asLong(0);
        } catch (Unreadable _) {
            // not even JSON: nothing of it can be said to be ours
            return 0;
        }
    }

    private void commit(JsonNode event, byte[] payload) {
        JsonNode commit = event.path("commit");
        String did = event.path("did").asString("");
        String collection = commit.path("collection").asString("");
        String address = "at://" + did + "/" + collection + "/" + commit.path("rkey").asString("");
        boolean deletes = commit.path("operation").asString("").equals("delete");
        if (collection.equals(LIKE)) {
            like(address, commit.path("record"), deletes, event.path("time_us").asLong(0));
            return;
        }
        Set<String> concerned = Concerned.by(commit.path("record"));
        concerned.add(did);
        for (Heard account : heard()) {
            boolean known = deletes && isKnown(account, address);
            if ((known || concerned.contains(account.did()))
                    && !isOurOwnEcho(account, did, address, commit)) {
                take(account, payload);
            }
        }
    }

    private void take(Heard account, byte[] payload) {
        channels.find(account.channel(), account.organisation())
                .filter(channel -> channel.retired() == null)
                .ifPresent(channel -> take(channel, payload));
    }

    private void take(Channel channel, byte[] payload) {
        intake.take(channel, List.of(new Line(1, payload, false, payload.length)));
    }

    private boolean isKnown(Heard account, String address) {
        return messages.find(MessageId.of(account.channel(), address), sight(account)).isPresent();
    }

    /** What we sent ourselves came back already, by the outbox. */
    private boolean isOurOwnEcho(Heard account, String did, String address, JsonNode commit) {
        if (!did.equals(account.did())) {
            return false;
        }
        MessageId message = MessageId.of(account.channel(), address);
        return switch (commit.path("operation").asString("")) {
            case "create" -> !outbox.postsOf(List.of(message)).isEmpty();
            case "update" -> {
                String text = commit.path("record").path("text").asString("");
                yield messages.find(message, sight(account))
                        .filter(one -> one.current().text().equals(text))
                        .isPresent();
            }
            default -> false;
        };
    }

    private static Sight sight(Heard account) {
        return Sight.ofStaff(account.organisation());
    }

    private void like(String address, JsonNode record, boolean deletes, long micros) {
        if (deletes) {
            store.takenBack(address);
            return;
        }
        String subject = record.path("subject").path("uri").asString("");
        String whose = AtAddress.of(subject).map(AtAddress::did).orElse("");
        heard().stream()
                .filter(account -> account.did().equals(whose))
                .forEach(
                        account ->
                                store.liked(
                                        account.channel(),
                                        address,
                                        subject,
                                        Instant.EPOCH.plus(micros, ChronoUnit.MICROS)));
    }

    /** Before the next event, whichever accounts were known. */
    void askForAccounts() {
        asked = Instant.MIN;
    }

    private List<Heard> heard() {
        Instant now = clock.instant();
        if (asked.equals(Instant.MIN)
                || now.isAfter(asked.plusSeconds(ACCOUNTS_ARE_KNOWN_FOR_SECONDS))) {
            heard = accounts.heard();
            asked = now;
        }
        return heard;
    }

    /** Whose accounts a record answers, names or shows. */
    private static final class Concerned {
        static Set<String> by(JsonNode record) {
            Set<String> dids = new TreeSet<>();
            of(record.path("reply").path("parent"), dids);
            of(record.path("reply").path("root"), dids);
            of(record.path("subject"), dids);
            of(record.path("embed").path("record"), dids);
            of(record.path("embed").path("record").path("record"), dids);
            for (JsonNode facet : record.path("facets")) {
                for (JsonNode feature : facet.path("features")) {
                    dids.add(feature.path("did").asString(""));
                }
            }
            dids.remove("");
            return dids;
        }

        private static void of(JsonNode reference, Set<String> dids) {
            AtAddress.of(reference.path("uri").asString(""))
                    .map(AtAddress::did)
                    .ifPresent(dids::add);
        }
    }
}
