package org.lisolo.server.people;

import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The tokens that people make for their scripts. Only a token's hash is kept; it opens no more than
 * its scopes, nor more than its owner's roles do at that moment. Thread-safe.
 */
@Service
public class PersonalTokens {
    /** By which a token is known for one, also to whoever looks for leaked ones. */
    static final String MARK = "lisolo_";

    static final Duration LONGEST = Duration.ofDays(365);

    private final PersonalTokenStore store;
    private final AccountStore accounts;
    private final SignInTrail trail;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PersonalTokens(
            PersonalTokenStore store,
            AccountStore accounts,
            SignInTrail trail,
            Ids ids,
            Clock clock) {
        this.trail = trail;
        this.store = store;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    List<PersonalToken> of(SignedIn owner) {
        return store.of(owner);
    }

    /**
     * Makes one.
     *
     * @return the token, which is shown once
     */
    @Transactional
    String make(SignedIn owner, String name, Set<Action> scopes, Duration life) {
        String kept = name.strip();
        if (kept.isEmpty() || kept.length() > 100) {
            throw Problem.invalid("people.token.name.missing").atField("name");
        }
        if (scopes.isEmpty() || !scopes.stream().allMatch(action -> mayGive(owner, action))) {
            throw Problem.invalid("people.token.scopes.missing").atField("scopes");
        }
        if (!life.isPositive() || life.compareTo(LONGEST) > 0) {
            throw Problem.invalid("people.token.days.wrong", LONGEST.toDays()).atField("days");
        }
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        UUID id = ids.next();
        store.add(
                owner,
                new PersonalToken(id, kept, scopes, now, now.plus(life), Optional.empty()),
                Invitations.hash(token));
        trail.changed("TOKEN_MADE", owner.account(), "tokens", id);
        return token;
    }

    static boolean mayGive(SignedIn owner, Action action) {
        return action.isForScripts() && owner.may(action);
    }

    @Transactional
    void revoke(SignedIn owner, UUID id) {
        if (!store.revoke(owner, id)) {
            throw Problem.notFound("people.token.unknown");
        }
        trail.changed("TOKEN_REVOKED", owner.account(), "tokens", id);
    }

    /**
     * Whom it speaks for, with the roles they have now; empty if it is no token of ours.
     *
     * @param address from which it was shown
     */
    public Optional<PersonalToken.Shown> authenticate(String token, String address) {
        Optional<PersonalToken.Shown> shown =
                token.startsWith(MARK) ? known(token) : Optional.empty();
        if (shown.isEmpty()) {
            trail.refused("TOKEN_REFUSED", Optional.empty(), address);
        }
        return shown;
    }

    private Optional<PersonalToken.Shown> known(String token) {
        var now = clock.instant();
        return store.find(Invitations.hash(token), now)
                .flatMap(
                        known -> {
                            store.used(known.id(), now);
                            return accounts.signedIn(
                                            known.account(), Optional.of(known.organisation()))
                                    .map(
                                            who ->
                                                    new PersonalToken.Shown(
                                                            known.id(), who, known.scopes()));
                        });
    }
}
