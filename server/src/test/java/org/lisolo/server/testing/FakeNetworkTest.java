package org.lisolo.server.testing;

import org.junit.jupiter.api.BeforeEach;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.Network;
import org.lisolo.server.channels.NetworkContract;
import org.lisolo.server.people.OrganisationId;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.UUID;

/** What tests say of networks holds of the network of tests. */
@ServerTest
class FakeNetworkTest extends NetworkContract {
    @Autowired FakeNetwork network;
    private Channel channel;

    @BeforeEach
    void openAChannel() {
        channel = network.open(new OrganisationId(UUID.randomUUID()));
    }

    @Override
    protected Network network() {
        return network;
    }

    @Override
    protected Channel channel() {
        return channel;
    }
}
