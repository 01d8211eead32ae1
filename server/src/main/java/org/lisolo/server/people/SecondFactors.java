package org.lisolo.server.people;

import org.lisolo.server.platform.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What people show beside their password: the code of an app, or one of their recovery codes. */
@Service
class SecondFactors {
    /** What comes of a code that was typed. */
    sealed interface Answer {
        /** That of the app. */
        record Right() implements Answer {}

        /** A recovery code, which is used up now. */
        record Recovered(int left) implements Answer {}

        record Wrong() implements Answer {}

        record Wait(Duration howLong) implements Answer {}
    }

    private final SecondFactorStore store;
    private final PasskeyStore passkeys;
    private final AccountStore accounts;
    private final Attempts attempts;
    private final Sessions sessions;
    private final ObjectProvider<CodesOnScreen> onScreen;
    private final SignInTrail trail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(
            SecondFactorStore store,
            PasskeyStore passkeys,
            AccountStore accounts,
            Attempts attempts,
            Sessions sessions,
            ObjectProvider<CodesOnScreen> onScreen,
            SignInTrail trail,
            Clock clock) {
        this.store = store;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.attempts = attempts;
        this.sessions = sessions;
        this.onScreen = onScreen;
        this.trail = trail;
        this.clock = clock;
    }

    boolean has(AccountId account) {
        return store.hasApp(account);
    }

    Optional<Instant> since(AccountId account) {
        return store.app(account).map(SecondFactorStore.App::since);
    }

    int recoveryCodesLeft(AccountId account) {
        return store.recoveryCodesLeft(account);
    }

    TotpSecret newSecret() {
        return TotpSecret.random(random);
    }

    /**
     * Sets up an app, in place of the one before; the sessions on other devices end, as they began
     * without it.
     *
     * @param code shown by the app, as proof that it works
     * @return the recovery codes, which are shown once
     */
    @Transactional
    List<String> setUp(AccountId account, TotpSecret secret, String code, String currentSession) {
        OptionalLong step = secret.stepOf(code, clock.instant());
        if (step.isEmpty()) {
            throw Problem.invalid("people.second.wrong").atField("code");
        }
        store.put(account, secret, step.getAsLong(), clock.instant());
        sessions.endOthers(account, currentSession);
        trail.changed("SECOND_FACTOR_ADDED", account);
        return newRecoveryCodes(account);
    }

    /** For an account that is made with a second factor from the start. */
    void give(AccountId account, TotpSecret secret, Collection<String> recoveryCodes) {
        store.put(account, secret, 0, clock.instant());
        store.replaceRecoveryCodes(account, recoveryCodes);
    }

    /** Those before no longer count. */
    @Transactional
    List<String> renewRecoveryCodes(AccountId account) {
        trail.changed("RECOVERY_CODES_RENEWED", account);
        return newRecoveryCodes(account);
    }

    private List<String> newRecoveryCodes(AccountId account) {
        List<String> codes = RecoveryCodes.random(random);
        store.replaceRecoveryCodes(account, codes);
        return codes;
    }

    /** The person is without one from now on, and has to set one up before they work again. */
    @Transactional
    void remove(AccountId account) {
        store.remove(account);
        passkeys.deleteAll(account);
        sessions.end(account);
        trail.changed("SECOND_FACTOR_REMOVED", account);
    }

    /**
     * Holds a code against the app and the recovery codes.
     *
     * @param address from which it was sent
     */
    Answer check(AccountId account, String typed, String address) {
        Attempts.Attempt attempt = attempts.of("code " + account);
        Duration wait = attempts.begin(attempt, address);
        if (wait.isPositive()) {
            attempts.notMade(attempt);
            return new Answer.Wait(wait);
        }
        Answer answer = held(account, typed);
        if (!(answer instanceof Answer.Wrong)) {
            attempts.succeeded(attempt);
        }
        return answer;
    }

    private Answer held(AccountId account, String typed) {
        Optional<SecondFactorStore.App> app = store.app(account);
        if (app.isEmpty() || typed.length() > 40) {
            return new Answer.Wrong();
        }
        OptionalLong step = app.get().secret().stepOf(typed, clock.instant());
        if (step.isPresent()) {
            return store.use(account, step.getAsLong()) ? new Answer.Right() : new Answer.Wrong();
        }
        return store.useRecoveryCode(account, RecoveryCodes.asPrinted(typed))
                ? new Answer.Recovered(store.recoveryCodesLeft(account))
                : new Answer.Wrong();
    }

    /** The next unused code of one of the sample people; empty for everybody else. */
    String onScreen(AccountId account) {
        boolean shown =
                onScreen.stream()
                        .anyMatch(
                                these ->
                                        accounts.signedIn(account, Optional.empty())
                                                .filter(these::includes)
                                                .isPresent());
        return shown ? store.app(account).map(this::unused).orElse("") : "";
    }

    private String unused(SecondFactorStore.App app) {
        long now = TotpSecret.step(clock.instant());
        return app.secret().code(Math.clamp(app.lastStep() + 1, now, now + 1));
    }
}
