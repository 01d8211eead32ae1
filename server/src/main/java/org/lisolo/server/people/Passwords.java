package org.lisolo.server.people;

import org.lisolo.server.platform.Problem;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

import java.util.Locale;
import java.util.concurrent.Semaphore;

/**
 * Keeps passwords as Argon2id (RFC 9106) with the memory and passes OWASP advises: 19 MiB, 2
 * passes, 1 lane. Only a few are reckoned at once, so that a flood of sign-ins can't take the
 * memory. Thread-safe.
 */
@Component
final class Passwords {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    /** Of a password nobody has; checking it takes as long as checking a real one. */
    static final String OF_NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$WiFZUUm3weLr1xP61D1Siw"
                    + "$Vjj0HBz1d377Wo/K7p2Y8Rn5Jv+QoQrPF8J83ndHd+I";

    private final Argon2PasswordEncoder encoder;
    private final Semaphore atOnce = new Semaphore(4, true);

    Passwords() {
        this(19_456, 2);
    }

    /** Of another cost, for tests that make accounts by the hundred. */
    Passwords(int memoryKib, int passes) {
        this.encoder = new Argon2PasswordEncoder(16, 32, 1, memoryKib, passes);
    }

    String keep(String password) {
        return limited(() -> encoder.encode(password));
    }

    boolean matches(String typed, String kept) {
        String bounded = typed.length() > LONGEST ? "" : typed;
        return limited(() -> encoder.matches(bounded, kept)) && !bounded.isEmpty();
    }

    /** Length is what protects; the rest only stops what is guessed first. */
    static void check(String password, EmailAddress owner) {
        if (password.length() < SHORTEST) {
            throw Problem.invalid("people.password.short", SHORTEST).atField("password");
        }
        if (password.length() > LONGEST) {
            throw Problem.invalid("people.password.long", LONGEST).atField("password");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        String mailbox = owner.value().replaceFirst("@.*", "");
        boolean guessable =
                lower.chars().distinct().count() < 6
                        || GuessedFirst.includes(lower)
                        || (mailbox.length() > 3 && lower.contains(mailbox));
        if (guessable) {
            throw Problem.invalid("people.password.guessable").atField("password");
        }
    }

    private <T> T limited(java.util.function.Supplier<T> reckon) {
        atOnce.acquireUninterruptibly();
        try {
            return reckon.get();
        } finally {
            atOnce.release();
        }
    }
}
