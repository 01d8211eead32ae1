package org.lisolo.server.people;

import org.springframework.stereotype.Service;

import java.time.Duration;
import java.util.Optional;

/**
 * Tells who someone is by e-mail address or phone number and password, and never more than that.
 * Thread-safe.
 */
@Service
class SignIns {
    /** What comes of an attempt. */
    sealed interface Outcome {
        record Welcome(SignedIn who) implements Outcome {}

        /** No such account, another password, no access any more: the reader isn't told which. */
        record Refused() implements Outcome {}

        /** Too many attempts, on this account or from there. */
        record Wait(Duration howLong) implements Outcome {}
    }

    private final AccountStore store;
    private final Passwords passwords;
    private final Attempts attempts;
    private final SignInTrail trail;

    SignIns(AccountStore store, Passwords passwords, Attempts attempts, SignInTrail trail) {
        this.trail = trail;
        this.store = store;
        this.passwords = passwords;
        this.attempts = attempts;
    }

    /**
     * Tries it.
     *
     * @param address from which it is tried
     */
    Outcome attempt(String typedEmail, String password, String address) {
        Contact contact = Contact.asTyped(typedEmail);
        Attempts.Attempt attempt = attempts.of(contact);
        Duration wait = attempts.begin(attempt, address);
        Optional<AccountStore.Credentials> known = store.credentials(contact);
        if (wait.isPositive()) {
            attempts.notMade(attempt);
            refused(known, address);
            return new Outcome.Wait(wait);
        }
        String kept = known.map(AccountStore.Credentials::password).orElse(Passwords.OF_NOBODY);
        boolean right = passwords.matches(password, kept);
        Optional<SignedIn> who =
                known.filter(_ -> right)
                        .flatMap(one -> store.signedIn(one.account(), Optional.empty()));
        if (who.isEmpty()) {
            refused(known, address);
            return new Outcome.Refused();
        }
        attempts.succeeded(attempt);
        return new Outcome.Welcome(who.get());
    }

    private void refused(Optional<AccountStore.Credentials> known, String address) {
        trail.refused("SIGN_IN_REFUSED", known.map(AccountStore.Credentials::account), address);
    }

    /** The password of someone who is signed in, once more. */
    SecondFactors.Answer again(AccountId account, String password, String address) {
        Attempts.Attempt attempt = attempts.of("confirm " + account);
        Duration wait = attempts.begin(attempt, address);
        if (wait.isPositive()) {
            attempts.notMade(attempt);
            return new SecondFactors.Answer.Wait(wait);
        }
        if (!passwords.matches(password, store.password(account).orElse(Passwords.OF_NOBODY))) {
            return new SecondFactors.Answer.Wrong();
        }
        attempts.succeeded(attempt);
        return new SecondFactors.Answer.Right();
    }
}
