package org.lisolo.server.community.contributions;

import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.Follower;
import org.lisolo.server.message.LoggedEvent;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.OrganisationId;
import org.springframework.stereotype.Component;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Gives what the log has its place, where a server was killed between accepting and placing it; all
 * else stands there already.
 */
@Component
class DiscussionsFollow implements Follower {
    private final DiscussionStore store;
    private final WordIndex index;

    DiscussionsFollow(DiscussionStore store, WordIndex index) {
        this.store = store;
        this.index = index;
    }

    @Override
    public String name() {
        return "community.discussions";
    }

    @Override
    public Set<Visibility> visibilities() {
        return EnumSet.of(Visibility.PUBLIC, Visibility.SPACE);
    }

    @Override
    public void follow(List<LoggedEvent> events) {
        events.forEach(logged -> take(logged.event()));
    }

    /** Gives it its place, or takes what was deleted from it; nothing happens the second time. */
    void take(MessageEvent event) {
        if (!event.organisation().equals(OrganisationId.NONE)) {
            return; // of another network
        }
        if (event.kind() == EventKind.DELETED) {
            store.deleted(event.message(), event.happenedAt());
        } else {
            Place.of(event).ifPresent(store::place);
        }
        index.take(event);
        if (event.kind() != EventKind.CREATED) {
            store.changed(store.discussionsOf(List.of(event.message())));
        }
    }
}
