package org.lisolo.server.community;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.community.spaces.Standing;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.Follower;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.PersonalData;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * What is said in a closed space stays in it: every path out of it, tried by everybody who is not
 * inside. A page that shows what people wrote, names people or counts has its line in {@link
 * #paths}.
 */
@ServerTest
class ClosedSpacesTest {
    @Autowired Village village;
    @Autowired Spaces spaces;
    @Autowired JdbcClient jdbc;
    @Autowired List<Follower> followers;
    @Autowired List<PersonalData> modules;
    @LocalServerPort int port;

    final String word = "zebu" + UUID.randomUUID().toString().replace("-", "");
    final String tag = "sujet" + UUID.randomUUID().toString().replace("-", "");

    Hospital hospital;
    Citizen awa;
    Citizen bijou;
    Space space;
    Discussion question;
    EventId event;

    @BeforeEach
    void talk() {
        hospital = village.hospital();
        awa = village.citizen();
        bijou = village.citizen();
        space = village.closedSpaceOf(hospital.id(), awa);
        spaces.stand(space.id(), bijou.account(), Standing.MEMBER);
        question = village.question(space, awa, "Titre " + word, "Texte " + word + " #" + tag);
        village.answer(space, bijou, question, "Réponse " + word + " @" + awa.pseudonym());
        event =
                new EventId(
                        jdbc.sql("select id from message.event where message = ?")
                                .param(message().value())
                                .query(UUID.class)
                                .single());
    }

    private MessageId message() {
        return MessageId.of(space.id().channel(), question.path());
    }

    /** Each is asked for by everybody outside. */
    private Map<String, String> paths() {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("space", space.path());
        paths.put("feed atom", space.path() + "/feed/atom");
        paths.put("feed rss", space.path() + "/feed/rss");
        paths.put("feed json", space.path() + "/feed/json");
        paths.put("members", space.path() + "/members");
        paths.put("settings", space.path() + "/settings");
        paths.put("form", space.path() + "/new/question");
        paths.put("log of moderation", space.path() + "/log");
        paths.put("log of moderation everywhere", "/moderation/log");
        paths.put("moderation of the space", space.path() + "/moderation");
        paths.put("help", space.path() + "/help");
        paths.put("rota", space.path() + "/rota");
        paths.put("report", "/contributions/" + question.id() + "/report");
        paths.put("worry", "/contributions/" + question.id() + "/worry");
        paths.put("direct message", "/me/direct/to/" + question.id());
        paths.put("moderation", "/moderation");
        paths.put("what was decided about one", "/me/moderation");
        paths.put("list of spaces", "/spaces");
        paths.put("list of questions", "/questions");
        paths.put("discussion", question.path());
        paths.put("as another kind", question.path().replace("questions", "talks"));
        paths.put("home", "/");
        paths.put("own page", "/me");
        paths.put("own data", "/account/data");
        paths.put("timeline", "/home");
        paths.put("follows", "/me/follows");
        paths.put("notices", "/me/notices");
        paths.put("goals", "/me/goals");
        paths.put("settings of notices", "/me/notices/settings");
        paths.put("search", "/search?q=" + word);
        paths.put("search of the community", "/discussions/search?q=" + word);
        paths.put("search of people", "/discussions/search?q=" + awa.pseudonym().substring(4));
        paths.put("search of spaces", "/discussions/search?q=" + space.slug());
        paths.put("search inside", "/discussions/search?q=" + word + "&in=" + space.slug());
        paths.put("archive", "/work/archive?q=" + word);
        paths.put("archive as a table", "/work/archive.csv?q=" + word);
        paths.put("message", "/messages/" + message());
        paths.put("message at work", "/work/archive/messages/" + message());
        paths.put("event at work", "/work/archive/events/" + event);
        paths.put("payload", "/work/archive/events/" + event + "/payload");
        paths.put("proof", "/work/archive/events/" + event + "/proof");
        paths.put("conversations", "/work/conversations");
        paths.put("alerts", "/work/alerts");
        paths.put("today", "/work");
        paths.put("marked words", "/work/identifiers");
        paths.put("hashtag", "/tags/" + tag);
        paths.put("person who asked", "/people/" + awa.account());
        paths.put("person who answered", "/people/" + bijou.account());
        paths.put("search of a person", "/search?q=" + awa.pseudonym().substring(4));
        paths.put("search of a space", "/search?q=" + space.slug());
        paths.put("search of a hashtag", "/search?q=" + tag);
        paths.put("like it", "/questions/similar?q=titre+" + word);
        paths.put("sitemap", "/sitemap.xml");
        paths.put("pages of the sitemap", "/sitemap/discussions/0");
        paths.put("log", "/log/checkpoint");
        paths.put("first tile of the log", "/log/tile/0/000");
        return paths;
    }

    private Map<String, Visitor> outsiders() {
        Citizen excluded = village.citizen();
        spaces.stand(space.id(), excluded.account(), Standing.MEMBER);
        Visitor wasInside = excluded.at(port);
        wasInside.get(space.path());
        wasInside.post("/follow", "kind", "space", "of", space.id().toString());
        wasInside.post("/follow", "kind", "discussion", "of", question.id().toString());
        wasInside.post("/follow", "kind", "tag", "of", tag);
        wasInside.post("/follow", "kind", "person", "of", bijou.account().toString());
        wasInside.post("/me/notices/settings/" + space.slug(), "level", "ALL");
        wasInside.get("/me/notices/settings"); // what was said of that is said once
        village.answer(space, excluded, question, "Réponse " + word);
        village.answer(space, bijou, question, "Réponse @" + excluded.pseudonym());
        awaitMention(excluded);
        spaces.stand(space.id(), excluded.account(), Standing.EXCLUDED);
        Citizen asking = village.citizen();
        Map<String, Visitor> outsiders = new LinkedHashMap<>();
        outsiders.put("stranger", Visitor.at(port));
        outsiders.put("member elsewhere", village.citizen().at(port));
        outsiders.put("excluded, who followed it", wasInside);
        outsiders.put("not asked yet", asking.at(port));
        Hospital other = village.hospital();
        for (Role role : List.of(Role.COMPLIANCE, Role.MODERATOR, Role.PROFESSIONAL)) {
            outsiders.put("same organisation: " + role, hospital.staff().get(role).at(port));
        }
        outsiders.put(
                "other organisation: COMPLIANCE", other.staff().get(Role.COMPLIANCE).at(port));
        return outsiders;
    }

    private void awaitMention(Citizen of) {
        Instant patience = Instant.now().plus(Duration.ofSeconds(20));
        boolean named = false;
        while (!named && Instant.now().isBefore(patience)) {
            LockSupport.parkNanos(20_000_000);
            named =
                    jdbc.sql(
                                    """
                                    select exists (select from community.notice
                                                    where account = ? and reason = 'MENTION')
                                    """)
                            .param(of.account().value())
                            .query(Boolean.class)
                            .single();
        }
        assertThat(named).isTrue();
    }

    @Test
    void showsNothingOutside() {
        List<String> leaks = new ArrayList<>();
        outsiders()
                .forEach(
                        (who, visitor) ->
                                paths().forEach(
                                                (what, path) -> {
                                                    String body = visitor.get(path).body();
                                                    // a search repeats what was asked for
                                                    String shown =
                                                            path.contains("q=")
                                                                    ? body.replace(
                                                                            "=\"" + word + "\"", "")
                                                                    : body;
                                                    // their own place there is told to them
                                                    boolean own =
                                                            what.equals("own data")
                                                                    && who.startsWith("excluded");
                                                    if (!own
                                                            && (answers(who, what)
                                                                    ? body.contains(word)
                                                                    : tells(shown, path))) {
                                                        leaks.add(who + " by " + what);
                                                    }
                                                }));
        assertThat(leaks).isEmpty();
    }

    /**
     * Moderators of the organisation that answers for a space know of it, not what is said there.
     */
    private static boolean answers(String who, String what) {
        return who.equals("same organisation: MODERATOR")
                && List.of("moderation of the space", "rota", "moderation").contains(what);
    }

    private boolean tells(String body, String path) {
        boolean echoes = path.contains("q=");
        return body.contains("Titre " + word)
                || body.contains("Texte " + word)
                || body.contains("Réponse " + word)
                || (!echoes && body.contains(word))
                || body.contains(space.name())
                || body.contains(awa.pseudonym().substring(4) + "<")
                || body.contains(awa.pseudonym())
                || body.contains(bijou.pseudonym());
    }

    /** Moderators of the organisation read it, for they decide; nobody else outside. */
    @Test
    void showsWhatWaitsToItsAuthorAndWhoDecidesAlone() {
        String waiting = waits();
        String held = waiting.replace("contributions", "moderation/held");
        String[] paths = {waiting + "/waiting", waiting + "/pictures", waiting, held};
        outsiders()
                .forEach(
                        (who, visitor) -> {
                            boolean decides = who.equals("same organisation: MODERATOR");
                            for (String path : paths) {
                                assertThat(visitor.get(path).body().contains(word))
                                        .as(who + " by " + path)
                                        .isEqualTo(decides && path.equals(held));
                            }
                        });
        assertThat(bijou.at(port).get(waiting + "/waiting").body()).contains(word);
        Visitor other = village.citizen().at(port);
        other.get("/me");
        assertThat(other.post(waiting + "/waiting/take-back").status()).isEqualTo(404);
        assertThat(other.post(waiting + "/pictures").status()).isEqualTo(404);
    }

    /** Words that a filter holds back; by their id. */
    private String waits() {
        Visitor moderator = awa.at(port);
        moderator.get(space.path() + "/moderation");
        moderator.post(space.path() + "/filters", "name", "Remèdes", "query", "miracle");
        Visitor writer = bijou.at(port);
        String id = Writer.id(writer.get(question.path()));
        writer.post(
                "/discussions/" + question.id() + "/answers",
                "id",
                id,
                "text",
                "Texte " + word + ", un miracle",
                "language",
                "fr");
        return "/contributions/" + id;
    }

    /** So that {@link #showsNothingOutside} can fail. */
    @Test
    void showsItInside() {
        Visitor inside = bijou.at(port);
        assertThat(tells(inside.get(question.path()).body(), "")).isTrue();
        assertThat(tells(inside.get(space.path()).body(), "")).isTrue();
        assertThat(tells(inside.get("/spaces").body(), "")).isTrue();
        assertThat(tells(inside.get("/tags/" + tag).body(), "")).isTrue();
        assertThat(tells(inside.get("/people/" + awa.account()).body(), "")).isTrue();
        assertThat(inside.get(question.path()).body()).contains("noindex").doesNotContain("og:");
        assertThat(inside.get(question.path()).body()).doesNotContain("ld+json");
    }

    /** Alerts, conversations and the archive's index are made by followers. */
    @Test
    void handsTheWordsOfClosedSpacesToTheCommunityAlone() {
        assertThat(followers)
                .filteredOn(one -> one.visibilities().contains(Visibility.SPACE))
                .extracting(Follower::name)
                .isNotEmpty()
                .allMatch(name -> name.startsWith("community."));
    }

    @Test
    void tellsNobodyWhatOthersWroteAmongTheirOwnData() {
        Citizen other = village.citizen();
        String told =
                modules.stream()
                        .flatMap(module -> module.of(other.account()).stream())
                        .toList()
                        .toString();
        assertThat(told).doesNotContain(word).doesNotContain(space.name());
        assertThat(
                        modules.stream()
                                .flatMap(module -> module.of(bijou.account()).stream())
                                .toList()
                                .toString())
                .as("their own place there is told")
                .contains(space.name());
    }

    /** Where nobody but the space may know the name of a thing, a post to it is unknown too. */
    @Test
    void takesNothingFromOutside() {
        Visitor other = village.citizen().at(port);
        String[] posts = {
            "/discussions/" + question.id() + "/answers",
            space.path() + "/join",
            space.path() + "/leave",
            space.path() + "/settings",
            space.path() + "/close",
            space.path() + "/new/question",
            space.path() + "/invitations",
            space.path() + "/pins/" + question.id() + "/pin",
            space.path() + "/members/" + bijou.account() + "/exclude",
        };
        other.get("/me");
        for (String post : posts) {
            var answer =
                    other.post(
                            post,
                            "id",
                            UUID.randomUUID().toString(),
                            "text",
                            "Un texte",
                            "title",
                            "Un titre");
            assertThat(answer.status()).as(post).isEqualTo(404);
            assertThat(answer.body()).as(post).doesNotContain(space.name());
        }
    }
}
