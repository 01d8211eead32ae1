package org.lisolo.server.demo;

import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.format.Delivery;
import org.lisolo.server.channels.format.Format;
import org.lisolo.server.channels.format.Reading;
import org.lisolo.server.message.Acceptance;
import org.lisolo.server.message.Arrival;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.message.Payload;
import org.lisolo.server.platform.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The talk around the sample hospital, in our own event format: two weeks of it at once, then a
 * message every so often, as long as there are any.
 */
@Component
class SampleTalk implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(SampleTalk.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Inbox inbox;
    private final Ids ids;
    private final Clock clock;
    private final Duration every;
    private volatile boolean closed;

    SampleTalk(
            Inbox inbox,
            Ids ids,
            Clock clock,
            @Value("${lisolo.demo.every:PT45S}") Duration every) {
        this.inbox = inbox;
        this.ids = ids;
        this.clock = clock;
        this.every = every;
    }

    void tellHistory(Channel channel) {
        List<Arrival> arrivals = new ArrayList<>();
        for (ObjectNode line : lines("history.ndjson")) {
            Duration ago = Duration.ofMinutes(line.required("ago").asLong());
            line.remove("ago");
            arrivals.addAll(read(line, channel, clock.instant().minus(ago)));
        }
        inbox.accept(arrivals);
    }

    /** Goes on where it was left: what was told before is known, and told no more. */
    void goOn(Channel channel) {
        Thread.ofVirtual().name("sample-talk").start(() -> tellLive(channel));
    }

    private void tellLive(Channel channel) {
        try {
            for (ObjectNode line : lines("live.ndjson")) {
                boolean news = tell(line, channel);
                if (closed) {
                    return;
                }
                if (news) {
                    Thread.sleep(every);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("the sample talk ends: {}", e.getClass().getName());
        }
    }

    private boolean tell(ObjectNode line, Channel channel) {
        return inbox.accept(read(line, channel, clock.instant())).stream()
                .anyMatch(Acceptance.Accepted.class::isInstance);
    }

    private List<Arrival> read(ObjectNode line, Channel channel, Instant happenedAt) {
        line.put("happenedAt", happenedAt.toString());
        byte[] payload = JSON.writeValueAsBytes(line);
        Format format = channel.kind().format();
        Delivery delivery =
                new Delivery(
                        channel.id(),
                        channel.organisation(),
                        channel.visibility(),
                        clock.instant(),
                        ids::next);
        return switch (format.read(payload, delivery)) {
            case Reading.Understood understood ->
                    understood.events().stream()
                            .map(
                                    event ->
                                            new Arrival(
                                                    event,
                                                    new Payload(format.mediaType(), payload)))
                            .toList();
            case Reading.NothingToKeep nothing ->
                    throw new IllegalStateException("a sample holds nothing: " + nothing.reason());
            case Reading.NotUnderstood odd ->
                    throw new IllegalStateException("a sample is wrong: " + odd.reason());
        };
    }

    private static List<ObjectNode> lines(String file) {
        try (InputStream in =
                Objects.requireNonNull(SampleTalk.class.getResourceAsStream("/demo/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> (ObjectNode) JSON.readTree(line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void destroy() {
        closed = true;
    }
}
