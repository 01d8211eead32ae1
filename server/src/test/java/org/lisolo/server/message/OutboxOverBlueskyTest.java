package org.lisolo.server.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Signals;
import org.lisolo.server.testing.Atproto;
import org.lisolo.server.testing.Atproto.Person;
import org.lisolo.server.testing.AtprotoTest;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Relay.Line;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** What was cleared leaves for a real PDS once and in order, whatever fails on the way. */
@AtprotoTest
class OutboxOverBlueskyTest {
    @LocalServerPort int port;
    @Autowired OutboxStore store;
    @Autowired Carries networks;
    @Autowired Inbox inbox;
    @Autowired Signals signals;
    @Autowired Ids ids;
    @Autowired Channels channels;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Environment settings;

    // behind the server's own rounds, so that they leave these parcels alone
    private final HandClock clock = new HandClock(Instant.now().plus(Duration.ofDays(400)));
    private final Atproto atproto = Atproto.running();
    private Hospital hospital;
    private Person account;
    private Channel channel;

    @BeforeEach
    void connectAnAccount() {
        hospital = Hospital.open(organisations, accounts);
        account = atproto.person();
        channel = channels.open(hospital.id(), "Bluesky", ChannelKind.BLUESKY, Visibility.PUBLIC);
        Visitor admin = hospital.staff().get(Role.ADMIN).at(port);
        String path = "/work/channels/" + channel.id() + "/bluesky";
        admin.get(path);
        admin.post(
                path,
                "handle",
                account.handle(),
                "password",
                account.password(),
                "service",
                atproto.service().toString());
        assertThat(admin.get(path).text()).contains("@" + account.handle()).contains("Fonctionne");
    }

    @AfterEach
    void mendTheLine() {
        atproto.pds().set(Line.GOOD);
    }

    private OutboxRounds rounds() {
        return new OutboxRounds(store, networks, inbox, signals, ids, clock);
    }

    private UUID send(String text) {
        UUID post = UUID.randomUUID();
        var what =
                new Outgoing(
                        post, EventKind.CREATED, hospital.id(), channel.id(), "fr", null, text);
        Instant expires = clock.instant().plus(Duration.ofDays(2));
        store.add(ids.next(), Cleared.byTheGate(what, expires), clock.instant());
        return post;
    }

    /** In the order in which they were made. */
    private List<String> said() {
        List<String> said = new ArrayList<>();
        account.posts().forEach(post -> said.add(post.path("value").path("text").asString()));
        Collections.reverse(said);
        return said;
    }

    @Test
    void leavesOnceInOrderAfterAnHourWithoutTheNetwork() throws Exception {
        atproto.pds().set(Line.DOWN);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            texts.add("texte " + i);
            send("texte " + i);
        }
        for (int minute = 0; minute < 60; minute += 5) {
            rounds().takeOut();
            clock.advance(Duration.ofMinutes(5));
        }
        assertThat(said()).isEmpty();
        atproto.pds().set(Line.GOOD);
        clock.advance(Duration.ofHours(1));
        rounds().takeOut();
        assertThat(said()).containsExactlyElementsOf(texts);
    }

    @Test
    void isSaidOnceWhereTheServerWasKilledBetweenSendingAndTheAnswer() throws Exception {
        UUID post = send("une seule fois");
        atproto.pds().set(Line.HOLDS_ANSWERS);
        Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "killed");
        Process sender = sender(data);
        try {
            await(() -> said().size() == 1 || !sender.isAlive());
            assertThat(sender.isAlive()).as("it waits for the answer").isTrue();
        } finally {
            sender.destroyForcibly().waitFor();
        }
        assertThat(store.ofPosts(List.of(post)).getFirst().state()).isEqualTo(Fate.State.WAITING);
        atproto.pds().set(Line.GOOD);
        clock.advance(Duration.ofMinutes(5));
        rounds().takeOut();
        assertThat(said()).containsExactly("une seule fois");
        assertThat(store.ofPosts(List.of(post)).getFirst().state()).isEqualTo(Fate.State.SENT);
    }

    private Process sender(Path data) throws Exception {
        Path keys = Files.createDirectories(data.resolve("keys"));
        try (var files = Files.list(Path.of(settings.getRequiredProperty("lisolo.data"), "keys"))) {
            for (Path file : files.toList()) {
                Files.copy(file, keys.resolve(file.getFileName()));
            }
        }
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledSender.class.getName(),
                        clock.instant().toString(),
                        "--spring.datasource.url="
                                + settings.getRequiredProperty("spring.datasource.url"),
                        "--lisolo.data=" + data,
                        "--server.port=0",
                        "--management.server.port=-1",
                        "--lisolo.demo=false",
                        "--lisolo.fetch.allowed="
                                + settings.getRequiredProperty("lisolo.fetch.allowed"))
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log").toFile())
                .start();
    }

    private interface Condition {
        boolean isSo();
    }

    private static void await(Condition condition) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(3));
        while (!condition.isSo()) {
            assertThat(Instant.now()).isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
