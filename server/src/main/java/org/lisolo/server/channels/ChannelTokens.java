package org.lisolo.server.channels;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.TokenAuthentication;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Tokens with which programs hand over messages of one channel. A token is 256 random bits, shown
 * once; what is kept is its SHA-256, which for so many random bits is as good as a slow hash.
 */
@Service
class ChannelTokens implements TokenAuthentication {
    /** How long a token may live, in days. */
    static final Set<Integer> LIFETIMES = Set.of(30, 90, 365);

    private static final String PREFIX = "lisolo_";
    private static final int SECRET_BYTES = 32;
    private static final int LOOKED_UP_AT_ONCE = 4;
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    private final TokenStore store;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns = new Semaphore(LOOKED_UP_AT_ONCE, true);

    ChannelTokens(TokenStore store, Ids ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes a token and returns it, for the only time.
     *
     * @throws Problem if the channel is retired, the name missing or the lifetime not offered
     */
    String make(Channel channel, String name, int days, AccountId by) {
        if (!channel.kind().isFed()) {
            throw Problem.invalid("channels.token.site").atField("name");
        }
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > Channels.LONGEST_NAME) {
            throw Problem.invalid("channels.token.name.missing").atField("name");
        }
        if (!LIFETIMES.contains(days)) {
            throw Problem.invalid("channels.token.days.unknown").atField("days");
        }
        if (channel.retired() != null) {
            throw Problem.conflict("channels.channel.isRetired");
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant();
        var known =
                new ChannelToken(
                        ids.next(), stripped, now, now.plus(Duration.ofDays(days)), null, null);
        store.insert(known, channel.id(), hash(token), by);
        return token;
    }

    @Override
    public Optional<ChannelSender> authenticate(String token) {
        Instant now = clock.instant();
        if (!token.startsWith(PREFIX) || token.length() > 100) {
            return Optional.empty();
        }
        return inTurn(() -> known(hash(token), now));
    }

    private Optional<ChannelSender> known(byte[] hash, Instant now) {
        Optional<TokenStore.Known> known = store.find(hash, now);
        Instant before = now.minus(USE_IS_NOTED_EVERY);
        known.filter(token -> token.used() == null || token.used().isBefore(before))
                .ifPresent(token -> store.noteUse(token.sender().token(), now, before));
        return known.map(TokenStore.Known::sender);
    }

    /** Thousands of callers at once wait here, and not for the connections of all others. */
    private <T> T inTurn(Supplier<T> look) {
        turns.acquireUninterruptibly();
        try {
            return look.get();
        } finally {
            turns.release();
        }
    }

    List<ChannelToken> of(Channel channel) {
        return store.of(channel.id());
    }

    void revoke(Channel channel, UUID token) {
        if (!store.revoke(token, channel.id(), clock.instant())) {
            throw Problem.notFound("channels.token.unknown");
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
