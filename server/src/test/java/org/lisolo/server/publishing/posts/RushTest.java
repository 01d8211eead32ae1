package org.lisolo.server.publishing.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lisolo.server.publishing.Newsroom.fields;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.site.Sites;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.Fate;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.message.Outbox;
import org.lisolo.server.message.Parcel;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.OrganisationKind;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.FakeNetwork;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Ten thousand posts of four hospitals fall due within one minute, on eight pages of a network and
 * four sites. A few of them go the whole way through composer and approval; the others are copies
 * of one of those, made in the database as if they had. Two nodes hand them over.
 */
@ServerTest
class RushTest {
    private static final int HOSPITALS = 4;
    private static final int POSTS = 2_500;
    private static final int ASKED = 3;
    private static final int ANSWERS = 40;

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Sites sites;
    @Autowired FakeNetwork network;
    @Autowired Inbox inbox;
    @Autowired Outbox outbox;
    @Autowired DueStore due;
    @Autowired Publication publication;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    /** Where one speaks, and the ids of what is to be said there, in the order of their times. */
    private record Place(OrganisationId organisation, Channel channel, List<UUID> posts) {}

    private final Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(60);
    private final List<Place> places = new ArrayList<>();
    private Hospital hospital;

    @BeforeEach
    void openHospitals() {
        hospital = Hospital.open(organisations, accounts);
        for (int i = 0; i < HOSPITALS; i++) {
            OrganisationId id =
                    i == 0
                            ? hospital.id()
                            : organisations.create(
                                    "Hôpital " + UUID.randomUUID(),
                                    OrganisationKind.HOSPITAL,
                                    ZoneId.of("Africa/Kinshasa"));
            places.add(new Place(id, sites.of(id), new ArrayList<>()));
            places.add(new Place(id, network.open(id), new ArrayList<>()));
            places.add(new Place(id, network.open(id), new ArrayList<>()));
        }
    }

    @Test
    void whatFallsDueAtOnceLeavesOnceInOrderAndNoFasterThanItsNetworkWants() throws Exception {
        Place talk = places.get(1);
        UUID question = question(talk);
        List<UUID> asked = askedFor(talk);
        transaction.executeWithoutResult(
                _ -> {
                    setDue(asked, talk);
                    for (Place place : places) {
                        int most = place.channel().equals(site(place)) ? POSTS / 5 : POSTS * 2 / 5;
                        copies(asked.getFirst(), place, most - place.posts().size());
                    }
                    answers(question, talk);
                });
        assertThat(places.stream().mapToInt(place -> place.posts().size()).sum()).isEqualTo(10_000);
        var otherNode = new DuePosts(due, publication, transaction, clock);
        Thread.ofVirtual().start(otherNode::handOver);
        awaitAll();
        for (Place place : places) {
            everyOneLeftOnceInOrder(place);
            if (!place.channel().equals(site(place))) {
                theNetworkGotThemSo(place);
            }
        }
        assertThat(network.arrived(talk.channel()).stream().map(parcel -> parcel.what().replyTo()))
                .filteredOn(answered -> answered != null)
                .hasSize(ANSWERS);
    }

    private Channel site(Place place) {
        return sites.of(place.organisation());
    }

    /** Through the composer, asked for tomorrow and approved. */
    private List<UUID> askedFor(Place place) {
        Visitor writer = hospital.communicator().at(port);
        Visitor compliance = hospital.compliance().at(port);
        List<UUID> posts = new ArrayList<>();
        for (int i = 0; i < ASKED; i++) {
            writer.get("/work/posts");
            String post = writer.post("/work/posts").location().orElseThrow();
            String day = LocalDate.now(ZoneId.of("Africa/Kinshasa")).plusDays(1).toString();
            String to = "to-" + place.channel().id();
            String words = "Lavez-vous les mains avant chaque repas. " + i;
            writer.post(
                    post + "/ask",
                    fields(writer, post, "text", words, to, "on", "day", day, "time", "10:00"));
            compliance.get(post);
            compliance.post(post + "/approve", "version", "1");
            assertThat(writer.get(post).text()).contains("Approuvée");
            posts.add(UUID.fromString(post.substring(post.lastIndexOf('/') + 1)));
        }
        return posts;
    }

    /** They are the first of the minute. */
    private void setDue(List<UUID> posts, Place place) {
        jdbc.sql(
                        """
                        update publishing.post set wanted_at = :at, approved_at = :at
                         where id = any (:posts)
                        """)
                .param("at", utc(minute))
                .param("posts", posts.toArray(UUID[]::new))
                .update();
        place.posts().addAll(posts.stream().sorted().toList());
    }

    /** As many more for the place, spread over the minute: what follows is a second later. */
    private void copies(UUID of, Place place, int most) {
        List<UUID> ids =
                jdbc.sql(
                                """
                                insert into publishing.post (id, organisation, author, version,
                                       state, edition, needs, approved_at, wanted_at, made_at,
                                       changed_at)
                                select gen_random_uuid(), :organisation, :author, 1, 'APPROVED', 1,
                                       needs, :minute, :minute + i * interval '1 second' * 59 / :most,
                                       made_at, changed_at
                                  from publishing.post, generate_series(1, :most) i where id = :of
                                returning id
                                """)
                        .param("organisation", place.organisation().value())
                        .param("author", hospital.communicator().account().value())
                        .param("minute", utc(minute))
                        .param("most", most)
                        .param("of", of)
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list();
        place.posts().addAll(ids);
        UUID[] made = ids.toArray(UUID[]::new);
        jdbc.sql(
                        """
                        insert into publishing.post_version
                        select p.id, 1, v.language, v.topic, v.title,
                               v.text || ' ' || p.place, v.brief, v.sources, v.considered,
                               v.changed_by, v.changed_at
                          from unnest(:ids) with ordinality p (id, place),
                               publishing.post_version v where v.post = :of
                        """)
                .param("ids", made)
                .param("of", of)
                .update();
        jdbc.sql(
                        """
                        insert into publishing.post_target (post, version, place, channel, text)
                        select id, 1, 0, :channel, '' from unnest(:ids) p (id)
                        """)
                .param("ids", made)
                .param("channel", place.channel().id().value())
                .update();
        jdbc.sql(
                        """
                        insert into publishing.post_step
                        select p.id, s.number, s.version, s.kind, s.by_whom, s.role, s.finding,
                               s.note, s.at
                          from unnest(:ids) p (id), publishing.post_step s where s.post = :of
                        """)
                .param("ids", made)
                .param("of", of)
                .update();
    }

    /** Somebody asks something there; the id of the conversation. */
    private UUID question(Place place) throws InterruptedException {
        Said said =
                Said.in(place.organisation())
                        .on(place.channel().id())
                        .at(Instant.now().minusSeconds(90))
                        .text("Quand faut-il se laver les mains ?");
        inbox.accept(List.of(said.arrival()));
        List<UUID> found = List.of();
        while (found.isEmpty()) {
            Thread.sleep(50);
            found =
                    jdbc.sql("select id from publishing.conversation where organisation = ?")
                            .param(place.organisation().value())
                            .query(UUID.class)
                            .list();
        }
        return found.getFirst();
    }

    /** Some of the place's posts answer there, one after the other. */
    private void answers(UUID conversation, Place place) {
        UUID[] answers =
                IntStream.range(0, ANSWERS)
                        .mapToObj(i -> place.posts().get(10 + i * 20))
                        .toArray(UUID[]::new);
        jdbc.sql(
                        """
                        insert into publishing.reply (post, conversation, message)
                        select p.id, c.id, c.message
                          from unnest(:answers) p (id), publishing.conversation c
                         where c.id = :conversation
                        """)
                .param("answers", answers)
                .param("conversation", conversation)
                .update();
    }

    /** As long as something goes on leaving. */
    private void awaitAll() throws InterruptedException {
        long left = 0;
        Instant grew = Instant.now();
        while (left < HOSPITALS * POSTS) {
            Thread.sleep(200);
            long now = left();
            if (now > left) {
                grew = Instant.now();
            }
            assertThat(grew).as("%d left", now).isAfter(Instant.now().minusSeconds(60));
            left = now;
        }
    }

    private long left() {
        return jdbc.sql(
                        """
                        select count(*) from message.outgoing
                         where organisation = any (:organisations) and state = 'SENT'
                        """)
                .param(
                        "organisations",
                        places.stream()
                                .map(place -> place.organisation().value())
                                .distinct()
                                .toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    private void everyOneLeftOnceInOrder(Place place) {
        var fates = outbox.fates(place.posts());
        assertThat(place.posts()).allSatisfy(post -> assertThat(fates.get(post)).hasSize(1));
        assertThat(fates.values().stream().flatMap(List::stream))
                .allMatch(fate -> fate.state() == Fate.State.SENT && fate.tries() == 1);
        assertThat(sent(place.channel().id())).isEqualTo(place.posts());
        // each is one message of the log
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from message.event e
                                          join message.outgoing o on o.message = e.message
                                         where e.channel = ?
                                        """)
                                .param(place.channel().id().value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(place.posts().size());
    }

    /** As they left. */
    private List<UUID> sent(ChannelId channel) {
        return jdbc.sql(
                        "select post from message.outgoing where channel = ? order by done_at,"
                                + " place")
                .param(channel.value())
                .query(UUID.class)
                .list();
    }

    private void theNetworkGotThemSo(Place place) {
        List<Parcel> arrived = network.arrived(place.channel());
        assertThat(arrived.stream().map(parcel -> parcel.what().post())).isEqualTo(place.posts());
        List<Long> moments = network.moments(place.channel());
        assertThat(moments).hasSameSizeAs(arrived);
        for (int i = 1; i < moments.size(); i++) {
            assertThat(moments.get(i) - moments.get(i - 1))
                    .isGreaterThanOrEqualTo(FakeNetwork.PACE.toNanos());
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
