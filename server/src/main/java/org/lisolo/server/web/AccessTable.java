package org.lisolo.server.web;

import static org.lisolo.server.people.Action.ANSWER_CONVERSATIONS;
import static org.lisolo.server.people.Action.ANSWER_DATA_REQUESTS;
import static org.lisolo.server.people.Action.APPROVE_POSTS;
import static org.lisolo.server.people.Action.ASK_RELEASES;
import static org.lisolo.server.people.Action.BACK_UP;
import static org.lisolo.server.people.Action.CHANGE_ROLES;
import static org.lisolo.server.people.Action.END_ACCESS;
import static org.lisolo.server.people.Action.END_SESSIONS;
import static org.lisolo.server.people.Action.ERASE_MESSAGES;
import static org.lisolo.server.people.Action.EXPORT_ALERTS;
import static org.lisolo.server.people.Action.EXPORT_ARCHIVE;
import static org.lisolo.server.people.Action.EXPORT_CAMPAIGNS;
import static org.lisolo.server.people.Action.EXPORT_CONVERSATIONS;
import static org.lisolo.server.people.Action.EXPORT_MARKED_WORDS;
import static org.lisolo.server.people.Action.EXPORT_RELEASES;
import static org.lisolo.server.people.Action.EXPORT_TRAIL;
import static org.lisolo.server.people.Action.IMPORT_MESSAGES;
import static org.lisolo.server.people.Action.INVITE_PEOPLE;
import static org.lisolo.server.people.Action.KEEP_ENTRIES;
import static org.lisolo.server.people.Action.KEEP_TEAMS;
import static org.lisolo.server.people.Action.MAKE_TOKENS;
import static org.lisolo.server.people.Action.MARK_IDENTIFIERS;
import static org.lisolo.server.people.Action.MEND_INTAKE;
import static org.lisolo.server.people.Action.MEND_OUTBOX;
import static org.lisolo.server.people.Action.OVERRULE_GATE;
import static org.lisolo.server.people.Action.PAUSE_POSTS;
import static org.lisolo.server.people.Action.PLACE_HOLDS;
import static org.lisolo.server.people.Action.RESET_SECOND_FACTOR;
import static org.lisolo.server.people.Action.REVIEW_VERIFICATIONS;
import static org.lisolo.server.people.Action.RUN_PLATFORM;
import static org.lisolo.server.people.Action.SEARCH_ARCHIVE;
import static org.lisolo.server.people.Action.SEE_ALERTS;
import static org.lisolo.server.people.Action.SEE_BACKUPS;
import static org.lisolo.server.people.Action.SEE_CAMPAIGNS;
import static org.lisolo.server.people.Action.SEE_CASES;
import static org.lisolo.server.people.Action.SEE_CONVERSATIONS;
import static org.lisolo.server.people.Action.SEE_DATA_REQUESTS;
import static org.lisolo.server.people.Action.SEE_ENTRIES;
import static org.lisolo.server.people.Action.SEE_HOLDS;
import static org.lisolo.server.people.Action.SEE_LIBRARY;
import static org.lisolo.server.people.Action.SEE_PEOPLE;
import static org.lisolo.server.people.Action.SEE_PLATFORM;
import static org.lisolo.server.people.Action.SEE_POSTS;
import static org.lisolo.server.people.Action.SEE_RELEASES;
import static org.lisolo.server.people.Action.SEE_RULES;
import static org.lisolo.server.people.Action.SEE_TODAY;
import static org.lisolo.server.people.Action.SEE_TRAIL;
import static org.lisolo.server.people.Action.SEE_WHO_MAY_DO_WHAT;
import static org.lisolo.server.people.Action.SET_APPROVAL;
import static org.lisolo.server.people.Action.SET_CONVERSATIONS;
import static org.lisolo.server.people.Action.SET_UP_CHANNELS;
import static org.lisolo.server.people.Action.SIGN_PIECES;
import static org.lisolo.server.people.Action.WORK_ON_CASES;
import static org.lisolo.server.people.Action.WRITE_CAMPAIGNS;
import static org.lisolo.server.people.Action.WRITE_PIECES;
import static org.lisolo.server.people.Action.WRITE_POSTS;
import static org.lisolo.server.people.Action.WRITE_RULES;
import static org.lisolo.server.web.AccessRule.everyone;
import static org.lisolo.server.web.AccessRule.export;
import static org.lisolo.server.web.AccessRule.get;
import static org.lisolo.server.web.AccessRule.members;
import static org.lisolo.server.web.AccessRule.membersAgain;
import static org.lisolo.server.web.AccessRule.post;
import static org.lisolo.server.web.AccessRule.token;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which action each route is. What is not listed here is denied to everyone; a test walks all
 * routes and holds each against its line. Add a route's line with the route, under its module, and
 * name an {@link org.lisolo.server.people.Action}: whom that is open to stands there and nowhere
 * else.
 */
final class AccessTable {
    private static final List<AccessRule> ALL_OTHERS =
            List.of(
                    // archive
                    get("/search", everyone()),
                    get("/messages/{id}", everyone()),
                    get("/about/proof", everyone()),
                    get("/work/archive", SEARCH_ARCHIVE),
                    export("/work/archive.csv", EXPORT_ARCHIVE),
                    get("/work/archive/messages/{id}", SEARCH_ARCHIVE),
                    get("/work/archive/messages/{id}/erase", ERASE_MESSAGES),
                    post("/work/archive/messages/{id}/erase", ERASE_MESSAGES),
                    get("/work/archive/events/{id}", SEARCH_ARCHIVE),
                    export("/work/archive/events/{id}/payload", SEARCH_ARCHIVE),
                    export("/work/archive/events/{id}/proof", SEARCH_ARCHIVE),
                    get("/work/archive/attachments/{hash}", SEARCH_ARCHIVE),
                    get("/work/holds", SEE_HOLDS),
                    get("/work/holds/new", PLACE_HOLDS),
                    post("/work/holds/new", PLACE_HOLDS),
                    get("/work/holds/{id}", SEE_HOLDS),
                    post("/work/holds/{id}/release", PLACE_HOLDS),
                    get("/work/archive/messages/{id}/disclosures", SEE_TRAIL),
                    export("/work/archive/messages/{id}/disclosures.csv", EXPORT_TRAIL),
                    get("/work/trail", SEE_TRAIL),
                    export("/work/trail.csv", EXPORT_TRAIL),
                    get("/work/trail/{id}", SEE_TRAIL),
                    export("/work/trail/{id}/proof", EXPORT_TRAIL),

                    // channels
                    get("/api/v1/event.schema.json", everyone()),
                    post("/api/v1/events", token()),
                    get("/work/channels", SET_UP_CHANNELS),
                    get("/work/channels/new", SET_UP_CHANNELS),
                    post("/work/channels/new", SET_UP_CHANNELS),
                    get("/work/channels/{id}", SET_UP_CHANNELS),
                    post("/work/channels/{id}/tokens", SET_UP_CHANNELS),
                    post("/work/channels/{id}/tokens/{token}/revoke", SET_UP_CHANNELS),
                    post("/work/channels/{id}/retire", SET_UP_CHANNELS),
                    post("/work/channels/{id}/reopen", SET_UP_CHANNELS),
                    get("/work/channels/{id}/bluesky", SET_UP_CHANNELS),
                    post("/work/channels/{id}/bluesky", SET_UP_CHANNELS),
                    post("/work/channels/{id}/bluesky/disconnect", SET_UP_CHANNELS),
                    get("/work/set-aside", MEND_INTAKE),
                    post("/work/set-aside/retry", MEND_INTAKE),
                    get("/work/set-aside/{id}", MEND_INTAKE),
                    export("/work/set-aside/{id}/payload", MEND_INTAKE),
                    post("/work/set-aside/{id}/retry", MEND_INTAKE),
                    post("/work/set-aside/{id}/discard", MEND_INTAKE),
                    post("/work/set-aside/{id}/restore", MEND_INTAKE),
                    get("/work/import", IMPORT_MESSAGES),
                    post("/work/import", IMPORT_MESSAGES),
                    get("/work/import/{id}", IMPORT_MESSAGES),
                    get("/work/import/{id}/refused.csv", IMPORT_MESSAGES),

                    // demo: nothing but on the machine of a demonstration
                    get("/demo/outbox", everyone()),

                    // directory
                    get("/directory", everyone()),
                    get("/directory/facilities/{id}", everyone()),
                    get("/directory/professionals/{id}", everyone()),
                    get("/directory/organisations/{id}", everyone()),
                    get("/directory/newcomers", everyone()),
                    get("/directory/photos/{name}/{size}", everyone()),
                    get("/directory/sitemap/{part}", everyone()),
                    get("/sitemap.xml", everyone()),
                    get("/sitemap/{name}/{part}", everyone()),
                    get("/work/directory", SEE_ENTRIES),
                    get("/work/directory/organisation", KEEP_ENTRIES),
                    post("/work/directory/organisation", KEEP_ENTRIES),
                    get("/work/directory/import", KEEP_ENTRIES),
                    post("/work/directory/import", KEEP_ENTRIES),
                    get("/work/directory/import/{id}", KEEP_ENTRIES),
                    get("/work/directory/import/{id}/report", KEEP_ENTRIES),
                    post("/work/directory/import/{id}/apply", KEEP_ENTRIES),
                    post("/work/directory/import/{id}/discard", KEEP_ENTRIES),
                    get("/work/directory/template/{kind}", SEE_ENTRIES),
                    export("/work/directory/export/{kind}", SEE_ENTRIES),
                    get("/work/directory/new/{kind}", KEEP_ENTRIES),
                    post("/work/directory/new/{kind}", KEEP_ENTRIES),
                    get("/work/directory/{id}", SEE_ENTRIES),
                    post("/work/directory/{id}", KEEP_ENTRIES),
                    get("/work/directory/{id}/history", SEE_ENTRIES),
                    post("/work/directory/{id}/versions/{version}/restore", KEEP_ENTRIES),
                    post("/work/directory/{id}/confirm", KEEP_ENTRIES),
                    post("/work/directory/{id}/publish", KEEP_ENTRIES),
                    post("/work/directory/{id}/hide", KEEP_ENTRIES),
                    post("/work/directory/{id}/retire", KEEP_ENTRIES),
                    post("/work/directory/{id}/photo", KEEP_ENTRIES),
                    post("/work/directory/{id}/photo/remove", KEEP_ENTRIES),

                    // evidence
                    get("/log/checkpoint", everyone()),
                    get("/log/key", everyone()),
                    get("/log/tile/**", everyone()),

                    // operations
                    get("/work/backups", SEE_BACKUPS),
                    post("/work/backups", BACK_UP),

                    // people
                    get("/sign-in", everyone()),
                    post("/sign-in", everyone()),
                    get("/sign-in/second", everyone()),
                    post("/sign-in/second", everyone()),
                    post("/sign-out", everyone()),
                    get("/sign-up", everyone()),
                    post("/sign-up", everyone()),
                    get("/sign-in/code", everyone()),
                    post("/sign-in/code", everyone()),
                    get("/code", everyone()),
                    post("/code", everyone()),
                    get("/me", members()),
                    get("/me/settings", members()),
                    post("/me/pseudonym", members()),
                    post("/me/contact", members()),
                    post("/me/password", members()),
                    post("/me/language", members()),
                    get("/organisations", members()),
                    post("/organisations/switch", members()),
                    get("/organisations/{id}/leave", members()),
                    post("/organisations/{id}/leave", members()),
                    get("/professional", members()),
                    post("/professional", members()),
                    get("/professional/withdraw", members()),
                    post("/professional/withdraw", members()),
                    get("/work/verifications", REVIEW_VERIFICATIONS),
                    get("/work/verifications/{id}", REVIEW_VERIFICATIONS),
                    get("/work/verifications/{id}/documents/{number}", REVIEW_VERIFICATIONS),
                    post("/work/verifications/{id}/verify", REVIEW_VERIFICATIONS),
                    post("/work/verifications/{id}/refuse", REVIEW_VERIFICATIONS),
                    post("/work/verifications/{id}/suspend", REVIEW_VERIFICATIONS),
                    post("/work/verifications/{id}/resume", REVIEW_VERIFICATIONS),
                    post("/work/verifications/{id}/revoke", REVIEW_VERIFICATIONS),
                    get("/welcome", everyone()),
                    post("/welcome", everyone()),
                    post("/welcome/join", members()),
                    get("/account", members()),
                    post("/account", members()),
                    get("/confirm", members()),
                    post("/confirm/form", members()),
                    post("/confirm", members()),
                    get("/account/second-factor", members()),
                    post("/account/second-factor", membersAgain()),
                    get("/account/second-factor/new", membersAgain()),
                    post("/account/second-factor/codes", membersAgain()),
                    post("/account/second-factor/remove", membersAgain()),
                    get("/account/passkeys", membersAgain()),
                    post("/account/passkeys", membersAgain()),
                    post("/account/passkeys/{credential}/remove", membersAgain()),
                    post("/sign-in/passkey", everyone()),
                    post("/confirm/passkey", members()),
                    get("/sign-in/reset", everyone()),
                    post("/sign-in/reset", everyone()),
                    get("/sign-in/reset/new", everyone()),
                    post("/sign-in/reset/new", everyone()),
                    get("/work/tokens", MAKE_TOKENS),
                    post("/work/tokens", MAKE_TOKENS),
                    post("/work/tokens/{id}/revoke", MAKE_TOKENS),
                    get("/account/devices", members()),
                    post("/account/devices/{id}/end", members()),
                    post("/account/devices/end-others", members()),
                    get("/account/data", members()),
                    post("/account/data", members()),
                    get("/account/data.json", members()),
                    get("/data-request", everyone()),
                    post("/data-request", everyone()),
                    get("/data-request/code", everyone()),
                    post("/data-request/code", everyone()),
                    get("/work/requests", SEE_DATA_REQUESTS),
                    get("/work/requests/new", ANSWER_DATA_REQUESTS),
                    post("/work/requests/new", ANSWER_DATA_REQUESTS),
                    get("/work/requests/{id}", SEE_DATA_REQUESTS),
                    post("/work/requests/{id}", ANSWER_DATA_REQUESTS),
                    post("/work/requests/{id}/lift", ANSWER_DATA_REQUESTS),
                    get("/work/people", SEE_PEOPLE),
                    get("/work/people/invite", INVITE_PEOPLE),
                    post("/work/people/invite", INVITE_PEOPLE),
                    post("/work/people/invitations/{id}/withdraw", INVITE_PEOPLE),
                    get("/work/people/{account}", CHANGE_ROLES),
                    post("/work/people/{account}", CHANGE_ROLES),
                    post("/work/people/{account}/link", INVITE_PEOPLE),
                    post("/work/people/{account}/sessions/end", END_SESSIONS),
                    post("/work/people/{account}/second-factor/reset", RESET_SECOND_FACTOR),
                    get("/work/people/{account}/end", END_ACCESS),
                    post("/work/people/{account}/end", END_ACCESS),
                    get("/work/people/teams", KEEP_TEAMS),
                    get("/work/people/teams/new", KEEP_TEAMS),
                    post("/work/people/teams/new", KEEP_TEAMS),
                    get("/work/people/teams/{id}", KEEP_TEAMS),
                    post("/work/people/teams/{id}", KEEP_TEAMS),
                    get("/work/people/teams/{id}/dissolve", KEEP_TEAMS),
                    post("/work/people/teams/{id}/dissolve", KEEP_TEAMS),
                    post("/welcome/operator", membersAgain()),
                    get("/work/platform", SEE_PLATFORM),
                    get("/work/platform/organisations/new", RUN_PLATFORM),
                    post("/work/platform/organisations/new", RUN_PLATFORM),
                    get("/work/platform/organisations/{id}", RUN_PLATFORM),
                    post("/work/platform/organisations/{id}", RUN_PLATFORM),
                    post("/work/platform/organisations/{id}/invite", RUN_PLATFORM),
                    post("/work/platform/organisations/{id}/verifier/name", RUN_PLATFORM),
                    post("/work/platform/organisations/{id}/verifier/remove", RUN_PLATFORM),
                    get("/work/platform/orders", SEE_PLATFORM),
                    post("/work/platform/orders", RUN_PLATFORM),
                    get("/work/platform/orders/{code}", RUN_PLATFORM),
                    post("/work/platform/orders/{code}", RUN_PLATFORM),
                    get("/work/platform/operators", RUN_PLATFORM),
                    post("/work/platform/operators", RUN_PLATFORM),
                    post("/work/platform/operators/{account}/name", RUN_PLATFORM),
                    post("/work/platform/operators/{account}/remove", RUN_PLATFORM),

                    // publishing
                    get("/news", everyone()),
                    get("/news/{organisation}", everyone()),
                    get("/news/{organisation}/topics/{topic}", everyone()),
                    get("/news/{organisation}/feed/{format}", everyone()),
                    get("/news/{organisation}/pictures/{hash}", everyone()),
                    get("/news/{organisation}/{post}", everyone()),
                    get("/work/library", SEE_LIBRARY),
                    post("/work/library/take-in", WRITE_PIECES),
                    get("/work/library/new", WRITE_PIECES),
                    post("/work/library/new", WRITE_PIECES),
                    get("/work/library/{id}", SEE_LIBRARY),
                    get("/work/library/{id}/edit", WRITE_PIECES),
                    post("/work/library/{id}/edit", WRITE_PIECES),
                    get("/work/library/{id}/versions/{version}", SEE_LIBRARY),
                    post("/work/library/{id}/sign", SIGN_PIECES),
                    post("/work/library/{id}/retire", WRITE_PIECES),
                    post("/work/library/{id}/restore", WRITE_PIECES),
                    post("/work/library/{id}/use", WRITE_POSTS),
                    get("/work/posts", SEE_POSTS),
                    post("/work/posts", WRITE_POSTS),
                    get("/work/posts/{id}", SEE_POSTS),
                    post("/work/posts/{id}/check", WRITE_POSTS),
                    post("/work/posts/{id}/ask", WRITE_POSTS),
                    post("/work/posts/{id}/approve", APPROVE_POSTS),
                    post("/work/posts/{id}/changes", APPROVE_POSTS),
                    post("/work/posts/{id}/comment", SEE_POSTS),
                    post("/work/posts/{id}/overrule", OVERRULE_GATE),
                    post("/work/posts/{id}/say", WRITE_POSTS),
                    post("/work/posts/{id}/back", WRITE_POSTS),
                    post("/work/posts/{id}/take-down", WRITE_POSTS),
                    post("/work/posts/{id}/discard", WRITE_POSTS),
                    post("/work/posts/{id}/restore", WRITE_POSTS),
                    get("/work/posts/{id}/release", ASK_RELEASES),
                    post("/work/posts/{id}/release", ASK_RELEASES),
                    post("/work/posts/{id}/pictures", WRITE_POSTS),
                    get("/work/posts/{id}/pictures/{hash}", SEE_POSTS),
                    post("/work/posts/{id}/pictures/{hash}/remove", WRITE_POSTS),
                    post("/work/posts/{id}/releases", ASK_RELEASES),
                    post("/work/posts/{id}/releases/seen", ASK_RELEASES),
                    post("/work/posts/{id}/releases/{release}/unlink", ASK_RELEASES),
                    get("/work/posts/{id}/links", SEE_POSTS),
                    get("/work/posts/{id}/versions/{version}", SEE_POSTS),
                    get("/work/posts-links", SET_APPROVAL),
                    post("/work/posts-links", SET_APPROVAL),
                    post("/work/posts/{id}/remarks", SEE_POSTS),
                    post("/work/posts/{id}/remarks/{remark}/resolve", SEE_POSTS),
                    post("/work/posts/{id}/remarks/{remark}/reopen", SEE_POSTS),
                    get("/work/posts/{id}/move", WRITE_POSTS),
                    post("/work/posts/{id}/move", WRITE_POSTS),
                    post("/work/posts/{id}/slot", WRITE_POSTS),
                    post("/work/posts/{id}/earlier", WRITE_POSTS),
                    post("/work/posts/{id}/later", WRITE_POSTS),
                    get("/work/calendar", SEE_POSTS),
                    post("/work/calendar/pause", PAUSE_POSTS),
                    post("/work/calendar/go-on", PAUSE_POSTS),
                    get("/work/calendar/slots", WRITE_POSTS),
                    post("/work/calendar/slots", WRITE_POSTS),
                    export("/work/calendar.csv", SEE_POSTS),
                    export("/work/calendar.json", SEE_POSTS),
                    get("/work/calendar/import", WRITE_POSTS),
                    post("/work/calendar/import", WRITE_POSTS),
                    post("/work/calendar/import/make", WRITE_POSTS),
                    get("/work/calendar/feed", SEE_POSTS),
                    post("/work/calendar/feed", SEE_POSTS),
                    post("/work/calendar/feed/revoke", SEE_POSTS),
                    // under a link that only its holder knows
                    get("/calendar/{name}", everyone()),
                    get("/work/approval", SET_APPROVAL),
                    post("/work/approval", SET_APPROVAL),
                    get("/l/{code}", everyone()),
                    get("/work/campaigns", SEE_CAMPAIGNS),
                    get("/work/campaigns/new", WRITE_CAMPAIGNS),
                    post("/work/campaigns/new", WRITE_CAMPAIGNS),
                    get("/work/campaigns/{id}", SEE_CAMPAIGNS),
                    get("/work/campaigns/{id}/edit", WRITE_CAMPAIGNS),
                    post("/work/campaigns/{id}/edit", WRITE_CAMPAIGNS),
                    post("/work/campaigns/{id}/links", WRITE_CAMPAIGNS),
                    export("/work/campaigns/{id}/results.csv", EXPORT_CAMPAIGNS),
                    post("/work/posts/{id}/campaign", WRITE_CAMPAIGNS),
                    get("/work/conversations", SEE_CONVERSATIONS),
                    export("/work/conversations.csv", EXPORT_CONVERSATIONS),
                    get("/work/conversations/settings", SET_CONVERSATIONS),
                    post("/work/conversations/settings", SET_CONVERSATIONS),
                    get("/work/conversations/{id}", SEE_CONVERSATIONS),
                    post("/work/conversations/{id}/take", ANSWER_CONVERSATIONS),
                    post("/work/conversations/{id}/release", ANSWER_CONVERSATIONS),
                    post("/work/conversations/{id}/give", ANSWER_CONVERSATIONS),
                    post("/work/conversations/{id}/notes", ANSWER_CONVERSATIONS),
                    post("/work/conversations/{id}/turn", ANSWER_CONVERSATIONS),
                    post("/work/conversations/{id}/reply/check", ANSWER_CONVERSATIONS),
                    post("/work/conversations/{id}/reply/fill", ANSWER_CONVERSATIONS),
                    post("/work/conversations/{id}/reply/send", ANSWER_CONVERSATIONS),
                    post("/work/conversations/{id}/reply/discard", ANSWER_CONVERSATIONS),
                    post("/work/conversations/{id}/case", WORK_ON_CASES),
                    post("/work/conversations/{id}/ours", SET_CONVERSATIONS),
                    get("/work/outbox", MEND_OUTBOX),
                    post("/work/outbox/{id}/again", MEND_OUTBOX),
                    post("/work/outbox/{id}/give-up", MEND_OUTBOX),

                    // releases
                    get("/r/{secret}", everyone()),
                    get("/r/mine/{secret}", everyone()),
                    get("/release", everyone()),
                    post("/release", everyone()),
                    post("/release/refuse", everyone()),
                    get("/release/picture/{number}", everyone()),
                    get("/release/mine", everyone()),
                    get("/release/mine/copy", everyone()),
                    get("/release/mine/withdraw", everyone()),
                    post("/release/mine/withdraw", everyone()),
                    get("/work/releases", SEE_RELEASES),
                    get("/work/releases/new", ASK_RELEASES),
                    post("/work/releases/new", ASK_RELEASES),
                    export("/work/releases.csv", EXPORT_RELEASES),
                    get("/work/releases/paper", ASK_RELEASES),
                    post("/work/releases/paper", ASK_RELEASES),
                    get("/work/releases/{id}/paper", SEE_RELEASES),
                    get("/work/releases/{id}/form", ASK_RELEASES),
                    get("/work/releases/{id}/scan", ASK_RELEASES),
                    post("/work/releases/{id}/scan", ASK_RELEASES),
                    export("/work/releases/{id}/consent.json", EXPORT_RELEASES),
                    get("/work/releases/{id}", SEE_RELEASES),
                    post("/work/releases/{id}/link", ASK_RELEASES),
                    post("/work/releases/{id}/cancel", ASK_RELEASES),
                    post("/work/releases/{id}/withdraw", ASK_RELEASES),
                    get("/work/releases/{id}/pictures/{number}", SEE_RELEASES),

                    // web
                    get("/", everyone()),
                    get("/assets/**", everyone()),
                    get("/language/{code}", everyone()),
                    get("/reading/{mode}", everyone()),
                    get("/kept", everyone()),
                    get("/keep-worker.js", everyone()),
                    get("/safeguards", everyone()),
                    get("/work", SEE_TODAY),
                    get("/work/access", SEE_WHO_MAY_DO_WHAT),
                    // monitoring
                    get("/work/alerts", SEE_ALERTS),
                    get("/work/alerts/new", SEE_ALERTS),
                    get("/work/alerts/live", SEE_ALERTS),
                    export("/work/alerts.csv", EXPORT_ALERTS),
                    get("/work/cases", SEE_CASES),
                    get("/work/cases/{id}", SEE_CASES),
                    post("/work/cases/{id}/take", WORK_ON_CASES),
                    post("/work/cases/{id}/release", WORK_ON_CASES),
                    post("/work/cases/{id}/assign", WORK_ON_CASES),
                    post("/work/cases/{id}/notes", WORK_ON_CASES),
                    post("/work/cases/{id}/close", WORK_ON_CASES),
                    post("/work/cases/{id}/reopen", WORK_ON_CASES),
                    get("/work/identifiers", MARK_IDENTIFIERS),
                    export("/work/identifiers.jsonl", EXPORT_MARKED_WORDS),
                    post("/work/identifiers/{event}/{finding}/wrong", MARK_IDENTIFIERS),
                    post("/work/identifiers/{event}/{finding}/right", MARK_IDENTIFIERS),
                    get("/work/rules", SEE_RULES),
                    get("/work/rules/new", WRITE_RULES),
                    get("/work/rules/starters", SEE_RULES),
                    get("/work/rules/{id}", SEE_RULES),
                    get("/work/rules/{id}/past", SEE_RULES),
                    get("/work/rules/{id}/findings", SEE_RULES),
                    get("/work/rules/{id}/why/{event}", SEE_RULES),
                    post("/work/rules/{id}/past/stop", WRITE_RULES),
                    post("/work/rules/{id}/past/go", WRITE_RULES),
                    post("/work/rules/{id}/versions/{version}/restore", WRITE_RULES),
                    post("/work/rules", WRITE_RULES),
                    post("/work/rules/preview", WRITE_RULES),
                    post("/work/rules/{id}", WRITE_RULES),
                    post("/work/rules/{id}/on", WRITE_RULES),
                    post("/work/rules/{id}/off", WRITE_RULES),
                    post("/work/rules/{id}/delete", WRITE_RULES));

    private static final List<AccessRule> RULES =
            Stream.of(CommunityAccess.RULES, ModerationAccess.RULES, ALL_OTHERS)
                    .flatMap(List::stream)
                    .toList();

    private AccessTable() {}

    static List<AccessRule> rules() {
        return RULES;
    }
}
