package org.lisolo.server.people.letters;

import org.lisolo.server.people.Contact;
import org.lisolo.server.people.EmailAddress;
import org.lisolo.server.people.PhoneNumber;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Signals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The letters to people, each kept sealed until it has left or is out of date. Thread-safe. */
@Service
public class Letters {
    static final String QUEUED = "letter";
    static final Contact ANY_ADDRESS = new EmailAddress("anybody@example.org");
    static final Contact ANY_NUMBER = new PhoneNumber("+243000000000");

    private final LetterStore store;
    private final List<Carrier> carriers;
    private final Wording wording;
    private final Signals signals;
    private final Ids ids;
    private final Clock clock;

    Letters(
            LetterStore store,
            List<Carrier> carriers,
            Wording wording,
            Signals signals,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.carriers = List.copyOf(carriers);
        this.wording = wording;
        this.signals = signals;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * How things stand with the letters.
     *
     * @param mail whether e-mail can leave at all
     * @param phone whether text messages can
     * @param lastFailure why the last one did not leave, without anything personal
     * @param refused how many the other side refused for good, of those that would still be news
     * @param lastRefusal why, as its code
     */
    public record Standing(
            boolean mail,
            boolean phone,
            long waiting,
            Optional<String> lastFailure,
            long refused,
            Optional<String> lastRefusal) {}

    /** Kept with the caller's transaction, and sent soon after its commit. */
    @Transactional
    public void send(Letter letter) {
        Object[] arguments = letter.arguments().toArray();
        Instant now = clock.instant();
        store.add(
                ids.next(),
                new LetterStore.Written(
                        letter.to(),
                        wording.say(letter.language(), letter.text() + ".subject", arguments),
                        wording.say(letter.language(), letter.text() + ".body", arguments)),
                now,
                now.plus(letter.life()));
        signals.send(QUEUED, "");
    }

    /** Whether there is a way to this contact. */
    public boolean reaches(Contact to) {
        return carriers.stream().anyMatch(carrier -> carrier.carries(to));
    }

    /** Whether letters are shown on a page of this machine instead. */
    public boolean areShownHere() {
        return carriers.stream().anyMatch(Carrier::isSandbox);
    }

    public Standing standing() {
        Instant now = clock.instant();
        return new Standing(
                reaches(ANY_ADDRESS),
                reaches(ANY_NUMBER),
                store.waiting(now),
                store.lastFailure(),
                store.refused(now),
                store.lastRefusal());
    }
}
