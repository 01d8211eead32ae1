package org.lisolo.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

@ServerTest
class AccessTest {
    /** Not mapped by controllers. */
    private static final Set<String> FILES = Set.of("GET /assets/**");

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Test
    void listsEveryRouteAndNothingElse() {
        var mapped = new TreeSet<String>(FILES);
        for (RequestMappingInfo route : routes.getHandlerMethods().keySet()) {
            for (RequestMethod method : route.getMethodsCondition().getMethods()) {
                for (String path : route.getPatternValues()) {
                    mapped.add(method + " " + path.replaceAll("\\{(\\w+):[^/]*}", "{$1}"));
                }
            }
        }
        assertThat(AccessTable.rules()).extracting(AccessTest::line).hasSameElementsAs(mapped);
        assertThat(AccessTable.rules()).extracting(AccessTest::line).doesNotHaveDuplicates();
    }

    @Test
    void hasARouteForEveryAction() {
        assertThat(AccessTable.rules())
                .map(AccessRule::access)
                .filteredOn(AccessRule.Access.Doing.class::isInstance)
                .map(access -> ((AccessRule.Access.Doing) access).action())
                .contains(Action.values());
    }

    @Test
    void opensToWhoHasNoRoleOnlyWhatIsForMembers() {
        var member =
                new SignedIn(
                        new AccountId(UUID.randomUUID()),
                        "Bijou",
                        new OrganisationId(UUID.randomUUID()),
                        "",
                        Set.of(),
                        ZoneId.of("Africa/Kinshasa"));
        for (AccessRule rule : AccessTable.rules()) {
            assertThat(rule.allows(member))
                    .as(line(rule))
                    .isEqualTo(
                            rule.access() instanceof AccessRule.Access.Everyone
                                    || rule.access() instanceof AccessRule.Access.Members);
        }
    }

    @Test
    void sendsAStrangerToTheSignIn() {
        var stranger = Visitor.at(port);
        stranger.get("/sign-in");
        for (AccessRule rule : AccessTable.rules()) {
            if (rule.access() instanceof AccessRule.Access.Everyone) {
                continue;
            }
            Visitor.Page page = call(stranger, rule);
            if (rule.access() instanceof AccessRule.Access.Token) {
                assertThat(page.status()).as(line(rule)).isEqualTo(401);
            } else if (rule.method().name().equals("GET")) {
                assertThat(page.location().orElse("")).as(line(rule)).startsWith("/sign-in?next=");
            } else {
                assertThat(page.status()).as(line(rule)).isEqualTo(401);
            }
        }
    }

    @Test
    void opensToEachRoleWhatTheTableSaysAndNoMore() {
        var hospital = Hospital.open(organisations, accounts);
        for (Role role : Role.values()) {
            var person = hospital.staff().get(role);
            var visitor = person.at(port);
            visitor.get("/account");
            for (AccessRule rule : AccessTable.rules()) {
                boolean allowed = rule.allows(person.signedIn());
                if (rule.access() instanceof AccessRule.Access.Token
                        || (allowed && !isLooking(rule))) {
                    continue; // what programs call, and what would change something
                }
                Visitor.Page page = call(visitor, rule);
                if (allowed) {
                    assertThat(page.status()).as(role + " " + line(rule)).isNotIn(401, 403, 500);
                } else {
                    assertThat(page.status()).as(role + " " + line(rule)).isEqualTo(403);
                }
            }
        }
    }

    @Test
    void takesNoBadIdOrParameterForAnIncident() {
        var admin = Hospital.open(organisations, accounts).admin().at(port);
        for (AccessRule rule : AccessTable.rules()) {
            String pattern = rule.pattern().getPatternString();
            if (!isLooking(rule) || !pattern.contains("{")) {
                continue;
            }
            for (String bad : List.of("99999", "x%00y", "%F0%9F%98%B7", "a".repeat(300))) {
                String path = pattern.replaceAll("\\{[^}]+}", bad);
                assertThat(admin.get(path).status()).as(path).isLessThan(500);
            }
        }
        for (AccessRule rule : AccessTable.rules()) {
            if (isLooking(rule) && !rule.pattern().getPatternString().matches(".*[{*].*")) {
                String path = rule.pattern().getPatternString();
                for (String name :
                        List.of("rule", "channel", "before", "after", "from", "page", "state")) {
                    assertThat(admin.get(path + "?" + name + "=x%27%22").status())
                            .as(path + " " + name)
                            .isLessThan(500);
                }
            }
        }
    }

    @Test
    void knowsNothingOfWhatIsNotListed() {
        var admin = Hospital.open(organisations, accounts).admin().at(port);
        for (Visitor visitor : List.of(Visitor.at(port), admin)) {
            for (String path :
                    List.of(
                            "/nowhere",
                            "/actuator",
                            "/actuator/health",
                            "/api/v1/nowhere",
                            "/work/x/y/z",
                            "/error")) {
                assertThat(visitor.get(path).status()).as(path).isEqualTo(404);
            }
        }
    }

    @Test
    void tellsBrowsersToBeStrict() {
        var headers = Visitor.at(port).get("/").headers().map();
        assertThat(headers.get("content-security-policy").getFirst())
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.get("x-content-type-options")).containsExactly("nosniff");
        assertThat(headers.get("referrer-policy")).containsExactly("same-origin");
        assertThat(headers.get("cross-origin-opener-policy")).containsExactly("same-origin");
    }

    @Test
    void makesNoSessionForWhoOnlyReads() {
        var visitor = Visitor.at(port);
        visitor.get("/");
        visitor.get("/nowhere");
        assertThat(visitor.session()).isEmpty();
    }

    private static boolean isLooking(AccessRule rule) {
        // a stream of events never ends, so it is not read here
        return rule.method().name().equals("GET")
                && !rule.pattern().getPatternString().endsWith("/live");
    }

    private static Visitor.Page call(Visitor visitor, AccessRule rule) {
        String path =
                rule.pattern()
                        .getPatternString()
                        .replace("/assets/**", "/assets/lisolo.css")
                        .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        return rule.method().name().equals("GET") ? visitor.get(path) : visitor.post(path);
    }

    private static String line(AccessRule rule) {
        return rule.method() + " " + rule.pattern().getPatternString();
    }
}
