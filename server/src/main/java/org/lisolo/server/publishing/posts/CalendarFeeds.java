package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.CanonicalAddress;
import org.lisolo.server.platform.Sentences;
import org.lisolo.server.publishing.posts.CalendarFeedStore.Link;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The calendar for the programs that people plan by, under a private link. What is not approved is
 * told without its words: programs copy what they read to where nobody here can follow.
 */
@Service
class CalendarFeeds {
    private static final int SECRET_BYTES = 32;
    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(365);

    private final CalendarFeedStore store;
    private final PostStore posts;
    private final Accounts accounts;
    private final Sentences sentences;
    private final CanonicalAddress addresses;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CalendarFeeds(
            CalendarFeedStore store,
            PostStore posts,
            Accounts accounts,
            Sentences sentences,
            CanonicalAddress addresses,
            Clock clock) {
        this.store = store;
        this.posts = posts;
        this.accounts = accounts;
        this.sentences = sentences;
        this.addresses = addresses;
        this.clock = clock;
    }

    Optional<Link> of(SignedIn who) {
        return store.of(who.organisation(), who.account());
    }

    /** What the new link ends in, for the only time; an earlier one is worth nothing from now. */
    @Transactional
    String make(SignedIn who, Locale locale) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        String language = locale.getLanguage().equals("en") ? "en" : "fr";
        store.keep(
                hash(token),
                new Link(
                        who.organisation(),
                        who.account(),
                        language,
                        clock.instant(),
                        Optional.empty()));
        return token;
    }

    @Transactional
    void revoke(SignedIn who) {
        store.remove(who.organisation(), who.account());
    }

    /** The calendar of whoever holds the link, as long as they may still see it themselves. */
    @Transactional
    Optional<String> read(String token) {
        byte[] hash = hash(token);
        Optional<Link> link = store.find(hash);
        Optional<SignedIn> who =
                link.flatMap(one -> accounts.in(one.account(), one.organisation()))
                        .filter(one -> one.may(Action.SEE_POSTS));
        if (link.isEmpty() || who.isEmpty()) {
            return Optional.empty();
        }
        store.read(hash, clock.instant());
        return Optional.of(file(who.get(), Locale.of(link.get().language())));
    }

    private String file(SignedIn who, Locale locale) {
        Instant now = clock.instant();
        List<CalendarFile.Event> events =
                posts
                        .between(
                                who.organisation(),
                                now.minus(BACK),
                                now.plus(AHEAD),
                                CalendarController.MOST)
                        .stream()
                        .map(post -> event(post, locale))
                        .toList();
        String name = sentences.say(locale, "calendar.feed.name", who.organisationName());
        return CalendarFile.of(name, events);
    }

    private CalendarFile.Event event(Post post, Locale locale) {
        boolean agreed = post.state() == PostState.APPROVED || post.state() == PostState.SENT;
        String topic = sentences.say(locale, "publishing.topic." + post.content().topic().key());
        String state =
                sentences.say(
                        locale, post.isLate() ? "posts.late" : "posts.is." + post.state().key());
        return new CalendarFile.Event(
                post.id() + "@lisolo",
                post.when(),
                post.changed(),
                agreed ? post.name() : sentences.say(locale, "calendar.feed.open", topic),
                state + " · " + topic,
                addresses.of(post.path()),
                agreed && !post.isLate());
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
