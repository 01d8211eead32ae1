package org.lisolo.server.community.notices;

import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Addressees;
import org.lisolo.server.people.SiteAddress;
import org.lisolo.server.people.letters.Letter;
import org.lisolo.server.people.letters.Letters;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The letters that tell how much is new, and nothing else: no word of it, no name, no space. A
 * letter lies where others may read it.
 */
@Component
class Digests {
    private static final int AT_ONCE = 100;

    private final NoticeStore store;
    private final Readers readers;
    private final Addressees addressees;
    private final Letters letters;
    private final SiteAddress site;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Digests(
            NoticeStore store,
            Readers readers,
            Addressees addressees,
            Letters letters,
            SiteAddress site,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.readers = readers;
        this.addressees = addressees;
        this.letters = letters;
        this.site = site;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 2, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void round() {
        while (tellSome() == AT_ONCE) {
            // a round ends when fewer are due than one step takes
        }
    }

    private int tellSome() {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            List<AccountId> due = store.due(clock.instant(), AT_ONCE);
                            due.forEach(this::tell);
                            return due.size();
                        }));
    }

    private void tell(AccountId who) {
        Instant now = clock.instant();
        NoticeSettings settings = store.settings(who).orElseThrow();
        Instant allowed = settings.outsideQuiet(now);
        if (allowed.isAfter(now)) {
            store.dueAt(who, allowed); // a server that slept does not wake others
            return;
        }
        long count = store.unseenSince(who, readers.of(who), now.minus(settings.digest().every()));
        store.dueAt(who, settings.outsideQuiet(now.plus(settings.digest().every())));
        if (count > 0) {
            addressees
                    .of(who)
                    .filter(to -> letters.reaches(to.contact()))
                    .ifPresent(
                            to ->
                                    letters.send(
                                            new Letter(
                                                    to.contact(),
                                                    to.language(),
                                                    "notices.letter",
                                                    List.of(count, site.of("/me/notices")),
                                                    Letter.OF_NEWS)));
        }
    }
}
