package org.lisolo.server.channels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.message.Carries.Carried;
import org.lisolo.server.message.Carries.NotCarried;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.Outgoing;
import org.lisolo.server.message.Parcel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What every network keeps, whichever it is. */
public abstract class NetworkContract {
    protected abstract Network network();

    /** Open, and of this network's kind. */
    protected abstract Channel channel();

    @Test
    void whatWasSentIsFoundAsItWasTold() throws NotCarried {
        Parcel parcel = parcel(UUID.randomUUID(), EventKind.CREATED, Optional.empty());
        Carried sent = network().send(channel(), parcel);
        assertThat(sent.networkId()).isNotBlank();
        assertThat(sent.author().networkId()).isNotBlank();
        Carried found = network().find(channel(), parcel).orElseThrow();
        assertThat(found.networkId()).isEqualTo(sent.networkId());
        assertThat(found.at()).isEqualTo(sent.at());
        assertThat(found.payload().bytes()).isEqualTo(sent.payload().bytes());
    }

    @Test
    void theSameParcelTwiceIsOneMessage() throws NotCarried {
        Parcel parcel = parcel(UUID.randomUUID(), EventKind.CREATED, Optional.empty());
        String first = network().send(channel(), parcel).networkId();
        assertThat(network().send(channel(), parcel).networkId()).isEqualTo(first);
    }

    @Test
    void twoPostsAreTwoMessages() throws NotCarried {
        Parcel one = parcel(UUID.randomUUID(), EventKind.CREATED, Optional.empty());
        Parcel other = parcel(UUID.randomUUID(), EventKind.CREATED, Optional.empty());
        assertThat(network().send(channel(), one).networkId())
                .isNotEqualTo(network().send(channel(), other).networkId());
    }

    @Test
    void anEditAndARemovalAreOfTheSameMessage() throws NotCarried {
        UUID post = UUID.randomUUID();
        Parcel created = parcel(post, EventKind.CREATED, Optional.empty());
        String name = network().send(channel(), created).networkId();
        for (EventKind kind : new EventKind[] {EventKind.EDITED, EventKind.DELETED}) {
            Parcel next = parcel(post, kind, Optional.of(name));
            assertThat(network().send(channel(), next).networkId()).isEqualTo(name);
        }
    }

    @Test
    void saysWhatItTakesAndHowItIs() {
        assertThat(network().kind()).isEqualTo(channel().kind());
        assertThat(network().limits().characters()).isPositive();
        assertThat(network().limits().pace()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(network().health(channel()).works()).isTrue();
    }

    private Parcel parcel(UUID post, EventKind kind, Optional<String> networkId) {
        String text = kind == EventKind.DELETED ? "" : "Bonjour à tous";
        var what =
                new Outgoing(
                        post, kind, channel().organisation(), channel().id(), "fr", null, text);
        Instant now = Instant.parse("2026-03-12T14:05:00Z");
        return new Parcel(
                UUID.randomUUID(),
                what,
                what.hash(),
                now.plus(Duration.ofDays(2)),
                now,
                networkId,
                0);
    }
}
