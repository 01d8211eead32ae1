package org.lisolo.server.channels;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.people.OrganisationId;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What channels are called, for {@code channel:} in queries. A channel keeps its name for good, so
 * names are remembered; one that is not known yet is looked for again.
 */
@Component
public class ChannelNames {
    private final ChannelStore store;
    private final Map<ChannelId, Channel> known = new ConcurrentHashMap<>();

    ChannelNames(ChannelStore store) {
        this.store = store;
    }

    /** The channel's name; empty where it is not known. */
    public String of(ChannelId id) {
        return find(id).map(Channel::name).orElse("");
    }

    /** The same for a reader, to whom channels of other organisations have no name. */
    public String of(ChannelId id, OrganisationId reader) {
        return find(id).filter(channel -> channel.organisation().equals(reader))
                .map(Channel::name)
                .orElse("");
    }

    private Optional<Channel> find(ChannelId id) {
        Channel channel = known.get(id);
        if (channel != null) {
            return Optional.of(channel);
        }
        Optional<Channel> found = store.find(id);
        found.ifPresent(one -> known.put(id, one));
        return found;
    }
}
