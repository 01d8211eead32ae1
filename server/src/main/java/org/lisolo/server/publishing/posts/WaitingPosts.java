package org.lisolo.server.publishing.posts;

import org.lisolo.server.message.Outbox;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.TodayItem;
import org.lisolo.server.people.TodaySource;
import org.lisolo.server.people.Waiting;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;

/** What waits for a person: to agree, to say what was approved late, to see to what failed. */
@Component
class WaitingPosts implements TodaySource, Waiting {
    private static final int MOST = 50;

    private final Posts posts;
    private final PostStore store;
    private final StepStore steps;
    private final Deadlines deadlines;
    private final Outbox outbox;

    WaitingPosts(
            Posts posts, PostStore store, StepStore steps, Deadlines deadlines, Outbox outbox) {
        this.posts = posts;
        this.store = store;
        this.steps = steps;
        this.deadlines = deadlines;
        this.outbox = outbox;
    }

    @Override
    public List<TodayItem> items(SignedIn who) {
        List<TodayItem> items = new ArrayList<>();
        if (who.may(Action.APPROVE_POSTS)) {
            toApprove(who).forEach(post -> items.add(toApprove(who, post)));
        }
        if (who.may(Action.WRITE_POSTS)) {
            late(who)
                    .forEach(
                            post ->
                                    items.add(
                                            item(post, "posts.today.late", "posts.today.decide")));
        }
        long dead = who.may(Action.MEND_OUTBOX) ? outbox.dead(who.organisation()) : 0;
        if (dead > 0) {
            items.add(
                    new TodayItem(
                            "posts.today.dead",
                            Long.toString(dead),
                            null,
                            "/work/outbox",
                            "posts.today.see"));
        }
        return items;
    }

    /** By its deadline where it has one, else by when it is to be said. */
    private TodayItem toApprove(SignedIn who, Post post) {
        return new TodayItem(
                deadlines.standsIn(who, post).isPresent()
                        ? "posts.today.reserve"
                        : "posts.today.approve",
                post.name(),
                deadlines.of(post).or(post::wanted).orElse(null),
                post.path(),
                "posts.today.read");
    }

    private static TodayItem item(Post post, String what, String action) {
        return new TodayItem(what, post.name(), post.wanted().orElse(null), post.path(), action);
    }

    private List<Post> toApprove(SignedIn who) {
        return store.list(who.organisation(), PostState.ASKED, 0, MOST).stream()
                .filter(post -> posts.mayApprove(who, post, steps.of(post.id())))
                .toList();
    }

    private List<Post> late(SignedIn who) {
        return store.list(who.organisation(), PostState.APPROVED, 0, MOST).stream()
                .filter(Post::isLate)
                .filter(post -> post.writer().equals(who.account()))
                .toList();
    }

    @Override
    public String path() {
        return Posts.PATH;
    }

    @Override
    public long count(SignedIn who) {
        long mine = who.may(Action.APPROVE_POSTS) ? toApprove(who).size() : 0;
        return who.may(Action.WRITE_POSTS) ? mine + late(who).size() : mine;
    }
}
