package org.lisolo.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.monitoring.Ward;
import org.lisolo.server.monitoring.rules.Rule;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
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
        theirs.put("/work/people/", hospital.reader().account().toString());
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
        Visitor.Page page = looking ? visitor.get(path) : visitor.post(path, "version", "1");
        assertThat(page.status())
                .as(role + " " + rule.method() + " " + path)
                .isIn(400, 403, 404, 422);
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
