package org.lisolo.server.people.rights;

import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.Addressee;
import org.lisolo.server.people.Addressees;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.SiteAddress;
import org.lisolo.server.people.letters.Letter;
import org.lisolo.server.people.letters.Letters;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Whoever decides on requests is reminded by letter of those that are open: once some days before
 * an answer is due, and once on the day. The letter says how many and by when, and nothing of
 * whoever asked. A reminder and the note that it was given are one transaction, so of several nodes
 * one gives it. While an organisation has nobody who decides, it is not given up but waits.
 */
@Component
class Reminders {
    private final DataRequestStore store;
    private final Accounts accounts;
    private final Addressees addressees;
    private final Letters letters;
    private final SiteAddress site;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration ahead;

    Reminders(
            DataRequestStore store,
            Accounts accounts,
            Addressees addressees,
            Letters letters,
            SiteAddress site,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${lisolo.rights.reminder-days:7}") int days) {
        this.store = store;
        this.accounts = accounts;
        this.addressees = addressees;
        this.letters = letters;
        this.site = site;
        this.transaction = transaction;
        this.clock = clock;
        this.ahead = Duration.ofDays(days);
    }

    @Scheduled(initialDelay = 3, fixedRate = 15, timeUnit = TimeUnit.MINUTES)
    void remind() {
        Instant now = clock.instant();
        for (OrganisationId organisation : store.withUnreminded(now, now.plus(ahead))) {
            List<Addressee> deciding = deciding(organisation);
            if (!deciding.isEmpty()) {
                transaction.executeWithoutResult(_ -> remind(organisation, deciding, now));
            }
        }
    }

    private List<Addressee> deciding(OrganisationId organisation) {
        return accounts.colleagues(organisation).stream()
                .filter(colleague -> colleague.may(Action.ANSWER_DATA_REQUESTS))
                .flatMap(colleague -> addressees.of(colleague.account()).stream())
                .toList();
    }

    private void remind(OrganisationId organisation, List<Addressee> deciding, Instant now) {
        tell(deciding, "rights.letter.today", store.remindOnTheDay(organisation, now));
        tell(deciding, "rights.letter.soon", store.remindAhead(organisation, now, now.plus(ahead)));
    }

    private void tell(List<Addressee> deciding, String text, List<Instant> due) {
        if (due.isEmpty()) {
            return;
        }
        List<Object> arguments =
                List.of(
                        due.size(),
                        Date.from(due.stream().min(Instant::compareTo).orElseThrow()),
                        site.of("/work/requests"));
        for (Addressee one : deciding) {
            letters.send(
                    new Letter(one.contact(), one.language(), text, arguments, Letter.OF_NEWS));
        }
    }
}
