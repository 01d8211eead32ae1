package org.lisolo.server.people.members;

import org.lisolo.server.people.SignInTrail;
import org.lisolo.server.people.letters.Letter;
import org.lisolo.server.people.letters.Letters;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Six digits sent to a contact, by which somebody shows that it is theirs. Who asked holds a ticket
 * and learns nothing else: whether a letter went out, and which, is told by the letter alone.
 * Thread-safe.
 */
@Service
class Codes {
    static final Duration LIFE = Letter.OF_A_CODE;
    static final int TRIES = 5;
    static final Duration WINDOW = Duration.ofHours(1);
    static final int PER_CONTACT = 5;

    /** A whole quarter may stand behind one address of a mobile network. */
    static final int PER_NETWORK = 60;

    private final CodeStore store;
    private final MemberStore members;
    private final Letters letters;
    private final SignInTrail trail;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Codes(
            CodeStore store,
            MemberStore members,
            Letters letters,
            SignInTrail trail,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.trail = trail;
        this.letters = letters;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Asks for one.
     *
     * @param code the text of the letter with the code, or empty where there must be none
     * @param instead the text of a letter without a code, where there is something else to say
     * @return the ticket, the same for all
     * @throws Problem if too many were asked for this contact or from there
     */
    @Transactional
    UUID ask(Pending pending, String address, Optional<String> code, Optional<String> instead) {
        if (!letters.reaches(pending.contact())) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "people.code.noCarrier").atField("contact");
        }
        String digits = "%06d".formatted(random.nextInt(1_000_000));
        UUID ticket = ids.next();
        Instant now = clock.instant();
        String origin = network(address);
        store.lock(pending.contact());
        store.add(ticket, pending, origin, code.map(_ -> digits), now);
        CodeStore.Asked asked = store.asked(pending.contact(), origin, now.minus(WINDOW));
        if (asked.forContact() > PER_CONTACT || asked.fromThere() > PER_NETWORK) {
            throw Problem.of(Problem.Kind.TOO_MANY, "people.code.tooMany").atField("contact");
        }
        code.or(() -> instead)
                .ifPresent(
                        text ->
                                letters.send(
                                        new Letter(
                                                pending.contact(),
                                                pending.language(),
                                                text,
                                                List.of(digits),
                                                LIFE)));
        return ticket;
    }

    /**
     * Tries a code; each try counts, also those made together. The right one works once.
     *
     * @param address from which it is tried
     * @throws Problem if it is wrong, or no more can be tried with this ticket
     */
    @Transactional(noRollbackFor = Problem.class)
    Pending redeem(UUID ticket, String typed, String address) {
        CodeStore.Tried tried =
                store.tryOnce(ticket, clock.instant()).orElseThrow(() -> wrong("people.code.over"));
        if (!store.isRight(ticket, tried, typed.replaceAll("\\s", ""))) {
            if (tried.pending().purpose() == Pending.Purpose.SIGN_IN) {
                trail.refused(
                        "SIGN_IN_REFUSED",
                        members.known(tried.pending().contact()).map(MemberStore.Known::account),
                        address);
            }
            throw wrong("people.code.wrong");
        }
        if (!store.use(ticket)) {
            throw wrong("people.code.over");
        }
        return tried.pending();
    }

    private static Problem wrong(String code) {
        return Problem.invalid(code).atField("code");
    }

    /** One household or office is given one IPv6 network of 64 bits, and chooses freely in it. */
    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
        } catch (IllegalArgumentException _) {
            return address;
        }
    }

    @Scheduled(initialDelay = 5, fixedRate = 10, timeUnit = TimeUnit.MINUTES)
    void forgetOld() {
        store.forgetBefore(clock.instant().minus(WINDOW));
    }
}
