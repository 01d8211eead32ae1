package org.lisolo.server.web;

import static org.lisolo.server.people.Role.ADMIN;
import static org.lisolo.server.people.Role.COMMUNICATOR;
import static org.lisolo.server.people.Role.COMPLIANCE;
import static org.lisolo.server.web.AccessRule.everyone;
import static org.lisolo.server.web.AccessRule.get;
import static org.lisolo.server.web.AccessRule.members;
import static org.lisolo.server.web.AccessRule.post;
import static org.lisolo.server.web.AccessRule.roles;
import static org.lisolo.server.web.AccessRule.staff;
import static org.lisolo.server.web.AccessRule.token;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.springframework.http.server.PathContainer;

import java.util.List;
import java.util.Optional;

/**
 * Who may call what. What is not listed here is denied to everyone; a test walks all routes and
 * holds each against its line. Add a route's line with the route, under its module.
 */
public final class AccessTable {
    private static final List<AccessRule> RULES =
            List.of(
                    // archive
                    get("/search", everyone()),
                    get("/messages/{id}", everyone()),
                    get("/about/proof", everyone()),
                    get("/work/archive", staff()),
                    get("/work/archive.csv", staff()),
                    get("/work/archive/messages/{id}", staff()),
                    get("/work/archive/messages/{id}/erase", roles(COMPLIANCE)),
                    post("/work/archive/messages/{id}/erase", roles(COMPLIANCE)),
                    get("/work/archive/events/{id}", staff()),
                    get("/work/archive/events/{id}/payload", staff()),
                    get("/work/archive/events/{id}/proof", staff()),
                    get("/work/archive/attachments/{hash}", staff()),

                    // channels
                    get("/api/v1/event.schema.json", everyone()),
                    post("/api/v1/events", token()),
                    get("/work/channels", roles(Role.ADMIN)),
                    get("/work/channels/new", roles(Role.ADMIN)),
                    post("/work/channels/new", roles(Role.ADMIN)),
                    get("/work/channels/{id}", roles(Role.ADMIN)),
                    post("/work/channels/{id}/tokens", roles(Role.ADMIN)),
                    post("/work/channels/{id}/tokens/{token}/revoke", roles(Role.ADMIN)),
                    post("/work/channels/{id}/retire", roles(Role.ADMIN)),
                    post("/work/channels/{id}/reopen", roles(Role.ADMIN)),
                    get("/work/set-aside", roles(Role.ADMIN, Role.COMPLIANCE)),
                    post("/work/set-aside/retry", roles(Role.ADMIN, Role.COMPLIANCE)),
                    get("/work/set-aside/{id}", roles(Role.ADMIN, Role.COMPLIANCE)),
                    get("/work/set-aside/{id}/payload", roles(Role.ADMIN, Role.COMPLIANCE)),
                    post("/work/set-aside/{id}/retry", roles(Role.ADMIN, Role.COMPLIANCE)),
                    post("/work/set-aside/{id}/discard", roles(Role.ADMIN, Role.COMPLIANCE)),
                    post("/work/set-aside/{id}/restore", roles(Role.ADMIN, Role.COMPLIANCE)),
                    get("/work/import", roles(Role.ADMIN, Role.COMPLIANCE)),
                    post("/work/import", roles(Role.ADMIN, Role.COMPLIANCE)),
                    get("/work/import/{id}", roles(Role.ADMIN, Role.COMPLIANCE)),
                    get("/work/import/{id}/refused.csv", roles(Role.ADMIN, Role.COMPLIANCE)),
                    // evidence
                    get("/log/checkpoint", everyone()),
                    get("/log/key", everyone()),
                    get("/log/tile/**", everyone()),

                    // people
                    get("/sign-in", everyone()),
                    post("/sign-in", everyone()),
                    post("/sign-out", everyone()),
                    get("/welcome", everyone()),
                    post("/welcome", everyone()),
                    get("/account", members()),
                    post("/account", members()),
                    get("/work/people", roles(ADMIN)),
                    get("/work/people/invite", roles(ADMIN)),
                    post("/work/people/invite", roles(ADMIN)),
                    post("/work/people/invitations/{id}/withdraw", roles(ADMIN)),
                    get("/work/people/{account}", roles(ADMIN)),
                    post("/work/people/{account}", roles(ADMIN)),
                    post("/work/people/{account}/link", roles(ADMIN)),
                    get("/work/people/{account}/end", roles(ADMIN)),
                    post("/work/people/{account}/end", roles(ADMIN)),

                    // web
                    get("/", everyone()),
                    get("/assets/**", everyone()),
                    get("/language/{code}", everyone()),
                    get("/work", staff()),
                    // monitoring
                    get("/work/alerts", staff()),
                    get("/work/alerts/new", staff()),
                    get("/work/alerts/live", staff()),
                    get("/work/alerts.csv", roles(ADMIN, COMPLIANCE, COMMUNICATOR)),
                    get("/work/cases", staff()),
                    get("/work/cases/{id}", staff()),
                    post("/work/cases/{id}/take", roles(ADMIN, COMPLIANCE, COMMUNICATOR)),
                    post("/work/cases/{id}/release", roles(ADMIN, COMPLIANCE, COMMUNICATOR)),
                    post("/work/cases/{id}/assign", roles(ADMIN, COMPLIANCE, COMMUNICATOR)),
                    post("/work/cases/{id}/notes", roles(ADMIN, COMPLIANCE, COMMUNICATOR)),
                    post("/work/cases/{id}/close", roles(ADMIN, COMPLIANCE, COMMUNICATOR)),
                    post("/work/cases/{id}/reopen", roles(ADMIN, COMPLIANCE, COMMUNICATOR)),
                    get("/work/rules", staff()),
                    get("/work/rules/new", roles(ADMIN, COMPLIANCE, COMMUNICATOR)),
                    get("/work/rules/starters", staff()),
                    get("/work/rules/{id}", staff()),
                    get("/work/rules/{id}/past", staff()),
                    get("/work/rules/{id}/findings", staff()),
                    get("/work/rules/{id}/why/{event}", staff()),
                    post("/work/rules/{id}/past/stop", roles(ADMIN, COMPLIANCE, COMMUNICATOR)),
                    post("/work/rules/{id}/past/go", roles(ADMIN, COMPLIANCE, COMMUNICATOR)),
                    post(
                            "/work/rules/{id}/versions/{version}/restore",
                            roles(ADMIN, COMPLIANCE, COMMUNICATOR)),
                    post("/work/rules", roles(ADMIN, COMPLIANCE, COMMUNICATOR)),
                    post("/work/rules/preview", roles(ADMIN, COMPLIANCE, COMMUNICATOR)),
                    post("/work/rules/{id}", roles(ADMIN, COMPLIANCE, COMMUNICATOR)),
                    post("/work/rules/{id}/on", roles(ADMIN, COMPLIANCE, COMMUNICATOR)),
                    post("/work/rules/{id}/off", roles(ADMIN, COMPLIANCE, COMMUNICATOR)),
                    post("/work/rules/{id}/delete", roles(ADMIN, COMPLIANCE, COMMUNICATOR)));

    private AccessTable() {}

    static List<AccessRule> rules() {
        return RULES;
    }

    static Optional<AccessRule> find(String method, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return RULES.stream().filter(rule -> rule.covers(method, parsed)).findFirst();
    }

    /** Whether any method of this path is listed; what isn't does not exist for the caller. */
    static boolean knows(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return RULES.stream().anyMatch(rule -> rule.covers(parsed));
    }

    /** Whether a link to this page may be shown to this person. */
    static boolean mayOpen(String path, @Nullable SignedIn who) {
        return find("GET", path).filter(rule -> rule.allows(who)).isPresent();
    }
}
