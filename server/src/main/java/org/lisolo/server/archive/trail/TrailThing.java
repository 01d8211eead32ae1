package org.lisolo.server.archive.trail;

import java.util.Map;
import java.util.Set;

/**
 * What a deed was about.
 *
 * @param kind the word of the address that its id follows, such as {@code cases}
 */
public record TrailThing(String kind, String id) {
    private static final Map<String, String> PAGES =
            Map.ofEntries(
                    Map.entry("messages", "/work/archive/messages/"),
                    Map.entry("events", "/work/archive/events/"),
                    Map.entry("cases", "/work/cases/"),
                    Map.entry("rules", "/work/rules/"),
                    Map.entry("holds", "/work/holds/"),
                    Map.entry("requests", "/work/requests/"),
                    Map.entry("people", "/work/people/"),
                    Map.entry("channels", "/work/channels/"),
                    Map.entry("posts", "/work/posts/"),
                    Map.entry("library", "/work/library/"),
                    Map.entry("releases", "/work/releases/"),
                    Map.entry("teams", "/work/people/teams/"),
                    Map.entry("organisations", "/work/platform/organisations/"));

    private static final Set<String> NAMED =
            Set.of(
                    "messages",
                    "events",
                    "cases",
                    "rules",
                    "holds",
                    "requests",
                    "people",
                    "channels",
                    "tokens",
                    "number",
                    "purposes",
                    "trail",
                    "attachments",
                    "set-aside",
                    "import",
                    "directory",
                    "verifications",
                    "documents",
                    "invitations",
                    "devices",
                    "organisations",
                    "passkeys",
                    "versions",
                    "identifiers",
                    "backups",
                    "posts",
                    "library",
                    "releases",
                    "outbox",
                    "teams",
                    "orders",
                    "spaces");

    static TrailThing of(String written) {
        int colon = written.indexOf(':');
        return colon < 0
                ? new TrailThing("", written)
                : new TrailThing(written.substring(0, colon), written.substring(colon + 1));
    }

    /** The end of its id, which is what differs. */
    public String end() {
        return kind.equals("number") ? id : "…" + id.substring(Math.max(0, id.length() - 6));
    }

    public String written() {
        return kind + ":" + id;
    }

    /** Where it can be opened; empty if nowhere. */
    public String path() {
        return PAGES.containsKey(kind) ? PAGES.get(kind) + id : "";
    }

    /** Whether there is a word for its kind. */
    public boolean isNamed() {
        return NAMED.contains(kind);
    }
}
