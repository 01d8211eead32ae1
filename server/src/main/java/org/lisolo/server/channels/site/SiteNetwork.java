package org.lisolo.server.channels.site;

import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Limits;
import org.lisolo.server.channels.Network;
import org.lisolo.server.message.Author;
import org.lisolo.server.message.Carries.Carried;
import org.lisolo.server.message.Outgoing;
import org.lisolo.server.message.Parcel;
import org.lisolo.server.message.Payload;
import org.lisolo.server.people.Organisations;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Our own site. A message is there as soon as the log has it, so to send it is to name it; the name
 * is made of what is sent, and sending the same again is nothing new to the log.
 */
@Component
class SiteNetwork implements Network {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 10_000;
    private static final Limits.Pictures PICTURES =
            new Limits.Pictures(10, 5_000_000, Set.of("image/jpeg", "image/png"), 2_000);

    private final Organisations organisations;

    SiteNetwork(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.SITE;
    }

    @Override
    public Limits limits() {
        return Limits.of(LONGEST, Limits.Counting.GRAPHEMES).withTitle().withPictures(PICTURES);
    }

    @Override
    public Optional<String> speaksAs(Channel channel) {
        return Optional.of(organisations.name(channel.organisation()));
    }

    @Override
    public Carried send(Channel channel, Parcel parcel) {
        Outgoing what = parcel.what();
        String home = "/news/" + what.organisation();
        return new Carried(
                home + "/" + what.post(),
                new Author(home, null, organisations.name(what.organisation())),
                parcel.made(),
                new Payload("application/json", payload(what)));
    }

    /** Whether the log has it is the log's to tell: the same again is known there. */
    @Override
    public Optional<Carried> find(Channel channel, Parcel parcel) {
        return Optional.of(send(channel, parcel));
    }

    @Override
    public Health health(Channel channel) {
        return Health.GOOD;
    }

    private static byte[] payload(Outgoing what) {
        return JSON.writeValueAsBytes(
                JSON.createObjectNode()
                        .put("post", what.post().toString())
                        .put("kind", what.kind().name())
                        .put("language", Objects.requireNonNullElse(what.language(), ""))
                        .put("title", Objects.requireNonNullElse(what.title(), ""))
                        .put("text", what.text()));
    }
}
