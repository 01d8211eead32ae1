package org.lisolo.server.community.discussions;

import org.lisolo.server.message.Follower;
import org.lisolo.server.message.LoggedEvent;
import org.lisolo.server.message.Visibility;
import org.springframework.stereotype.Component;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives what the log has its place, where a server was killed between accepting and placing it; all
 * else stands there already.
 */
@Component
class DiscussionsFollow implements Follower {
    private final DiscussionStore store;

    DiscussionsFollow(DiscussionStore store) {
        this.store = store;
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
        events.stream()
                .map(logged -> Place.of(logged.event()))
                .flatMap(Optional::stream)
                .forEach(store::place);
    }
}
