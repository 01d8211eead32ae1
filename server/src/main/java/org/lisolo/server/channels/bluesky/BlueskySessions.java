package org.lisolo.server.channels.bluesky;

import org.lisolo.server.channels.bluesky.Xrpc.Reply;
import org.lisolo.server.message.Carries.NotCarried;
import org.lisolo.server.message.ChannelId;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * BlueskySessions with the accounts' servers. They last in memory alone: whoever has them speaks as
 * the organisation. One that has expired is renewed once, whoever waits for it; where that fails
 * one signs in anew. Thread-safe.
 */
@Component
class BlueskySessions {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration UNTIL_SOMEBODY_MENDS_IT = Duration.ofMinutes(5);

    private final Xrpc xrpc;
    private final Map<ChannelId, Session> open = new ConcurrentHashMap<>();
    private final Map<ChannelId, ReentrantLock> locks = new ConcurrentHashMap<>();

    BlueskySessions(Xrpc xrpc) {
        this.xrpc = xrpc;
    }

    /**
     * Two tokens: one for calls, which lasts for hours, and one to renew it with.
     *
     * @param did of whom they speak for
     */
    record Session(String did, String handle, String access, String refresh) {
        @Override
        public String toString() {
            return "Session[]";
        }

        static Session of(JsonNode body) {
            return new Session(
                    body.path("did").asString(""),
                    body.path("handle").asString(""),
                    body.path("accessJwt").asString(""),
                    body.path("refreshJwt").asString(""));
        }
    }

    /** Signs in; what comes of it holds a {@link Session}. */
    Reply signIn(URI service, String identifier, String password) {
        return xrpc.post(
                service,
                "com.atproto.server.createSession",
                JSON.createObjectNode().put("identifier", identifier).put("password", password),
                null);
    }

    /**
     * Calls with a token that is good.
     *
     * @throws NotCarried if nobody can be signed in
     */
    Reply with(BlueskyAccount account, Function<String, Reply> call) throws NotCarried {
        Session session = session(account);
        Reply reply = call.apply(session.access());
        if (reply instanceof Reply.No no && no.isExpired()) {
            return call.apply(renewed(account, session).access());
        }
        return reply;
    }

    /** For an account that is connected anew, or no more. */
    void forget(ChannelId channel) {
        open.remove(channel);
    }

    /** For tests of what becomes of old tokens. */
    void put(ChannelId channel, Session session) {
        open.put(channel, session);
    }

    private Session session(BlueskyAccount account) throws NotCarried {
        Session known = open.get(account.channel());
        return known == null ? renewed(account, null) : known;
    }

    private Session renewed(
            BlueskyAccount account, @org.jspecify.annotations.Nullable Session expired)
            throws NotCarried {
        ReentrantLock lock = locks.computeIfAbsent(account.channel(), _ -> new ReentrantLock());
        lock.lock();
        try {
            Session known = open.get(account.channel());
            if (known != null && !known.equals(expired)) {
                return known;
            }
            Session fresh = expired == null ? signedIn(account) : refreshed(account, expired);
            open.put(account.channel(), fresh);
            return fresh;
        } finally {
            lock.unlock();
        }
    }

    private Session refreshed(BlueskyAccount account, Session expired) throws NotCarried {
        Reply reply =
                xrpc.post(
                        account.service(),
                        "com.atproto.server.refreshSession",
                        null,
                        expired.refresh());
        return reply instanceof Reply.Done done ? Session.of(done.body()) : signedIn(account);
    }

    private Session signedIn(BlueskyAccount account) throws NotCarried {
        Reply reply = signIn(account.service(), account.did(), account.password());
        if (reply instanceof Reply.Done done) {
            return Session.of(done.body());
        }
        if (reply instanceof Reply.No no && (no.status() == 401 || no.status() == 400)) {
            throw NotCarried.forNow("outbox.reason.signin", UNTIL_SOMEBODY_MENDS_IT);
        }
        throw Failures.of(reply);
    }
}
