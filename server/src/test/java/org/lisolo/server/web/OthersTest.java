package org.lisolo.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.community.spaces.Openness;
import org.lisolo.server.community.spaces.SpaceForm;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.community.spaces.Subject;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.monitoring.Ward;
import org.lisolo.server.monitoring.rules.Rule;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.PeopleKey;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.Teams;
import org.lisolo.server.publishing.Topic;
import org.lisolo.server.publishing.library.Library;
import org.lisolo.server.publishing.posts.PostContent;
import org.lisolo.server.publishing.posts.Posts;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whoever knows the ids of another organisation's things reaches none of them. */
@ServerTest
class OthersTest {
    private static final String WORDS = "wakubinda";

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Channels channels;
    @Autowired Inbox inbox;
    @Autowired Rules rules;
    @Autowired PeopleKey key;
    @Autowired Posts posts;
    @Autowired Library library;
    @Autowired Teams teams;
    @Autowired Spaces spaces;
    @Autowired JdbcClient jdbc;

    /** What stands for the placeholder after these beginnings of paths. */
    private final Map<String, String> theirs = new LinkedHashMap<>();

    @BeforeEach
    void fillAHospital() throws Exception {
        var hospital = Hospital.open(organisations, accounts);
        var ward = new Ward(hospital, rules, jdbc);
        Rule rule = ward.watch(WORDS);
        Channel channel =
                channels.open(hospital.id(), "À nous", ChannelKind.LISOLO, Visibility.ORGANISATION);
        Said said = Said.in(hospital.id()).within().on(channel.id()).text("le " + WORDS);
        inbox.accept(List.of(said.arrival()));
        Ward.until(() -> ward.alerts() > 0);
        theirs.put("/work/archive/messages/", said.event().message().toString());
        theirs.put("/work/archive/events/", said.event().id().toString());
        theirs.put("/work/channels/", channel.id().toString());
        theirs.put("/work/cases/", ward.cases().getFirst().toString());
        theirs.put("/work/rules/", rule.id().toString());
        SignedIn writer = hospital.communicator().signedIn();
        var words = new PostContent("fr", Topic.ORGANISATION, "", "le " + WORDS, "", "", false);
        theirs.put("/work/posts/", posts.begin(writer, words).toString());
        library.takeIn(hospital.id());
        theirs.put("/work/library/", piece(hospital).toString());
        theirs.put("/work/people/", hospital.reader().account().toString());
        theirs.put("/work/people/teams/", teams.make(hospital.id(), WORDS, Set.of()).toString());
        theirs.put("/work/platform/organisations/", hospital.id().toString());
        theirs.put("/work/platform/operators/", hospital.operator().account().toString());
        theirs.put("/work/platform/orders/", "CNOM");
        theirs.put("/work/identifiers/", said.event().id().toString());
        theirs.put("/work/archive/attachments/", "0".repeat(64));
        theirs.put("/work/people/invitations/", "0".repeat(64));
        theirs.put("/work/holds/", kept("archive.hold", HOLD, hospital));
        theirs.put("/work/trail/", record(hospital));
        theirs.put("/work/requests/", request(hospital));
        theirs.put("/work/set-aside/", kept("channels.set_aside", SET_ASIDE, channel, hospital));
        theirs.put("/work/import/", kept("channels.import_job", IMPORT, channel, hospital));
        theirs.put("/work/directory/", kept("directory.entry", ENTRY, hospital));
        theirs.put("/work/directory/import/", kept("directory.import", TABLE, hospital));
        theirs.put("/work/outbox/", kept("message.outgoing", OUTGOING, channel, hospital));
        theirs.put(
                "/work/conversations/", kept("publishing.conversation", TALK, channel, hospital));
        theirs.put("/work/campaigns/", kept("publishing.campaign", CAMPAIGN, hospital));
        theirs.put("/work/tokens/", kept("people.token", TOKEN, hospital));
        theirs.put("/work/verifications/", claim(hospital));
        theirs.put("/work/releases/", release(hospital));
        theirs.put("/work/spaces/", space(hospital));
        // of the whole platform; and whose openings are whose, AliasesTest shows
        theirs.put("/work/direct-reports/", UUID.randomUUID().toString());
        theirs.put("/work/aliases/", UUID.randomUUID().toString());
    }

    private String space(Hospital hospital) {
        String name = "le " + WORDS + " " + UUID.randomUUID();
        var form =
                SpaceForm.open(name, "le " + WORDS, "", Subject.CONDITION)
                        .with(Openness.MEMBERS, false)
                        .of(hospital.id());
        return spaces.open(form, hospital.admin().account()).id().toString();
    }

    private static final String HOLD =
            """
            (id, organisation, scope, from_time, until_time, reason, placed_by, placed_at)
            values (:id, :o, 'TIME', now(), now(), 'le wakubinda', :a, now())
            """;
    private static final String SET_ASIDE =
            """
            (id, channel, organisation, digest, payload, media_type, code, arguments, line,
                received_at)
            values (:id, :channel, :o, '\\x01', 'le wakubinda', 'text/plain', 'x', '{}', 1, now())
            """;
    private static final String IMPORT =
            """
            (id, organisation, channel, file_name, size, state, started_by, created_at)
            values (:id, :o, :channel, 'le wakubinda', 1, 'DONE', :a, now())
            """;
    private static final String ENTRY =
            """
            (id, organisation, kind, state, version, body, made, changed, confirmed)
            values (:id, :o, 1, 2, 1, '{"name": "le wakubinda"}', now(), now(), now())
            """;
    private static final String OUTGOING =
            """
            (id, channel, organisation, post, kind, text, hash, expires_at, made_at, state, next_try)
            values (:id, :channel, :o, :a, 1, 'le wakubinda', 'x', now(), now(), 'DEAD', now())
            """;
    private static final String CAMPAIGN =
            """
            (id, organisation, name, goal, audience, hashtags, begins_on, ends_on, changed_by,
                changed_at)
            values (:id, :o, 'le wakubinda', '', '', '', now(), now(), :a, now())
            """;
    private static final String TALK =
            """
            (id, channel, organisation, message, visibility, state, language, began_at, last_at)
            values (:id, :channel, :o, :a, 2, 'OPEN', 'fr', now(), now())
            """;
    private static final String TABLE =
            """
            (id, organisation, account, kind, file_name, state, created)
            values (:id, :o, :a, 1, 'le wakubinda', 'DISCARDED', now())
            """;
    private static final String TOKEN =
            """
            (id, hash, account, organisation, name, scopes, made, expires)
            values (:id, decode(replace(cast(:id as text), '-', ''), 'hex'), :a, :o, 'le wakubinda',
                '{EXPORT_ALERTS}', now(), now())
            """;
    private static final String CLAIM =
            """
            insert into people.verification (id, account, verifier, state, profession, name, workplace,
                order_number, language, asked)
            values (:id, :a, :o, 'WITHDRAWN', 'nurse', :name, :workplace, :number, 'fr', now())
            """;

    private String kept(String table, String row, Hospital hospital) {
        return kept(table, row, Optional.empty(), hospital);
    }

    private String kept(String table, String row, Channel channel, Hospital hospital) {
        return kept(table, row, Optional.of(channel), hospital);
    }

    private String kept(String table, String row, Optional<Channel> channel, Hospital hospital) {
        UUID id = UUID.randomUUID();
        var insert =
                jdbc.sql("insert into " + table + " " + row)
                        .param("id", id)
                        .param("o", hospital.id().value())
                        .param("a", hospital.compliance().account().value());
        channel.ifPresent(one -> insert.param("channel", one.id().value()));
        insert.update();
        return id.toString();
    }

    private String claim(Hospital hospital) {
        UUID id = UUID.randomUUID();
        jdbc.sql(CLAIM)
                .param("id", id)
                .param("o", hospital.id().value())
                .param("a", hospital.compliance().account().value())
                .param("name", key.seal("le " + WORDS, "verification.name " + id))
                .param("workplace", key.seal("le " + WORDS, "verification.workplace " + id))
                .param("number", key.seal("le " + WORDS, "verification.order_number " + id))
                .update();
        return id.toString();
    }

    private String record(Hospital hospital) {
        hospital.compliance().at(port).get("/work/cases");
        return jdbc.sql("select id::text from evidence.audit where organisation = :o limit 1")
                .param("o", hospital.id().value())
                .query(String.class)
                .single();
    }

    private String request(Hospital hospital) {
        Visitor officer = hospital.compliance().at(port);
        officer.get("/work/requests/new");
        officer.post(
                "/work/requests/new", "kind", "erasure", "name", "Bijou", "words", "le " + WORDS);
        return jdbc.sql("select id::text from people.data_request where organisation = :o")
                .param("o", hospital.id().value())
                .query(String.class)
                .single();
    }

    /** A route with an id that nobody here knows is a route that nobody has tried. */
    @Test
    void areTriedAtEveryRouteWithAnId() {
        assertThat(AccessTable.rules())
                .map(rule -> rule.pattern().getPatternString())
                .filteredOn(path -> path.startsWith("/work") && path.contains("{"))
                .filteredOn(path -> !path.contains("/{kind}"))
                .allSatisfy(
                        path ->
                                assertThat(theirs.keySet())
                                        .as(path)
                                        .anyMatch(begin -> path.startsWith(begin + "{")));
    }

    private String release(Hospital hospital) {
        Visitor writer = hospital.communicator().at(port);
        writer.get("/work/releases/new");
        String location =
                writer.post(
                                "/work/releases/new",
                                "person",
                                "le " + WORDS,
                                "words",
                                "le " + WORDS,
                                "places",
                                "site",
                                "aim",
                                "story")
                        .location()
                        .orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private UUID piece(Hospital hospital) {
        return jdbc.sql("select id from publishing.piece where organisation = ? limit 1")
                .param(hospital.id().value())
                .query(UUID.class)
                .single();
    }

    @Test
    void areReachedByNoRouteOfAnotherOrganisationsStaff() {
        var others = Hospital.open(organisations, accounts);
        for (Role role : List.of(Role.ADMIN, Role.COMPLIANCE)) {
            var visitor = others.staff().get(role).at(port);
            visitor.get("/account");
            theirs.forEach(
                    (beginning, id) -> {
                        for (AccessRule rule : AccessTable.rules()) {
                            String pattern = rule.pattern().getPatternString();
                            if (pattern.startsWith(beginning + "{")) {
                                String path =
                                        pattern.replaceFirst("\\{[^}]+}", id)
                                                .replaceAll("\\{version}", "1")
                                                .replaceAll("\\{[^}]+}", id);
                                isNotReached(visitor, rule, path, role);
                            }
                        }
                    });
        }
    }

    private static void isNotReached(Visitor visitor, AccessRule rule, String path, Role role) {
        boolean looking = rule.method().name().equals("GET");
        Visitor.Page page =
                looking ? visitor.export(path) : visitor.post(path, "version", "1", "reason", "x");
        assertThat(page.status())
                .as(role + " " + rule.method() + " " + path)
                .isIn(400, 403, 404, 410, 422);
        assertThat(page.body()).as(path).doesNotContain(WORDS);
    }

    @Test
    void standInNoListOrExport() {
        var others = Hospital.open(organisations, accounts);
        for (Role role : Role.values()) {
            var visitor = others.staff().get(role).at(port);
            for (AccessRule rule : AccessTable.rules()) {
                String path = rule.pattern().getPatternString();
                if (rule.method().name().equals("GET")
                        && path.startsWith("/work")
                        && !path.endsWith("/live")
                        && !path.contains("{")) {
                    assertThat(visitor.get(path + "?q=" + WORDS).body().replace("\"" + WORDS, ""))
                            .as(role + " " + path)
                            .doesNotContain("le " + WORDS);
                }
            }
        }
    }
}
