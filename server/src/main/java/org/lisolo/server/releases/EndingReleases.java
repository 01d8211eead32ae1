package org.lisolo.server.releases;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.Colleague;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.TodayItem;
import org.lisolo.server.people.TodaySource;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Releases that end soon, for whoever asked for them; for all who ask for releases where that
 * person works there no more.
 */
@Component
class EndingReleases implements TodaySource {
    private static final int MOST = 50;

    private final Releases releases;
    private final Accounts accounts;

    EndingReleases(Releases releases, Accounts accounts) {
        this.releases = releases;
        this.accounts = accounts;
    }

    @Override
    public List<TodayItem> items(SignedIn who) {
        if (!who.may(Action.ASK_RELEASES)) {
            return List.of();
        }
        List<Release> ending = releases.ending(who.organisation(), MOST);
        if (ending.isEmpty()) {
            return List.of();
        }
        Set<AccountId> others =
                accounts.colleagues(who.organisation()).stream()
                        .map(Colleague::account)
                        .filter(one -> !one.equals(who.account()))
                        .collect(Collectors.toSet());
        return ending.stream()
                .filter(release -> !others.contains(release.askedBy()))
                .map(
                        release ->
                                new TodayItem(
                                        "releases.today.ending",
                                        release.person(),
                                        release.until().orElse(null),
                                        release.path(),
                                        "releases.today.see"))
                .toList();
    }
}
