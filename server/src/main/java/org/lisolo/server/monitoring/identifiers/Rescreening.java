package org.lisolo.server.monitoring.identifiers;

import org.jspecify.annotations.Nullable;
import org.lisolo.screening.phi.PhiScreener;
import org.lisolo.server.message.ErasureLock;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Sight;
import org.lisolo.server.monitoring.past.PastSteps;
import org.lisolo.server.people.Organisations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Screens again what an earlier version of the recognisers screened, the newest events first. A
 * version that has come to its end never looks again.
 */
@Component
class Rescreening implements PastSteps {
    static final int EVENTS_A_STEP = 500;

    private final RescreenStore store;
    private final ScreenedWordsStore words;
    private final Messages messages;
    private final Organisations organisations;
    private final ErasureLock erasures;
    private final Clock clock;
    private volatile boolean ended;

    Rescreening(
            RescreenStore store,
            ScreenedWordsStore words,
            Messages messages,
            Organisations organisations,
            ErasureLock erasures,
            Clock clock) {
        this.store = store;
        this.words = words;
        this.messages = messages;
        this.organisations = organisations;
        this.erasures = erasures;
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean step() {
        if (ended) {
            return false;
        }
        int version = PhiScreener.VERSION;
        Optional<Rescreen> known = store.find(version);
        if (known.isEmpty()) {
            store.begin(version, words.count(), clock.instant());
        } else if (!known.get().isRunning()) {
            ended = true;
            return false;
        }
        Optional<Rescreen> here = store.lockRunning(version);
        here.ifPresent(this::step);
        return here.isPresent();
    }

    /** As after a start: a version that was at its end is looked up again. */
    void lookAgain() {
        ended = false;
    }

    private void step(Rescreen here) {
        erasures.share();
        List<ScreenedWords> past = words.before(here.before(), EVENTS_A_STEP);
        if (past.isEmpty()) {
            store.end(here.version(), clock.instant());
            return;
        }
        Map<EventId, ScreenedWords> outdated =
                past.stream()
                        .filter(one -> one.version() < here.version())
                        .collect(Collectors.toMap(ScreenedWords::event, one -> one));
        Sight all = new Sight(Set.copyOf(organisations.all()));
        List<ScreenedWords> anew =
                messages.events(outdated.keySet(), all).values().stream()
                        .map(IdentifierScreening::screen)
                        .toList();
        words.replace(anew);
        int changed =
                (int) anew.stream().filter(one -> differs(one, outdated.get(one.event()))).count();
        store.move(here.after(past.getLast().event(), past.size(), changed));
    }

    private static boolean differs(ScreenedWords now, @Nullable ScreenedWords before) {
        return before == null || !Written.of(now.found()).equals(Written.of(before.found()));
    }
}
