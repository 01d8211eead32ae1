package org.lisolo.server.archive.holds;

import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.TodayItem;
import org.lisolo.server.people.TodaySource;
import org.springframework.stereotype.Component;

import java.util.List;

/** Erasures that a hold forbade and that nothing forbids any more wait for the officer. */
@Component
class WaitingErasures implements TodaySource {
    private final Holds holds;

    WaitingErasures(Holds holds) {
        this.holds = holds;
    }

    @Override
    public List<TodayItem> items(SignedIn who) {
        if (!who.may(Action.ERASE_MESSAGES)) {
            return List.of();
        }
        return holds.due(who.organisation()).stream()
                .map(
                        waiting ->
                                new TodayItem(
                                        "holds.today.erasure",
                                        waiting.reason(),
                                        waiting.at(),
                                        "/work/archive/messages/" + waiting.message() + "/erase",
                                        "holds.today.decide"))
                .toList();
    }
}
