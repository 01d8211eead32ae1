package org.lisolo.server.community.spaces;

import org.lisolo.server.community.SpaceId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.CanonicalAddress;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The way into a space for members only: a link, behind which is a page that tells what the space
 * is for and takes the wish to enter. Whoever holds no link does not learn that there is a space.
 * Only the hash of a link's secret is kept. Thread-safe.
 */
@Service
class Doors {
    static final String PATH = "/join";
    static final Duration LASTS = Duration.ofDays(7);

    private final SpaceStore spaces;
    private final DoorStore store;
    private final CanonicalAddress addresses;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Doors(SpaceStore spaces, DoorStore store, CanonicalAddress addresses, Clock clock) {
        this.spaces = spaces;
        this.store = store;
        this.addresses = addresses;
        this.clock = clock;
    }

    /**
     * A link to hand to people, told once.
     *
     * @param space for members only
     */
    @Transactional
    String open(Space space) {
        if (space.openness() != Openness.MEMBERS || space.isClosedForGood()) {
            throw Problem.conflict("spaces.problem.noDoor");
        }
        Instant now = clock.instant();
        store.forgetExpired(now);
        byte[] secret = new byte[24];
        random.nextBytes(secret);
        String shown = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        store.add(hash(shown), space.id(), now.plus(LASTS));
        return addresses.of(PATH + "/" + shown);
    }

    /** When the last of the links that still open ends. */
    Optional<Instant> until(SpaceId space) {
        return store.until(space, clock.instant());
    }

    /** No link that was handed out opens any more. */
    void lock(SpaceId space) {
        store.lock(space);
    }

    /** What a link leads to. */
    Space behind(String secret) {
        return store.find(hash(secret), clock.instant())
                .flatMap(spaces::find)
                .filter(space -> space.openness() == Openness.MEMBERS)
                .filter(space -> !space.isClosedForGood())
                .orElseThrow(() -> Problem.of(Problem.Kind.GONE, "spaces.problem.door"));
    }

    /** Whoever is excluded is told the same as whoever waits: that moderators decide. */
    @Transactional
    Space ask(String secret, SignedIn who) {
        Space space = behind(secret);
        spaces.enter(space.id(), who, Standing.ASKED, clock.instant());
        return space;
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
