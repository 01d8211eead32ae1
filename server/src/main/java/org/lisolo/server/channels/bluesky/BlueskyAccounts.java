package org.lisolo.server.channels.bluesky;

import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.bluesky.Xrpc.Reply;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.Signals;
import org.lisolo.server.platform.fetch.Fetches;
import org.springframework.stereotype.Service;

import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Connects channels with accounts: the app password is tried before it is kept. */
@Service
class BlueskyAccounts {
    static final String SERVICE = "https://bsky.social";
    static final String CHANGED = "bluesky";
    private static final int LONGEST = 253;

    private final BlueskyAccountStore store;
    private final BlueskySessions sessions;
    private final Fetches fetches;
    private final Signals signals;
    private final Clock clock;

    BlueskyAccounts(
            BlueskyAccountStore store,
            BlueskySessions sessions,
            Fetches fetches,
            Signals signals,
            Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.fetches = fetches;
        this.signals = signals;
        this.clock = clock;
    }

    Optional<BlueskyAccount> find(Channel channel) {
        return store.find(channel.id());
    }

    /**
     * From now on the channel speaks as this account.
     *
     * @throws Problem if the service does not know it so, or is none that may be asked
     */
    BlueskyAccount connect(Channel channel, String handle, String password, String service) {
        if (channel.kind() != ChannelKind.BLUESKY) {
            throw Problem.notFound("channels.channel.unknown");
        }
        String name = handle.strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > LONGEST) {
            throw Problem.invalid("channels.bluesky.handle.missing").atField("handle");
        }
        if (password.isBlank() || password.length() > LONGEST) {
            throw Problem.invalid("channels.bluesky.password.missing").atField("password");
        }
        URI at = address(service);
        Reply reply = sessions.signIn(at, name, password.strip());
        if (!(reply instanceof Reply.Done done)) {
            throw problem(reply);
        }
        var session = BlueskySessions.Session.of(done.body());
        if (AtAddress.of("at://" + session.did() + "/" + BlueskyFormat.POST + "/x").isEmpty()) {
            throw Problem.invalid("channels.bluesky.away").atField("service");
        }
        var account =
                new BlueskyAccount(
                        channel.id(), at, session.did(), session.handle(), password.strip());
        store.keep(account, clock.instant());
        sessions.put(channel.id(), session);
        signals.send(CHANGED, "");
        return account;
    }

    /** The start of an address, without what could send it elsewhere. */
    private URI address(String service) {
        try {
            URI typed = URI.create(service.isBlank() ? SERVICE : service.strip());
            boolean safe =
                    "https".equalsIgnoreCase(typed.getScheme()) || fetches.isAllowedAnyway(typed);
            if (safe && typed.getHost() != null && typed.getRawUserInfo() == null) {
                return new URI(
                        typed.getScheme(),
                        null,
                        typed.getHost(),
                        typed.getPort(),
                        null,
                        null,
                        null);
            }
        } catch (IllegalArgumentException | java.net.URISyntaxException _) {
            // told below
        }
        throw Problem.invalid("channels.bluesky.service.bad").atField("service");
    }

    private static Problem problem(Reply reply) {
        return switch (reply) {
            case Reply.No no when no.status() == 429 ->
                    Problem.invalid("channels.bluesky.busy").atField("password");
            case Reply.No no when no.status() < 500 ->
                    Problem.invalid("channels.bluesky.refused").atField("password");
            case Reply.Forbidden _ ->
                    Problem.invalid("channels.bluesky.service.bad").atField("service");
            case Reply.No _, Reply.Away _, Reply.Done _ ->
                    Problem.invalid("channels.bluesky.away").atField("service");
        };
    }

    /** It speaks as nobody any more, and forgets the password. */
    void disconnect(Channel channel) {
        store.remove(channel.id());
        sessions.forget(channel.id());
    }
}
