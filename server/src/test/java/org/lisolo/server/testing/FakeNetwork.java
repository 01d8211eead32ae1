package org.lisolo.server.testing;

import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.channels.Limits;
import org.lisolo.server.channels.Limits.Counting;
import org.lisolo.server.channels.Limits.Pictures;
import org.lisolo.server.channels.Network;
import org.lisolo.server.message.Author;
import org.lisolo.server.message.Carries.Carried;
import org.lisolo.server.message.Carries.NotCarried;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.Parcel;
import org.lisolo.server.message.Payload;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.OrganisationId;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A network of tests, which keeps the contract of all: little fits in a message, and it takes
 * things on the channels that a test opened by {@link #open}.
 */
public final class FakeNetwork implements Network {
    /** So few characters fit in a message. */
    public static final int CHARACTERS = 120;

    /** So long it wants to be left alone between two. */
    public static final Duration PACE = Duration.ofMillis(5);

    private final Channels channels;
    private final Map<ChannelId, List<Parcel>> arrived = new ConcurrentHashMap<>();
    private final Map<ChannelId, List<Long>> moments = new ConcurrentHashMap<>();
    private final Set<ChannelId> refusing = ConcurrentHashMap.newKeySet();

    FakeNetwork(Channels channels) {
        this.channels = channels;
    }

    public Channel open(OrganisationId organisation) {
        String name = "Page " + UUID.randomUUID().toString().substring(0, 8);
        Channel channel =
                channels.open(organisation, name, ChannelKind.ACTIVITYPUB, Visibility.PUBLIC);
        arrived.put(channel.id(), new CopyOnWriteArrayList<>());
        moments.put(channel.id(), new CopyOnWriteArrayList<>());
        return channel;
    }

    /** From now on it takes nothing there, or takes everything again. */
    public void refuse(Channel channel, boolean refuses) {
        if (refuses) {
            refusing.add(channel.id());
        } else {
            refusing.remove(channel.id());
        }
    }

    /** What came there, in its order. */
    public List<Parcel> arrived(Channel channel) {
        return List.copyOf(arrived.getOrDefault(channel.id(), List.of()));
    }

    /** When something was sent there, whatever came of it: by {@link System#nanoTime}. */
    public List<Long> moments(Channel channel) {
        return List.copyOf(moments.getOrDefault(channel.id(), List.of()));
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.ACTIVITYPUB;
    }

    @Override
    public Limits limits() {
        return Limits.of(CHARACTERS, Counting.CODE_POINTS)
                .withPictures(new Pictures(4, 1_000_000, Set.of("image/png", "image/jpeg"), 500))
                .withReplies()
                .withPace(PACE);
    }

    @Override
    public boolean tellsReactions() {
        return true;
    }

    @Override
    public Optional<String> speaksAs(Channel channel) {
        return arrived.containsKey(channel.id())
                ? Optional.of("@hopital@test.example")
                : Optional.empty();
    }

    @Override
    public Carried send(Channel channel, Parcel parcel) throws NotCarried {
        moments.computeIfAbsent(channel.id(), _ -> new CopyOnWriteArrayList<>())
                .add(System.nanoTime());
        if (refusing.contains(channel.id())) {
            throw NotCarried.forGood("outbox.reason.nonetwork");
        }
        Optional<Carried> known = find(channel, parcel);
        if (known.isPresent()) {
            return known.get();
        }
        arrived.computeIfAbsent(channel.id(), _ -> new CopyOnWriteArrayList<>()).add(parcel);
        return carried(parcel);
    }

    @Override
    public Optional<Carried> find(Channel channel, Parcel parcel) {
        return arrived(channel).stream()
                .filter(one -> one.id().equals(parcel.id()))
                .findFirst()
                .map(FakeNetwork::carried);
    }

    private static Carried carried(Parcel parcel) {
        String name =
                parcel.what().kind() == EventKind.CREATED
                        ? "https://test.example/" + parcel.id()
                        : parcel.networkId().orElse("https://test.example/" + parcel.id());
        return new Carried(
                name,
                new Author("https://test.example/@hopital", "hopital", "Hôpital"),
                parcel.made(),
                new Payload("text/plain", parcel.what().text().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Health health(Channel channel) {
        return Health.GOOD;
    }
}
