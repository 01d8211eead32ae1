package org.lisolo.server.channels.bluesky;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.channels.format.Delivery;
import org.lisolo.server.channels.format.Format;
import org.lisolo.server.channels.format.Json;
import org.lisolo.server.channels.format.Reading;
import org.lisolo.server.channels.format.Reason;
import org.lisolo.server.channels.format.Times;
import org.lisolo.server.channels.format.Unreadable;
import org.lisolo.server.message.Author;
import org.lisolo.server.message.EventKind;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * Bluesky as Jetstream streams it (one commit, identity or account a line; see the README of
 * bluesky-social/jetstream) and as its programming interface shows it ({@code
 * app.bsky.feed.defs#postView} and what holds it).
 */
public final class BlueskyFormat implements Format {
    static final String POST = "app.bsky.feed.post";
    static final String REPOST = "app.bsky.feed.repost";
    private static final String DEFINITIONS = "app.bsky.feed.defs#";
    private static final Set<String> OPERATIONS = Set.of("create", "update", "delete");

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public Reading read(byte[] payload, Delivery delivery) {
        try {
            JsonNode json = Json.object(payload);
            return json.has("kind") ? streamed(json, delivery) : shown(json, delivery);
        } catch (Unreadable e) {
            return new Reading.NotUnderstood(e.reason());
        }
    }

    private static Reading streamed(JsonNode json, Delivery delivery) {
        String kind = required(json, "kind");
        return switch (kind) {
            case "commit" -> commit(json, delivery);
            case "identity", "account" -> nothing("bluesky.account", kind);
            default -> throw new Unreadable("bluesky.unknown-kind", kind);
        };
    }

    private static Reading commit(JsonNode json, Delivery delivery) {
        JsonNode commit = json.path("commit");
        String collection = required(commit, "collection");
        String operation = required(commit, "operation");
        if (!OPERATIONS.contains(operation)) {
            throw new Unreadable("bluesky.unknown-operation", operation);
        }
        if (!collection.equals(POST) && !collection.equals(REPOST)) {
            return nothing("bluesky.other-record", collection);
        }
        String did = required(json, "did");
        String address = "at://" + did + "/" + collection + "/" + required(commit, "rkey");
        Instant at = streamTime(json);
        Author author = new Author(did, null, null);
        var records = new Records(delivery, address, author);
        if (operation.equals("delete")) {
            return records.deleted(at);
        }
        JsonNode record = commit.path("record");
        if (!record.isObject()) {
            throw new Unreadable("bluesky.no-record");
        }
        if (collection.equals(REPOST)) {
            return records.share(record, earlier(record, at));
        }
        return operation.equals("update")
                ? records.post(EventKind.EDITED, record, at)
                : records.post(EventKind.CREATED, record, earlier(record, at));
    }

    /** Microseconds since 1970. */
    private static Instant streamTime(JsonNode json) {
        JsonNode time = json.path("time_us");
        if (!time.isIntegralNumber() || !time.canConvertToLong() || time.longValue() < 0) {
            throw new Unreadable("bluesky.no-time");
        }
        Instant at = Instant.EPOCH.plus(time.longValue(), ChronoUnit.MICROS);
        if (at.isAfter(Instant.parse("9999-12-31T23:59:59Z"))) {
            throw new Unreadable("bluesky.no-time");
        }
        return at;
    }

    /** What the author's device claims, but no later than the stream saw it. */
    private static Instant earlier(JsonNode record, Instant seen) {
        Instant claimed = Times.orNull(textOrNull(record, "createdAt"));
        return claimed == null || claimed.isAfter(seen) ? seen : claimed;
    }

    private static Reading shown(JsonNode json, Delivery delivery) {
        String type = textOrNull(json, "$type");
        if (type == null) {
            throw new Unreadable("bluesky.no-type");
        }
        if (type.startsWith(DEFINITIONS)) {
            JsonNode view = json.path("post").isObject() ? json.path("post") : json;
            return view(view, delivery);
        }
        if (type.equals(POST) || type.equals(REPOST)) {
            throw new Unreadable("bluesky.no-address", type);
        }
        if (type.startsWith("app.bsky.") || type.startsWith("chat.bsky.")) {
            return nothing("bluesky.other-record", type);
        }
        throw new Unreadable("bluesky.unknown-record", type);
    }

    private static Reading view(JsonNode view, Delivery delivery) {
        String address = required(view, "uri");
        JsonNode record = view.path("record");
        if (!address.startsWith("at://") || !record.isObject()) {
            throw new Unreadable("bluesky.no-address", POST);
        }
        JsonNode author = view.path("author");
        String did = textOrNull(author, "did");
        String repository = address.substring("at://".length()).replaceFirst("/.*", "");
        Instant indexed = Times.orNull(textOrNull(view, "indexedAt"));
        var records =
                new Records(
                        delivery,
                        address,
                        new Author(
                                did == null ? repository : did,
                                textOrNull(author, "handle"),
                                textOrNull(author, "displayName")));
        return records.post(
                EventKind.CREATED,
                record,
                earlier(record, indexed == null ? delivery.receivedAt() : indexed));
    }

    static String required(JsonNode json, String property) {
        String text = textOrNull(json, property);
        if (text == null) {
            throw new Unreadable("bluesky.missing", property);
        }
        return text;
    }

    static @Nullable String textOrNull(JsonNode json, String property) {
        JsonNode value = json.path(property);
        return value.isString() && !value.stringValue().isBlank() ? value.stringValue() : null;
    }

    private static Reading nothing(String code, String... arguments) {
        return new Reading.NothingToKeep(new Reason(code, List.of(arguments)));
    }
}
