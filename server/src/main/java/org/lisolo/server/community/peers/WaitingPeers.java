package org.lisolo.server.community.peers;

import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.TodayItem;
import org.lisolo.server.people.TodaySource;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;

/** Worries, and aliases that another asked to open. */
@Component
class WaitingPeers implements TodaySource {
    private final Worries worries;
    private final AliasOpenings openings;

    WaitingPeers(Worries worries, AliasOpenings openings) {
        this.worries = worries;
        this.openings = openings;
    }

    @Override
    public List<TodayItem> items(SignedIn who) {
        List<TodayItem> items = new ArrayList<>();
        for (Worry one : worries.waiting(who)) {
            items.add(
                    new TodayItem(
                            "peers.today.worry",
                            worries.space(one).map(space -> space.name()).orElse(""),
                            one.due(),
                            one.path(),
                            "peers.today.worry.do"));
        }
        if (who.may(Action.OPEN_ALIASES)) {
            openings.of(who).stream()
                    .filter(one -> one.waits() && !one.asked().equals(who.account()))
                    .map(
                            one ->
                                    new TodayItem(
                                            "peers.today.alias",
                                            "",
                                            null,
                                            "/work/aliases",
                                            "peers.today.alias.do"))
                    .forEach(items::add);
        }
        return items;
    }
}
