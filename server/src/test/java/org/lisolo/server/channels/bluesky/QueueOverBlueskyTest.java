package org.lisolo.server.channels.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.channels.bluesky.BlueskySessions.Session;
import org.lisolo.server.message.Cleared;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.Fate;
import org.lisolo.server.message.Outbox;
import org.lisolo.server.message.Outgoing;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.publishing.Newsroom;
import org.lisolo.server.testing.Atproto;
import org.lisolo.server.testing.Atproto.Person;
import org.lisolo.server.testing.AtprotoTest;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What waits in a queue leaves for a real PDS, whatever becomes of our token meanwhile. */
@AtprotoTest
class QueueOverBlueskyTest {
    private static final int QUEUE = 6;

    @Autowired Outbox outbox;
    @Autowired BlueskyAccounts accounts;
    @Autowired BlueskyAccountStore store;
    @Autowired BlueskySessions sessions;
    @Autowired Channels channels;

    private final Atproto atproto = Atproto.running();

    @Test
    void aTokenThatExpiresMidQueueIsRenewedOnceAndAllArriveOnceInOrder() throws Exception {
        Person hospital = atproto.person();
        Channel channel =
                channels.open(
                        new OrganisationId(UUID.randomUUID()),
                        "Bluesky",
                        ChannelKind.BLUESKY,
                        Visibility.PUBLIC);
        accounts.connect(
                channel, hospital.handle(), hospital.password(), atproto.service().toString());
        Session good = signedIn(store.find(channel.id()).orElseThrow());
        sessions.put(channel.id(), good);
        long signIns = asked("createSession");
        long renewals = asked("refreshSession");
        List<UUID> posts =
                IntStream.range(0, QUEUE).mapToObj(i -> send(channel, "texte " + i)).toList();
        Newsroom.until(() -> left(posts) >= 2);
        sessions.put(
                channel.id(),
                new Session(
                        good.did(),
                        good.handle(),
                        BlueskyNetworkTest.expired(good.access()),
                        good.refresh()));
        assertThat(left(posts)).as("some still wait").isLessThan(QUEUE);
        Newsroom.until(() -> left(posts) == QUEUE);
        assertThat(said(hospital))
                .containsExactlyElementsOf(
                        IntStream.range(0, QUEUE).mapToObj(i -> "texte " + i).toList());
        assertThat(asked("refreshSession") - renewals).isOne();
        assertThat(asked("createSession") - signIns).isZero();
    }

    private Session signedIn(BlueskyAccount account) {
        var reply = sessions.signIn(account.service(), account.handle(), account.password());
        return Session.of(((Xrpc.Reply.Done) reply).body());
    }

    private long asked(String method) {
        return atproto.pds().asked().stream().filter(path -> path.endsWith("." + method)).count();
    }

    private UUID send(Channel channel, String text) {
        UUID post = UUID.randomUUID();
        var what =
                new Outgoing(
                        post,
                        EventKind.CREATED,
                        channel.organisation(),
                        channel.id(),
                        "fr",
                        null,
                        text);
        outbox.send(Cleared.byTheGate(what, Instant.now().plus(Duration.ofDays(2))));
        return post;
    }

    private long left(List<UUID> posts) {
        return outbox.fates(posts).values().stream()
                .flatMap(List::stream)
                .filter(fate -> fate.state() == Fate.State.SENT)
                .count();
    }

    /** In the order in which they were made. */
    private static List<String> said(Person person) {
        List<String> said = new ArrayList<>();
        person.posts().forEach(post -> said.add(post.path("value").path("text").asString()));
        Collections.reverse(said);
        return said;
    }
}
