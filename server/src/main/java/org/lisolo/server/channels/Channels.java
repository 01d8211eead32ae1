package org.lisolo.server.channels;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The channels of organisations. */
@Service
public class Channels {
    static final int LONGEST_NAME = 100;

    private final ChannelStore store;
    private final Ids ids;
    private final Clock clock;

    Channels(ChannelStore store, Ids ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens a channel.
     *
     * @throws Problem if the name is missing, too long or taken
     */
    public Channel open(
            OrganisationId organisation, String name, ChannelKind kind, Visibility visibility) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            throw Problem.invalid("channels.name.missing").atField("name");
        }
        if (stripped.length() > LONGEST_NAME) {
            throw Problem.invalid("channels.name.tooLong", LONGEST_NAME).atField("name");
        }
        if (all(organisation).stream().anyMatch(c -> c.name().equalsIgnoreCase(stripped))) {
            throw Problem.conflict("channels.name.taken").atField("name");
        }
        Channel channel =
                new Channel(
                        new ChannelId(ids.next()),
                        organisation,
                        stripped,
                        kind,
                        visibility,
                        clock.instant(),
                        null);
        store.insert(channel);
        return channel;
    }

    /** Those of an organisation by name, the retired ones last. */
    public List<Channel> all(OrganisationId organisation) {
        return store.all(organisation);
    }

    /** Their names by id, in the same order. */
    public Map<String, String> names(OrganisationId organisation) {
        Map<String, String> names = new LinkedHashMap<>();
        all(organisation).forEach(channel -> names.put(channel.id().toString(), channel.name()));
        return names;
    }

    public Optional<Channel> find(ChannelId id, OrganisationId organisation) {
        return store.find(id).filter(channel -> channel.organisation().equals(organisation));
    }

    Channel own(ChannelId id, OrganisationId organisation) {
        return find(id, organisation)
                .orElseThrow(() -> Problem.notFound("channels.channel.unknown"));
    }

    /** From now on nothing more comes in; what came stays. */
    void retire(Channel channel) {
        store.retire(channel.id(), Optional.of(clock.instant()));
    }

    void reopen(Channel channel) {
        store.retire(channel.id(), Optional.empty());
    }
}
