package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.TodayItem;
import org.lisolo.server.people.TodaySource;
import org.lisolo.server.publishing.posts.UsedReleaseStore.Lost;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;

/** Posts that lost a release, until somebody has seen it. */
@Component
class WaitingReleases implements TodaySource {
    private final UsedReleaseStore used;
    private final PostStore posts;

    WaitingReleases(UsedReleaseStore used, PostStore posts) {
        this.used = used;
        this.posts = posts;
    }

    @Override
    public List<TodayItem> items(SignedIn who) {
        if (!who.may(Action.ASK_RELEASES)) {
            return List.of();
        }
        List<TodayItem> items = new ArrayList<>();
        for (Lost lost : used.lost(who.organisation())) {
            posts.find(who.organisation(), lost.post())
                    .ifPresent(
                            post ->
                                    items.add(
                                            new TodayItem(
                                                    lost.seenByPublic()
                                                            ? "posts.today.lost"
                                                            : "posts.today.stopped",
                                                    post.name(),
                                                    lost.at(),
                                                    post.path(),
                                                    "posts.today.see")));
        }
        return items;
    }
}
