package org.lisolo.server.channels;

import org.lisolo.server.message.Carries;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.Parcel;
import org.lisolo.server.people.OrganisationId;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The networks that things can go out to, each for the channels of its kind. */
@Component
public class Networks implements Carries {
    private final List<Network> networks;
    private final ChannelStore channels;

    Networks(List<Network> networks, ChannelStore channels) {
        this.networks = List.copyOf(networks);
        this.channels = channels;
    }

    /** The network of this kind, if things can go out to it. */
    public Optional<Network> of(ChannelKind kind) {
        return networks.stream().filter(network -> network.kind() == kind).findFirst();
    }

    /** Where an organisation can speak: its open channels on which things can be sent. */
    public List<Mouth> mouths(OrganisationId organisation) {
        return channels.all(organisation).stream()
                .filter(channel -> channel.retired() == null)
                .flatMap(channel -> mouth(channel).stream())
                .toList();
    }

    private Optional<Mouth> mouth(Channel channel) {
        return of(channel.kind())
                .flatMap(
                        network ->
                                network.speaksAs(channel)
                                        .map(
                                                as ->
                                                        new Mouth(
                                                                channel,
                                                                as,
                                                                network.limits(),
                                                                network.looks())));
    }

    @Override
    public Carried carry(Parcel parcel) throws NotCarried {
        Channel channel = open(parcel);
        return network(channel).send(channel, parcel);
    }

    @Override
    public Optional<Carried> find(Parcel parcel) throws NotCarried {
        Channel channel = open(parcel);
        return network(channel).find(channel, parcel);
    }

    @Override
    public Duration pace(ChannelId id) {
        return channels.find(id)
                .flatMap(channel -> of(channel.kind()))
                .map(network -> network.limits().pace())
                .orElse(Duration.ZERO);
    }

    private Channel open(Parcel parcel) throws NotCarried {
        Optional<Channel> channel =
                channels.find(parcel.what().channel())
                        .filter(one -> one.organisation().equals(parcel.what().organisation()));
        if (channel.isEmpty() || channel.get().retired() != null) {
            throw NotCarried.forGood("outbox.reason.closed");
        }
        return channel.get();
    }

    private Network network(Channel channel) throws NotCarried {
        return of(channel.kind()).orElseThrow(() -> NotCarried.forGood("outbox.reason.nonetwork"));
    }
}
