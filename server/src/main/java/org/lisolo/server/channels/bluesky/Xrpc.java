package org.lisolo.server.channels.bluesky;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.channels.format.Json;
import org.lisolo.server.channels.format.Unreadable;
import org.lisolo.server.platform.fetch.Fetched;
import org.lisolo.server.platform.fetch.Fetches;
import org.lisolo.server.platform.fetch.Limits;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Calls of AT Protocol's HTTP interface, by the guard. Thread-safe. */
@Component
class Xrpc {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Limits LIMITS =
            new Limits(Json.LARGEST, Duration.ofSeconds(30), 0, Set.of());
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    private final Fetches fetches;
    private final Clock clock;

    Xrpc(Fetches fetches, Clock clock) {
        this.fetches = fetches;
        this.clock = clock;
    }

    /** What came of a call. */
    sealed interface Reply {
        record Done(JsonNode body) implements Reply {}

        /**
         * The server said no.
         *
         * @param error its word for why; empty if it told none
         * @param pause how long it wants to be left alone; zero if it did not say
         */
        record No(int status, String error, Duration pause) implements Reply {
            boolean isExpired() {
                return error.equals("ExpiredToken") || error.equals("InvalidToken");
            }

            boolean isMissing() {
                return error.equals("RecordNotFound") || error.equals("RepoNotFound");
            }
        }

        /** Nobody answered, or not as the protocol asks. */
        record Away() implements Reply {}

        /** The guard let nothing out. */
        record Forbidden() implements Reply {}
    }

    Reply get(URI service, String method, Map<String, String> asked, @Nullable String token) {
        String query =
                asked.entrySet().stream()
                        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
        return reply(fetches.get(address(service, method + query), LIMITS, headers(token)));
    }

    Reply post(URI service, String method, @Nullable JsonNode body, @Nullable String token) {
        byte[] bytes = body == null ? new byte[0] : JSON.writeValueAsBytes(body);
        return post(service, method, "application/json", bytes, token);
    }

    Reply post(URI service, String method, String mediaType, byte[] body, @Nullable String token) {
        return reply(
                fetches.post(address(service, method), mediaType, body, headers(token), LIMITS));
    }

    private static URI address(URI service, String method) {
        return URI.create(service.toString().replaceFirst("/+$", "") + "/xrpc/" + method);
    }

    private static Map<String, String> headers(@Nullable String token) {
        return token == null
                ? Map.of("Accept", "application/json")
                : Map.of("Accept", "application/json", "Authorization", "Bearer " + token);
    }

    private Reply reply(Fetched fetched) {
        return switch (fetched) {
            case Fetched.Answer answer -> reply(answer);
            case Fetched.Refused refused ->
                    refused.why() == Fetched.Why.SIZE ? new Reply.Away() : new Reply.Forbidden();
            case Fetched.Failed _ -> new Reply.Away();
        };
    }

    private Reply reply(Fetched.Answer answer) {
        JsonNode body = JSON.createObjectNode();
        try {
            if (answer.body().length > 0) {
                body = Json.object(answer.body());
            }
        } catch (Unreadable _) {
            if (answer.status() / 100 == 2) {
                return new Reply.Away();
            }
        }
        return answer.status() / 100 == 2
                ? new Reply.Done(body)
                : new Reply.No(
                        answer.status(), body.path("error").asString(""), wait(answer.headers()));
    }

    /** {@code Retry-After} in seconds, or {@code RateLimit-Reset} as a time since 1970. */
    private Duration wait(Map<String, String> headers) {
        String after = headers.getOrDefault("retry-after", "");
        if (after.matches("\\d{1,9}")) {
            return capped(Duration.ofSeconds(Long.parseLong(after)));
        }
        String reset = headers.getOrDefault("ratelimit-reset", "");
        boolean used = headers.getOrDefault("ratelimit-remaining", "0").equals("0");
        return used && reset.matches("\\d{1,12}")
                ? capped(
                        Duration.between(
                                clock.instant(), Instant.ofEpochSecond(Long.parseLong(reset))))
                : Duration.ZERO;
    }

    private static Duration capped(Duration wait) {
        return wait.isNegative()
                ? Duration.ZERO
                : wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
