package org.lisolo.server.people;

import org.lisolo.server.people.letters.Letter;
import org.lisolo.server.people.letters.Letters;
import org.lisolo.server.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A forgotten password, replaced by a link that is sent. Whoever asks learns nothing: the answer is
 * given before anybody looks whether there is such an account. Thread-safe.
 */
@Service
class PasswordResets {
    static final Duration LASTS = Duration.ofMinutes(30);

    private static final Logger log = LoggerFactory.getLogger(PasswordResets.class);

    private final PasswordResetStore store;
    private final AccountStore accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Sessions sessions;
    private final Letters letters;
    private final SignInTrail trail;
    private final TransactionTemplate transaction;
    private final SiteAddress site;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PasswordResets(
            PasswordResetStore store,
            AccountStore accounts,
            Passwords passwords,
            Attempts attempts,
            Sessions sessions,
            Letters letters,
            SignInTrail trail,
            TransactionTemplate transaction,
            SiteAddress site,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.letters = letters;
        this.trail = trail;
        this.transaction = transaction;
        this.site = site;
        this.clock = clock;
    }

    /**
     * Sends a link where there is an account to send it to.
     *
     * @param address from which it is asked
     * @return how long to wait first; zero where it was taken in hand
     */
    Duration ask(String typed, String address) {
        Contact contact = Contact.asTyped(typed);
        Attempts.Attempt attempt = attempts.of("reset " + contact.value());
        Duration wait = attempts.begin(attempt, address);
        if (wait.isPositive()) {
            attempts.notMade(attempt);
            return wait;
        }
        // elsewhere, so that the answer takes as long where there is no such account
        Thread.ofVirtual().name("password-reset").start(() -> send(contact, address));
        return Duration.ZERO;
    }

    private void send(Contact contact, String address) {
        try {
            transaction.executeWithoutResult(
                    _ ->
                            accounts.credentials(contact)
                                    .filter(_ -> letters.reaches(contact))
                                    .map(AccountStore.Credentials::account)
                                    .ifPresent(
                                            account -> {
                                                trail.happened(
                                                        "PASSWORD_RESET_ASKED", account, address);
                                                send(contact, account);
                                            }));
        } catch (RuntimeException e) {
            log.warn("a link for a new password could not be sent: {}", e.getClass().getName());
        }
    }

    private void send(Contact contact, AccountId account) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        store.put(account, Invitations.hash(token), clock.instant().plus(LASTS));
        letters.send(
                new Letter(
                        contact,
                        store.language(account),
                        "people.letter.reset",
                        List.of(site.of("/sign-in/reset/new?link=" + token)),
                        LASTS));
    }

    /** Looking does not use it up. */
    void check(String token) {
        if (store.find(Invitations.hash(token), clock.instant()).isEmpty()) {
            throw gone();
        }
    }

    /** Ends all sessions; a password that is refused gives the link back. */
    void choose(String token, String password, String address) {
        transaction.executeWithoutResult(
                _ -> {
                    Optional<AccountId> account =
                            store.take(Invitations.hash(token), clock.instant());
                    if (account.isEmpty()) {
                        throw gone();
                    }
                    Passwords.check(password, accounts.email(account.get()));
                    accounts.changePassword(account.get(), passwords.keep(password));
                    sessions.end(account.get());
                    trail.happened("PASSWORD_RESET", account.get(), address);
                });
    }

    private static Problem gone() {
        return Problem.of(Problem.Kind.GONE, "people.reset.gone");
    }
}
