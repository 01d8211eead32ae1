package org.lisolo.server.channels.bluesky;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.channels.Appearance;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Limits;
import org.lisolo.server.channels.Limits.Counting;
import org.lisolo.server.channels.Limits.Pictures;
import org.lisolo.server.channels.Network;
import org.lisolo.server.channels.bluesky.Xrpc.Reply;
import org.lisolo.server.message.Author;
import org.lisolo.server.message.Carries.Carried;
import org.lisolo.server.message.Carries.NotCarried;
import org.lisolo.server.message.Outgoing;
import org.lisolo.server.message.Parcel;
import org.lisolo.server.message.Payload;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Bluesky. A post's key there is made of its parcel, so that the same at a second try stands where
 * the first one put it, and can be read back.
 */
@Component
class BlueskyNetwork implements Network {
    /** Of {@code app.bsky.feed.post} and {@code app.bsky.embed.images}. */
    private static final Limits LIMITS =
            Limits.of(300, Counting.GRAPHEMES)
                    .withBytes(3_000)
                    .withPictures(
                            new Pictures(
                                    4,
                                    1_000_000,
                                    Set.of("image/jpeg", "image/png", "image/webp"),
                                    2_000))
                    .withReplies()
                    // 5,000 points an hour, of which a creation takes three: 1,666 of them
                    .withPace(Duration.ofMillis(2_200));

    private static final Appearance LOOKS = new Appearance(true, true, true, Facets::shown);

    private final BlueskyAccountStore accounts;
    private final BlueskySessions sessions;
    private final Xrpc xrpc;
    private final BlueskyPictures pictures;
    private final boolean heard;

    BlueskyNetwork(
            BlueskyAccountStore accounts,
            BlueskySessions sessions,
            Xrpc xrpc,
            BlueskyPictures pictures,
            @Value("${lisolo.bluesky.jetstream:}") String jetstream) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.xrpc = xrpc;
        this.pictures = pictures;
        this.heard = !jetstream.isBlank();
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.BLUESKY;
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public boolean tellsReactions() {
        return heard;
    }

    @Override
    public Appearance looks() {
        return LOOKS;
    }

    @Override
    public Optional<String> speaksAs(Channel channel) {
        return accounts.handle(channel.id()).map(handle -> "@" + handle);
    }

    @Override
    public Carried send(Channel channel, Parcel parcel) throws NotCarried {
        BlueskyAccount account = account(channel);
        return switch (parcel.what().kind()) {
            case CREATED -> create(account, parcel);
            case EDITED -> edit(account, parcel);
            case DELETED -> delete(account, parcel);
        };
    }

    private Carried create(BlueskyAccount account, Parcel parcel) throws NotCarried {
        Outgoing what = parcel.what();
        AtAddress address = AtAddress.post(account.did(), Tid.of(parcel.id()));
        @Nullable String answered = what.replyTo();
        @Nullable JsonNode reply = answered == null ? null : answer(account, answered);
        List<Written.Shown> shown = pictures.brought(account, what.pictures());
        ObjectNode record = write(account, what, parcel.made(), reply, shown);
        Reply done =
                sessions.with(
                        account,
                        token ->
                                xrpc.post(
                                        account.service(),
                                        "com.atproto.repo.createRecord",
                                        call(address).set("record", record),
                                        token));
        if (!(done instanceof Reply.Done)) {
            // where it stands already, an earlier try brought it there
            return find(account, parcel).orElseThrow(() -> Failures.of(done));
        }
        return carried(account, address, parcel, record);
    }

    private Carried edit(BlueskyAccount account, Parcel parcel) throws NotCarried {
        AtAddress address = known(account, parcel);
        Optional<JsonNode> standing = read(account, address);
        if (standing.isEmpty()) {
            throw NotCarried.forGood("outbox.reason.gone");
        }
        JsonNode before = standing.get().path("value");
        ObjectNode record =
                write(
                        account,
                        parcel.what(),
                        created(before, parcel),
                        Written.replyOf(before),
                        pictures.brought(account, parcel.what().pictures()));
        Reply done =
                sessions.with(
                        account,
                        token ->
                                xrpc.post(
                                        account.service(),
                                        "com.atproto.repo.putRecord",
                                        call(address).set("record", record),
                                        token));
        if (!(done instanceof Reply.Done)) {
            throw Failures.of(done);
        }
        return carried(account, address, parcel, record);
    }

    private static Instant created(JsonNode record, Parcel parcel) {
        try {
            return Instant.parse(record.path("createdAt").asString(""));
        } catch (java.time.DateTimeException _) {
            return parcel.made();
        }
    }

    private Carried delete(BlueskyAccount account, Parcel parcel) throws NotCarried {
        AtAddress address = known(account, parcel);
        Reply done =
                sessions.with(
                        account,
                        token ->
                                xrpc.post(
                                        account.service(),
                                        "com.atproto.repo.deleteRecord",
                                        call(address),
                                        token));
        if (!(done instanceof Reply.Done)) {
            throw Failures.of(done);
        }
        return carried(account, address, parcel, call(address));
    }

    @Override
    public Optional<Carried> find(Channel channel, Parcel parcel) throws NotCarried {
        return find(account(channel), parcel);
    }

    private Optional<Carried> find(BlueskyAccount account, Parcel parcel) throws NotCarried {
        return switch (parcel.what().kind()) {
            case CREATED -> {
                AtAddress address = AtAddress.post(account.did(), Tid.of(parcel.id()));
                yield read(account, address).map(there -> there(account, address, parcel, there));
            }
            case EDITED -> {
                AtAddress address = known(account, parcel);
                yield read(account, address)
                        .filter(there -> says(there, parcel))
                        .map(there -> there(account, address, parcel, there));
            }
            case DELETED -> {
                AtAddress address = known(account, parcel);
                yield read(account, address).isPresent()
                        ? Optional.empty()
                        : Optional.of(carried(account, address, parcel, call(address)));
            }
        };
    }

    private static boolean says(JsonNode there, Parcel parcel) {
        return there.path("value").path("text").asString("").equals(parcel.what().text());
    }

    private Carried there(
            BlueskyAccount account, AtAddress address, Parcel parcel, JsonNode there) {
        JsonNode value = there.path("value");
        ObjectNode record =
                write(
                        account,
                        parcel.what(),
                        created(value, parcel),
                        Written.replyOf(value),
                        pictures.named(parcel.what().pictures()));
        return carried(account, address, parcel, record);
    }

    /** Empty if there is no such record. */
    private Optional<JsonNode> read(BlueskyAccount account, AtAddress address) throws NotCarried {
        Reply reply =
                sessions.with(
                        account,
                        token ->
                                xrpc.get(
                                        account.service(),
                                        "com.atproto.repo.getRecord",
                                        Map.of(
                                                "repo", address.did(),
                                                "collection", address.collection(),
                                                "rkey", address.rkey()),
                                        token));
        if (reply instanceof Reply.Done done) {
            return Optional.of(done.body());
        }
        if (reply instanceof Reply.No no && no.isMissing()) {
            return Optional.empty();
        }
        throw Failures.of(reply);
    }

    private JsonNode answer(BlueskyAccount account, String networkId) throws NotCarried {
        Optional<AtAddress> address = AtAddress.of(networkId);
        Optional<JsonNode> parent =
                address.isEmpty() ? Optional.empty() : read(account, address.get());
        return Written.reply(
                parent.orElseThrow(() -> NotCarried.forGood("outbox.reason.unanswerable")));
    }

    private ObjectNode write(
            BlueskyAccount account,
            Outgoing what,
            Instant created,
            @Nullable JsonNode reply,
            List<Written.Shown> shown) {
        return Written.post(
                what.text(),
                what.language(),
                created,
                reply,
                shown,
                handle -> didOf(account, handle));
    }

    /** Who is named so there; a mention of nobody stays words. */
    private Optional<String> didOf(BlueskyAccount account, String handle) {
        Reply reply =
                xrpc.get(
                        account.service(),
                        "com.atproto.identity.resolveHandle",
                        Map.of("handle", handle),
                        null);
        return reply instanceof Reply.Done done
                ? Optional.of(done.body().path("did").asString("")).filter(did -> !did.isEmpty())
                : Optional.empty();
    }

    private static ObjectNode call(AtAddress address) {
        return Written.JSON
                .createObjectNode()
                .put("repo", address.did())
                .put("collection", address.collection())
                .put("rkey", address.rkey());
    }

    private static Carried carried(
            BlueskyAccount account, AtAddress address, Parcel parcel, JsonNode sent) {
        return new Carried(
                address.toString(),
                new Author(account.did(), account.handle(), null),
                parcel.made(),
                new Payload("application/json", Written.JSON.writeValueAsBytes(sent)));
    }

    /** Where what is changed or taken down stands: in the account as it is connected now. */
    private static AtAddress known(BlueskyAccount account, Parcel parcel) throws NotCarried {
        return parcel.networkId()
                .flatMap(AtAddress::of)
                .filter(address -> address.did().equals(account.did()))
                .orElseThrow(() -> NotCarried.forGood("outbox.reason.gone"));
    }

    private BlueskyAccount account(Channel channel) throws NotCarried {
        return accounts.find(channel.id())
                .orElseThrow(() -> NotCarried.forGood("outbox.reason.unconnected"));
    }

    @Override
    public Health health(Channel channel) {
        try {
            BlueskyAccount account = account(channel);
            Reply reply =
                    sessions.with(
                            account,
                            token ->
                                    xrpc.get(
                                            account.service(),
                                            "com.atproto.server.getSession",
                                            Map.of(),
                                            token));
            return reply instanceof Reply.Done
                    ? Health.GOOD
                    : new Health(false, Failures.of(reply).reason());
        } catch (NotCarried e) {
            return new Health(false, e.reason());
        }
    }
}
