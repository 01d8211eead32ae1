package org.lisolo.server.publishing.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lisolo.server.publishing.Newsroom.fields;
import static org.lisolo.server.publishing.Newsroom.until;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.FakeNetwork;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Pictures;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.server.testing.Upload;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A draft that names a patient leaves by no door, whoever presses which button; words that name
 * nobody leave by each of them, which shows that the door was open.
 */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryDoorTest {
    private static final String NAMED = "Notre patiente Béatrice Kalonji, 34 ans, a guéri.";

    /** The ways by which words could reach the public. */
    enum Door {
        COMPOSER {
            @Override
            void tryIt(EveryDoorTest by, String words) {
                by.askAndAgree(by.begin(), "text", words);
            }
        },
        TITLE {
            @Override
            void tryIt(EveryDoorTest by, String words) {
                by.askAndAgree(by.begin(), "text", "Venez nous voir.", "title", words);
            }
        },
        WORDS_FOR_ONE_CHANNEL {
            @Override
            void tryIt(EveryDoorTest by, String words) {
                String own = "text-" + by.page.id();
                by.askAndAgree(by.begin(), "text", "Venez nous voir.", own, words);
            }
        },
        WORDS_OF_A_PICTURE {
            @Override
            void tryIt(EveryDoorTest by, String words) throws Exception {
                String post = by.begin();
                by.addPicture(post);
                by.askAndAgree(
                        post,
                        "text",
                        "Venez nous voir.",
                        "alt-" + by.picture(post),
                        words,
                        "people-" + by.picture(post),
                        "nobody");
            }
        },
        TABLE {
            @Override
            void tryIt(EveryDoorTest by, String words) {
                String table = "texte\n\"" + words + "\"\n";
                by.writer.get("/work/calendar/import");
                by.writer.post("/work/calendar/import", "table", table);
                by.writer.post("/work/calendar/import/make", "table", table);
                by.askAndAgree(by.lastPost());
            }
        },
        REPLY {
            @Override
            void tryIt(EveryDoorTest by, String words) throws Exception {
                by.answer(words);
                by.agree(by.lastPost());
            }
        },
        SCHEDULE {
            @Override
            void tryIt(EveryDoorTest by, String words) {
                String post = by.begin();
                by.askAndAgree(post, "text", words, "day", tomorrow(), "time", "09:00");
                by.letItsTimeCome(post, "APPROVED");
            }
        },
        /** As if its approval were forged in the database: the gate looks again at its time. */
        FORGED_APPROVAL {
            @Override
            void tryIt(EveryDoorTest by, String words) {
                String post = by.begin();
                by.ask(post, "text", words, "day", tomorrow(), "time", "09:00");
                by.letItsTimeCome(post, "ASKED");
            }
        },
        EDIT_AFTER_APPROVAL {
            @Override
            void tryIt(EveryDoorTest by, String words) {
                String post = by.begin();
                by.askAndAgree(
                        post, "text", "Venez nous voir.", "day", tomorrow(), "time", "09:00");
                assertThat(by.writer.get(post).text()).contains("Approuvée");
                by.writer.post(post + "/check", "text", words, "edition", "1");
                by.writer.post(post + "/back");
                by.askAndAgree(post, "text", words);
            }
        },
        /** As if the words were changed in the database after their approval. */
        ALTERED_AFTER_APPROVAL {
            @Override
            void tryIt(EveryDoorTest by, String words) {
                String post = by.begin();
                by.askAndAgree(
                        post, "text", "Venez nous voir.", "day", tomorrow(), "time", "09:00");
                by.alter(post, words);
                by.letItsTimeCome(post, "APPROVED");
            }
        },
        CORRECTION_OF_WHAT_IS_PUBLIC {
            @Override
            void tryIt(EveryDoorTest by, String words) throws Exception {
                String post = by.begin();
                by.askAndAgree(post, "text", "Venez nous voir.");
                until(() -> by.parcels(post, "SENT").size() == 1);
                by.writer.post(post + "/back");
                by.askAndAgree(post, "text", words);
            }
        },
        SENT_AGAIN {
            @Override
            void tryIt(EveryDoorTest by, String words) throws Exception {
                String post = by.begin();
                by.network.refuse(by.page, true);
                try {
                    by.askAndAgree(post, "text", "Venez nous voir.");
                    until(() -> by.parcels(post, "DEAD").size() == 1);
                } finally {
                    by.network.refuse(by.page, false);
                }
                by.alter(post, words);
                Visitor compliance = by.as(Role.COMPLIANCE);
                compliance.get("/work/outbox");
                UUID dead = by.parcels(post, "DEAD").getFirst();
                compliance.post("/work/outbox/" + dead + "/again");
            }
        };

        abstract void tryIt(EveryDoorTest by, String words) throws Exception;
    }

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired FakeNetwork network;
    @Autowired Inbox inbox;
    @Autowired DuePosts due;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Autowired JdbcClient jdbc;

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final Set<RequestMethod> READS = Set.of(RequestMethod.GET);

    private final Map<Role, Visitor> visitors = new EnumMap<>(Role.class);
    private Hospital hospital;
    private Channel page;
    private Visitor writer;

    @BeforeAll
    void openAHospital() {
        hospital = Hospital.open(organisations, accounts);
        page = network.open(hospital.id());
        writer = as(Role.COMMUNICATOR);
    }

    @ParameterizedTest
    @EnumSource
    void whatNamesAPatientLeavesByNoDoor(Door door) throws Exception {
        door.tryIt(this, NAMED);
        settle();
        assertThat(isPublic("Kalonji")).isFalse();
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from message.outgoing
                                         where organisation = :id and (text ~ 'Kalonji'
                                            or title ~ 'Kalonji' or pictures::text ~ 'Kalonji')
                                        """)
                                .param("id", hospital.id().value())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatNamesNobodyLeavesByThatDoor(Door door) throws Exception {
        String words =
                "Lavez-vous les mains avant chaque repas (%c).".formatted('a' + door.ordinal());
        door.tryIt(this, words);
        settle();
        until(() -> isPublic(words));
    }

    @Test
    void noProgramCanSayAnything() throws Exception {
        // what programs may send is what others said; it comes in and goes nowhere
        inbox.accept(List.of(Said.in(hospital.id()).on(page.id()).text(NAMED).arrival()));
        settle();
        assertThat(isPublic("Kalonji")).isFalse();
        assertThat(writingRoutesOfPrograms()).containsExactly("/api/v1/events");
    }

    private List<String> writingRoutesOfPrograms() {
        return routes.getHandlerMethods().keySet().stream()
                .filter(route -> !route.getMethodsCondition().getMethods().equals(READS))
                .flatMap(route -> route.getPatternValues().stream())
                .filter(path -> path.startsWith("/api/"))
                .toList();
    }

    private Visitor as(Role role) {
        return visitors.computeIfAbsent(role, one -> hospital.staff().get(one).at(port));
    }

    private static String tomorrow() {
        return LocalDate.now(ZoneId.of("Africa/Kinshasa")).plusDays(1).toString();
    }

    private String begin() {
        writer.get("/work/posts");
        return writer.post("/work/posts").location().orElseThrow();
    }

    /** Asks for it to be said on the page, with whatever the writer can tick. */
    private void ask(String post, String... more) {
        String[] all =
                Stream.concat(
                                Stream.of(more),
                                Stream.of("considered", "on", "to-" + page.id(), "on"))
                        .toArray(String[]::new);
        writer.post(post + "/ask", fields(writer, post, all));
    }

    /** Everybody who could agree tries to, and then the writer to say it. */
    private void agree(String post) {
        for (Role role : List.of(Role.PROFESSIONAL, Role.COMPLIANCE, Role.ADMIN)) {
            Visitor visitor = as(role);
            Matcher version =
                    Pattern.compile("name=\"version\" value=\"(\\d+)\"")
                            .matcher(visitor.get(post).body());
            if (version.find()) {
                visitor.post(post + "/approve", "version", version.group(1));
            }
        }
    }

    private void askAndAgree(String post, String... more) {
        ask(post, more);
        agree(post);
    }

    private void addPicture(String post) throws Exception {
        byte[] bytes = Pictures.fromAPhone(400, 300, 1);
        Upload.send(port, writer, post, post + "/pictures", "picture", bytes);
    }

    private String picture(String post) {
        Matcher shown =
                Pattern.compile(post + "/pictures/([0-9a-f]{64})\"")
                        .matcher(writer.get(post).body());
        assertThat(shown.find()).isTrue();
        return shown.group(1);
    }

    private String lastPost() {
        return "/work/posts/"
                + jdbc.sql(
                                """
                                select id from publishing.post where organisation = ?
                                 order by id desc limit 1
                                """)
                        .param(hospital.id().value())
                        .query(UUID.class)
                        .single();
    }

    /** Somebody asks something there, and is answered with these words. */
    private void answer(String words) throws InterruptedException {
        int before = conversations().size();
        Said question =
                Said.in(hospital.id())
                        .on(page.id())
                        .by("bijou " + before)
                        .at(Instant.now().minusSeconds(60))
                        .text("Que faut-il faire ?");
        inbox.accept(List.of(question.arrival()));
        until(() -> conversations().size() > before);
        String talk = conversations().getFirst();
        Matcher form =
                Pattern.compile("(?s)id=\"post-form\".*?</form>").matcher(writer.get(talk).body());
        assertThat(form.find()).isTrue();
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(form.group());
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        fields.putAll(Map.of("text", words, "considered", "on"));
        fields.remove("_csrf");
        writer.post(
                talk + "/reply/send",
                fields.entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
    }

    /** The newest first. */
    private List<String> conversations() {
        return jdbc.sql(
                        """
                        select '/work/conversations/' || id from publishing.conversation
                         where organisation = ? order by id desc
                        """)
                .param(hospital.id().value())
                .query(String.class)
                .list();
    }

    private static UUID id(String post) {
        return UUID.fromString(post.substring(post.lastIndexOf('/') + 1));
    }

    /** For one in this state: it counts as approved in time, and its time is now. */
    private void letItsTimeCome(String post, String state) {
        jdbc.sql(
                        """
                        update publishing.post
                           set state = 'APPROVED', wanted_at = now() - interval '1 second',
                               approved_at = now() - interval '1 hour'
                         where id = ? and state = ?
                        """)
                .params(id(post), state)
                .update();
    }

    private void alter(String post, String words) {
        jdbc.sql("update publishing.post_version set text = ? where post = ?")
                .params(words, id(post))
                .update();
    }

    private List<UUID> parcels(String post, String state) {
        return jdbc.sql("select id from message.outgoing where post = ? and state = ?")
                .params(id(post), state)
                .query(UUID.class)
                .list();
    }

    /** Until nothing of the hospital's is due or waits. */
    private void settle() throws InterruptedException {
        due.handOver();
        until(
                () ->
                        jdbc.sql(
                                                """
                                                select count(*) from message.outgoing
                                                 where organisation = ? and state = 'WAITING'
                                                """)
                                        .param(hospital.id().value())
                                        .query(Integer.class)
                                        .single()
                                == 0);
    }

    private boolean isPublic(String words) {
        return network.arrived(page).stream()
                        .map(parcel -> parcel.what().text() + parcel.what().pictures())
                        .anyMatch(said -> said.contains(words))
                || Visitor.at(port).get("/news/" + hospital.id()).text().contains(words);
    }
}
