package org.lisolo.server.channels.site;

import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Sentences;
import org.springframework.stereotype.Service;

import java.util.Locale;
import java.util.Optional;

/** The channel of an organisation's own site: each has one, opened when it is first needed. */
@Service
public class Sites {
    private final Channels channels;
    private final Sentences sentences;

    Sites(Channels channels, Sentences sentences) {
        this.channels = channels;
        this.sentences = sentences;
    }

    public Optional<Channel> find(OrganisationId organisation) {
        return channels.all(organisation).stream()
                .filter(channel -> channel.kind() == ChannelKind.SITE)
                .findFirst();
    }

    public Channel of(OrganisationId organisation) {
        return find(organisation)
                .orElseGet(
                        () ->
                                channels.open(
                                        organisation,
                                        sentences.say(Locale.FRENCH, "channels.site.name"),
                                        ChannelKind.SITE,
                                        Visibility.PUBLIC));
    }
}
