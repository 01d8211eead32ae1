package org.lisolo.server.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Signals;
import org.lisolo.server.testing.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was cleared leaves once, in order, or waits where a person sees it. */
@ServerTest
class OutboxTest {
    @Autowired OutboxStore store;
    @Autowired Inbox inbox;
    @Autowired Messages messages;
    @Autowired Blobs blobs;
    @Autowired Signals signals;
    @Autowired Ids ids;
    @Autowired JdbcClient jdbc;

    private final OrganisationId organisation = new OrganisationId(UUID.randomUUID());
    private final ChannelId channel = new ChannelId(UUID.randomUUID());
    // behind the server's own rounds, so that they leave these parcels alone
    private final HandClock clock = new HandClock(Instant.now().plus(Duration.ofDays(400)));
    private final FakeNetwork network = new FakeNetwork();

    @Test
    void leavesOnceInOrderAfterAnHourWithoutTheNetwork() throws Exception {
        network.away = true;
        List<UUID> posts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            posts.add(send("texte " + i));
        }
        for (int minute = 0; minute < 60; minute++) {
            rounds().takeOut();
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(network.arrived).isEmpty();
        network.away = false;
        clock.advance(Duration.ofHours(1));
        rounds().takeOut();
        assertThat(network.arrived.values())
                .containsExactlyElementsOf(
                        posts.stream().map(post -> "texte " + posts.indexOf(post)).toList());
        assertThat(fates(posts)).allMatch(fate -> fate.state() == Fate.State.SENT);
    }

    @Test
    void isNotSentTwiceWhereTheServerDiedBeforeTheAnswer() throws Exception {
        UUID post = send("une fois");
        network.diesAfterSending = true;
        try {
            rounds().takeOut();
        } catch (Error killed) {
            assertThat(killed).hasMessage("killed");
        }
        assertThat(network.arrived).hasSize(1);
        network.diesAfterSending = false;
        rounds().takeOut();
        assertThat(network.sendings).isOne();
        assertThat(fates(List.of(post))).allMatch(fate -> fate.state() == Fate.State.SENT);
        assertThat(said(post)).contains("une fois");
    }

    @Test
    void isSentAgainWhereItFailedAndHadNotArrived() throws Exception {
        UUID post = send("à refaire");
        network.away = true;
        rounds().takeOut();
        network.away = false;
        clock.advance(Duration.ofMinutes(10));
        rounds().takeOut();
        assertThat(network.arrived).hasSize(1);
        assertThat(said(post)).contains("à refaire");
    }

    @Test
    void comesBackIntoTheLogAndItsWordsStandNowhereElse() throws Exception {
        UUID post = send("mot unique " + channel);
        rounds().takeOut();
        assertThat(said(post)).contains("mot unique " + channel);
        assertThat(
                        jdbc.sql(
                                        "select count(*) from message.outgoing where text <> '' and"
                                                + " post = ?")
                                .param(post)
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void waitsForAPersonWhereTheNetworkWillNeverTakeItAndLetsOthersPass() throws Exception {
        UUID bad = send("refusé");
        UUID edit = edit(bad, "refusé, corrigé");
        UUID good = send("accepté");
        network.refuses = "refusé";
        rounds().takeOut();
        assertThat(network.arrived.values()).containsExactly("accepté");
        assertThat(fates(List.of(bad)))
                .extracting(Fate::state)
                .containsExactly(Fate.State.DEAD, Fate.State.WAITING);
        assertThat(store.dead(organisation)).isOne();
        network.refuses = "";
        UUID dead = fates(List.of(bad)).getFirst().parcel();
        assertThat(store.drop(organisation, dead)).isTrue();
        assertThat(store.drop(organisation, dead)).isFalse();
        assertThat(edit).isEqualTo(bad);
        assertThat(fates(List.of(good))).allMatch(fate -> fate.state() == Fate.State.SENT);
    }

    @Test
    void doesNotLeaveWhenItWasAlteredOrCameTooLate() throws Exception {
        UUID altered = send("tel quel");
        jdbc.sql("update message.outgoing set text = 'autre chose' where post = ?")
                .param(altered)
                .update();
        UUID late = send("trop tard");
        clock.advance(Duration.ofDays(3));
        rounds().takeOut();
        assertThat(network.arrived).isEmpty();
        assertThat(fates(List.of(altered, late)))
                .extracting(Fate::reason)
                .containsExactly("outbox.reason.altered", "outbox.reason.expired");
    }

    @Test
    void aReplyAndItsPicturesComeBackWithIt() throws Exception {
        ContentHash hash = blobs.keep(("image " + channel).getBytes(StandardCharsets.UTF_8));
        var picture = new Picture(hash, "image/png", "Une affiche " + channel);
        UUID post = UUID.randomUUID();
        add(
                new Outgoing(
                        post,
                        EventKind.CREATED,
                        organisation,
                        channel,
                        "fr",
                        null,
                        "Voici.",
                        "fake/demande",
                        List.of(picture)));
        jdbc.sql("update message.blob set kept_at = now() - interval '2 days' where hash = ?")
                .param(hash.bytes())
                .update();
        blobs.sweep();
        assertThat(blobs.leaving(picture)).isPresent();
        rounds().takeOut();
        MessageId id = fates(List.of(post)).getFirst().message();
        MessageEvent said = messages.find(id, Sight.ofPublic()).orElseThrow().current();
        assertThat(said.inReplyTo()).isEqualTo("fake/demande");
        assertThat(said.attachments()).containsExactly(picture.attachment());
        assertThat(
                        jdbc.sql("select pictures::text from message.outgoing where post = ?")
                                .param(post)
                                .query(String.class)
                                .single())
                .isEqualTo("[]");
    }

    @Test
    void theHashBindsWhatItAnswersAndWhatItShows() {
        UUID post = UUID.randomUUID();
        var words = new Outgoing(post, EventKind.CREATED, organisation, channel, "fr", null, "Oui");
        var one = new Picture(ContentHash.of(new byte[1]), "image/png", "a");
        assertThat(
                        List.of(
                                words.hash(),
                                shown(words, "a", List.of()).hash(),
                                shown(words, "b", List.of()).hash(),
                                shown(words, null, List.of(one)).hash(),
                                shown(words, null, List.of(one, one)).hash(),
                                shown(words, "a", List.of(one)).hash()))
                .doesNotHaveDuplicates();
        assertThat(shown(words, null, List.of()).hash()).isEqualTo(words.hash());
    }

    private static Outgoing shown(Outgoing words, String replyTo, List<Picture> pictures) {
        return new Outgoing(
                words.post(),
                words.kind(),
                words.organisation(),
                words.channel(),
                words.language(),
                words.title(),
                words.text(),
                replyTo,
                pictures);
    }

    @Test
    void belongsToOneNodeAtATime() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        Instant now = clock.instant();
        assertThat(store.holdTurn(channel, one, now, now.plusSeconds(60))).isTrue();
        assertThat(store.holdTurn(channel, other, now, now.plusSeconds(60))).isFalse();
        assertThat(store.holdTurn(channel, one, now, now.plusSeconds(90))).isTrue();
        Instant later = now.plusSeconds(91);
        assertThat(store.holdTurn(channel, other, later, later.plusSeconds(60))).isTrue();
    }

    private OutboxRounds rounds() {
        return new OutboxRounds(store, network, inbox, signals, ids, clock);
    }

    private UUID send(String text) {
        UUID post = UUID.randomUUID();
        add(new Outgoing(post, EventKind.CREATED, organisation, channel, "fr", null, text));
        return post;
    }

    private UUID edit(UUID post, String text) {
        add(new Outgoing(post, EventKind.EDITED, organisation, channel, "fr", null, text));
        return post;
    }

    private void add(Outgoing what) {
        Instant expires = clock.instant().plus(Duration.ofDays(2));
        store.add(ids.next(), Cleared.byTheGate(what, expires), clock.instant());
    }

    private List<Fate> fates(List<UUID> posts) {
        return store.ofPosts(posts);
    }

    private String said(UUID post) {
        MessageId id = fates(List.of(post)).getFirst().message();
        return messages.find(id, Sight.ofPublic()).orElseThrow().current().text();
    }

    /** A network that can be away, refuse, or die with what it was sent. */
    private final class FakeNetwork implements Carries {
        private final Map<UUID, String> arrived =
                Collections.synchronizedMap(new LinkedHashMap<>());
        private boolean away;
        private boolean diesAfterSending;
        private String refuses = "";
        private int sendings;

        @Override
        public Carried carry(Parcel parcel) throws NotCarried {
            if (away) {
                throw NotCarried.forNow("outbox.reason.closed", Duration.ZERO);
            }
            if (!refuses.isEmpty() && parcel.what().text().startsWith(refuses)) {
                throw NotCarried.forGood("outbox.reason.nonetwork");
            }
            sendings++;
            arrived.put(parcel.id(), parcel.what().text());
            if (diesAfterSending) {
                throw new Error("killed");
            }
            return carried(parcel);
        }

        @Override
        public Optional<Carried> find(Parcel parcel) throws NotCarried {
            if (away) {
                throw NotCarried.forNow("outbox.reason.closed", Duration.ZERO);
            }
            return arrived.containsKey(parcel.id())
                    ? Optional.of(carried(parcel))
                    : Optional.empty();
        }

        private Carried carried(Parcel parcel) {
            byte[] bytes = parcel.what().text().getBytes(StandardCharsets.UTF_8);
            return new Carried(
                    "fake/" + parcel.what().post(),
                    new Author("fake", null, "Hôpital"),
                    parcel.made(),
                    new Payload("text/plain", bytes));
        }

        @Override
        public Duration pace(ChannelId channel) {
            return Duration.ZERO;
        }
    }
}
