package org.lisolo.server.channels.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.channels.Network;
import org.lisolo.server.channels.NetworkContract;
import org.lisolo.server.channels.bluesky.BlueskySessions.Session;
import org.lisolo.server.message.Blobs;
import org.lisolo.server.message.Carries.Carried;
import org.lisolo.server.message.Carries.NotCarried;
import org.lisolo.server.message.ContentHash;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.Outgoing;
import org.lisolo.server.message.Parcel;
import org.lisolo.server.message.Picture;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.testing.Atproto;
import org.lisolo.server.testing.Atproto.Person;
import org.lisolo.server.testing.AtprotoTest;
import org.lisolo.server.testing.Relay.Line;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Held against a real PDS. */
@AtprotoTest
class BlueskyNetworkTest extends NetworkContract {
    /** With which dev-env signs its tokens. */
    private static final String DEV_SECRET = "jwt-secret";

    /** One pixel. */
    private static final byte[] PNG =
            HexFormat.of()
                    .parseHex(
                            "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
                                    + "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
                                    + "0000000049454e44ae426082");

    @Autowired BlueskyNetwork network;
    @Autowired BlueskyAccounts accounts;
    @Autowired BlueskyAccountStore store;
    @Autowired BlueskySessions sessions;
    @Autowired Channels channels;
    @Autowired Blobs blobs;
    @Autowired Ids ids;
    @Autowired JdbcClient jdbc;

    private final Atproto atproto = Atproto.running();
    private Person hospital;
    private Channel channel;

    @BeforeEach
    void connectAnAccount() {
        hospital = atproto.person();
        channel =
                channels.open(
                        new OrganisationId(UUID.randomUUID()),
                        "Bluesky",
                        ChannelKind.BLUESKY,
                        Visibility.PUBLIC);
        assertThat(network.speaksAs(channel)).isEmpty();
        accounts.connect(
                channel,
                "@" + hospital.handle(),
                hospital.password(),
                atproto.service().toString());
    }

    @AfterEach
    void mendTheLine() {
        atproto.pds().set(Line.GOOD);
    }

    @Override
    protected Network network() {
        return network;
    }

    @Override
    protected Channel channel() {
        return channel;
    }

    private Outgoing words(EventKind kind, UUID post, String text) {
        return new Outgoing(post, kind, channel.organisation(), channel.id(), "fr", null, text);
    }

    private Parcel parcel(Outgoing what, Optional<String> networkId) {
        Instant now = Instant.now();
        return new Parcel(
                ids.next(), what, what.hash(), now.plus(Duration.ofDays(2)), now, networkId, 0);
    }

    private Parcel saying(String text) {
        return parcel(words(EventKind.CREATED, UUID.randomUUID(), text), Optional.empty());
    }

    private JsonNode only() {
        assertThat(hospital.posts()).hasSize(1);
        return hospital.posts().get(0).path("value");
    }

    @Test
    void speaksAsTheAccountWhosePasswordIsKeptSealed() {
        assertThat(network.speaksAs(channel)).contains("@" + hospital.handle());
        assertThat(
                        jdbc.sql(
                                        "select position(? in encode(password, 'escape')) from"
                                                + " channels.bluesky_account where channel = ?")
                                .params(hospital.password(), channel.id().value())
                                .query(Integer.class)
                                .single())
                .isZero();
        accounts.disconnect(channel);
        assertThat(network.speaksAs(channel)).isEmpty();
        assertThat(network.health(channel).reason()).isEqualTo("outbox.reason.unconnected");
    }

    @Test
    void marksLinksTagsAndMentionsByTheirBytes() throws NotCarried {
        Person other = atproto.person();
        String text =
                "Été 🇨🇩 : voir https://example.org/santé, avec @" + other.handle() + " #Santé";
        network.send(channel, saying(text));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<String> marked =
                only().path("facets")
                        .valueStream()
                        .map(
                                facet -> {
                                    int start = facet.path("index").path("byteStart").asInt();
                                    int end = facet.path("index").path("byteEnd").asInt();
                                    JsonNode feature = facet.path("features").get(0);
                                    return new String(
                                                    bytes,
                                                    start,
                                                    end - start,
                                                    StandardCharsets.UTF_8)
                                            + feature.path("uri").asString("")
                                            + feature.path("tag").asString("")
                                            + feature.path("did").asString("");
                                })
                        .toList();
        assertThat(marked)
                .containsExactly(
                        "https://example.org/santé" + "https://example.org/santé",
                        "@" + other.handle() + other.did(),
                        "#Santé" + "Santé");
    }

    @Test
    void showsPicturesWithWhatTheyShowInWords() throws NotCarried {
        ContentHash hash = blobs.keep(PNG);
        Outgoing words = words(EventKind.CREATED, UUID.randomUUID(), "Une affiche.");
        var shown =
                new Outgoing(
                        words.post(),
                        words.kind(),
                        words.organisation(),
                        words.channel(),
                        "fr",
                        null,
                        words.text(),
                        null,
                        List.of(new Picture(hash, "image/png", "Une moustiquaire")));
        Parcel parcel = parcel(shown, Optional.empty());
        Carried sent = network.send(channel, parcel);
        JsonNode image = only().path("embed").path("images").get(0);
        assertThat(image.path("alt").asString()).isEqualTo("Une moustiquaire");
        assertThat(image.path("image").path("ref").path("$link").asString())
                .isEqualTo(Written.cid(hash));
        assertThat(network.find(channel, parcel).orElseThrow().payload().bytes())
                .isEqualTo(sent.payload().bytes());
    }

    @Test
    void changesWhatWasSaidAndKeepsWhenItWasSaid() throws NotCarried {
        UUID post = UUID.randomUUID();
        Parcel first = parcel(words(EventKind.CREATED, post, "À 8 heures."), Optional.empty());
        String name = network.send(channel, first).networkId();
        String created = only().path("createdAt").asString();
        Parcel edit = parcel(words(EventKind.EDITED, post, "À 7 heures."), Optional.of(name));
        assertThat(network.find(channel, edit)).isEmpty();
        network.send(channel, edit);
        assertThat(only().path("text").asString()).isEqualTo("À 7 heures.");
        assertThat(only().path("createdAt").asString()).isEqualTo(created);
        assertThat(network.find(channel, edit)).isPresent();
        Parcel removal = parcel(words(EventKind.DELETED, post, ""), Optional.of(name));
        assertThat(network.find(channel, removal)).isEmpty();
        network.send(channel, removal);
        assertThat(hospital.posts()).isEmpty();
        assertThat(network.find(channel, removal)).isPresent();
        assertThatThrownBy(() -> network.send(channel, edit))
                .isInstanceOfSatisfying(NotCarried.class, e -> assertThat(e.isForGood()).isTrue());
    }

    @Test
    void answersInTheConversationOfWhatItAnswers() throws NotCarried {
        Person patient = atproto.person();
        JsonNode question = patient.say("Vaccinez-vous le samedi ?", null);
        JsonNode second =
                patient.say(
                        "Personne ?",
                        Atproto.object()
                                .<tools.jackson.databind.node.ObjectNode>set("root", question)
                                .set("parent", question));
        Outgoing words = words(EventKind.CREATED, UUID.randomUUID(), "Oui, de 8 à 12 heures.");
        String answered = second.path("uri").asString();
        network.send(channel, parcel(answering(words, answered), Optional.empty()));
        JsonNode reply = only().path("reply");
        assertThat(reply.path("parent").path("cid").asString())
                .isEqualTo(second.path("cid").asString());
        assertThat(reply.path("root").path("uri").asString())
                .isEqualTo(question.path("uri").asString());
        Parcel lost = parcel(answering(words, answered + "x"), Optional.empty());
        assertThatThrownBy(() -> network.send(channel, lost))
                .isInstanceOfSatisfying(
                        NotCarried.class,
                        e -> assertThat(e.reason()).isEqualTo("outbox.reason.unanswerable"));
    }

    private static Outgoing answering(Outgoing words, String networkId) {
        return new Outgoing(
                words.post(),
                words.kind(),
                words.organisation(),
                words.channel(),
                "fr",
                null,
                words.text(),
                networkId,
                List.of());
    }

    @Test
    void whatArrivedWithoutAnAnswerIsFoundAndNotSaidTwice() throws NotCarried {
        Parcel parcel = saying("Une fois.");
        network.health(channel);
        atproto.pds().set(Line.SWALLOWS_ANSWERS);
        assertThatThrownBy(() -> network.send(channel, parcel))
                .isInstanceOfSatisfying(NotCarried.class, e -> assertThat(e.isForGood()).isFalse());
        atproto.pds().set(Line.GOOD);
        assertThat(network.find(channel, parcel)).isPresent();
        network.send(channel, parcel);
        assertThat(hospital.posts()).hasSize(1);
    }

    @Test
    void aTokenThatHasExpiredIsRenewedOnce() throws Exception {
        BlueskyAccount account = store.find(channel.id()).orElseThrow();
        network.health(channel);
        Session good =
                Session.of(
                        ((Xrpc.Reply.Done)
                                        sessions.signIn(
                                                account.service(),
                                                account.handle(),
                                                account.password()))
                                .body());
        sessions.put(
                channel.id(),
                new Session(good.did(), good.handle(), expired(good.access()), good.refresh()));
        network.send(channel, saying("Avec un jeton neuf."));
        network.send(channel, saying("Et encore."));
        assertThat(hospital.posts()).hasSize(2);
    }

    @Test
    void whereNoTokenCanBeHadItWaitsForSomebodyToMendIt() throws Exception {
        BlueskyAccount account = store.find(channel.id()).orElseThrow();
        store.keep(
                new BlueskyAccount(
                        account.channel(),
                        account.service(),
                        account.did(),
                        account.handle(),
                        "faux"),
                Instant.now());
        sessions.put(channel.id(), new Session(account.did(), account.handle(), "x", "y"));
        sessions.forget(channel.id());
        assertThatThrownBy(() -> network.send(channel, saying("Non.")))
                .isInstanceOfSatisfying(
                        NotCarried.class,
                        e -> {
                            assertThat(e.reason()).isEqualTo("outbox.reason.signin");
                            assertThat(e.isForGood()).isFalse();
                        });
        assertThat(network.health(channel).works()).isFalse();
    }

    /** The same token, signed by the same key, from yesterday. */
    static String expired(String token) throws Exception {
        JsonMapper json = new JsonMapper();
        String[] parts = token.split("\\.");
        var claims =
                (tools.jackson.databind.node.ObjectNode)
                        json.readTree(Base64.getUrlDecoder().decode(parts[1]));
        claims.put("exp", Instant.now().minus(Duration.ofDays(1)).getEpochSecond());
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String signed = parts[0] + "." + base64.encodeToString(json.writeValueAsBytes(claims));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(DEV_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return signed
                + "."
                + base64.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }
}
