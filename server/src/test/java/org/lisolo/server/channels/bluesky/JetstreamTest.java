package org.lisolo.server.channels.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Sight;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.testing.Atproto;
import org.lisolo.server.testing.Atproto.Person;
import org.lisolo.server.testing.AtprotoTest;
import org.lisolo.server.testing.Relay.Line;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** What a real PDS tells, in the shape of Jetstream, over a WebSocket. */
@AtprotoTest
class JetstreamTest {
    @Autowired BlueskyAccounts accounts;
    @Autowired Channels channels;
    @Autowired Messages messages;
    @Autowired Jetstream jetstream;
    @Autowired JdbcClient jdbc;

    private final Atproto atproto = Atproto.running();
    private final OrganisationId organisation = new OrganisationId(UUID.randomUUID());
    private Person hospital;
    private Person patient;
    private Channel channel;
    private JsonNode post;

    @BeforeEach
    void connectAnAccountThatHasSaidSomething() throws InterruptedException {
        hospital = atproto.person();
        patient = atproto.person();
        channel = channels.open(organisation, "Bluesky", ChannelKind.BLUESKY, Visibility.PUBLIC);
        accounts.connect(
                channel, hospital.handle(), hospital.password(), atproto.service().toString());
        until(jetstream::isListening);
        post = hospital.say("Vaccination samedi.", null);
        until(() -> found(post).isPresent());
    }

    @AfterEach
    void mendTheLine() {
        atproto.jetstream().set(Line.GOOD);
    }

    private Optional<Message> found(JsonNode what) {
        return messages.find(
                MessageId.of(channel.id(), what.path("uri").asString()),
                Sight.ofStaff(organisation));
    }

    private JsonNode answer(String text) {
        ObjectNode reply = Atproto.object();
        reply.set("root", reference(post));
        reply.set("parent", reference(post));
        return patient.say(text, reply);
    }

    private static ObjectNode reference(JsonNode to) {
        return Atproto.object()
                .put("uri", to.path("uri").asString())
                .put("cid", to.path("cid").asString());
    }

    private void remove(String collection, JsonNode what) {
        String uri = what.path("uri").asString();
        patient.post(
                "com.atproto.repo.deleteRecord",
                Atproto.object()
                        .put("repo", patient.did())
                        .put("collection", collection)
                        .put("rkey", uri.substring(uri.lastIndexOf('/') + 1)));
    }

    @Test
    void anAnswerComesInUnderWhatItAnswersAndWhatConcernsNobodyDoesNot() throws Exception {
        JsonNode apart = patient.say("Il pleut.", null);
        JsonNode answer = answer("À quelle heure ?");
        until(() -> found(answer).isPresent());
        assertThat(found(answer).orElseThrow().current().text()).isEqualTo("À quelle heure ?");
        assertThat(found(answer).orElseThrow().current().inReplyTo())
                .isEqualTo(post.path("uri").asString());
        assertThat(found(apart)).isEmpty();
        remove("app.bsky.feed.post", answer);
        until(() -> found(answer).orElseThrow().deleted());
    }

    @Test
    void aLikeIsCountedByNobodysNameUntilItIsTakenBack() throws Exception {
        ObjectNode like = Atproto.object();
        like.put("$type", "app.bsky.feed.like").put("createdAt", Instant.now().toString());
        like.set("subject", reference(post));
        JsonNode liked = patient.create("app.bsky.feed.like", like);
        until(() -> likes() == 1);
        assertThat(
                        jdbc.sql("select t::text from channels.liking t where channel = ?")
                                .param(channel.id().value())
                                .query(String.class)
                                .single())
                .doesNotContain(patient.did());
        remove("app.bsky.feed.like", liked);
        until(() -> likes() == 0);
    }

    private int likes() {
        return jdbc.sql("select count(*) from channels.liking where channel = ? and subject = ?")
                .params(channel.id().value(), post.path("uri").asString())
                .query(Integer.class)
                .single();
    }

    @Test
    void whatWasSaidWhileTheLineWasDownComesInAfterwards() throws Exception {
        atproto.jetstream().set(Line.DOWN);
        until(() -> !jetstream.isListening());
        JsonNode answer = answer("Et le dimanche ?");
        atproto.jetstream().set(Line.GOOD);
        until(() -> found(answer).isPresent());
    }

    private static void until(BooleanSupplier isSo) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!isSo.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(50);
        }
    }
}
