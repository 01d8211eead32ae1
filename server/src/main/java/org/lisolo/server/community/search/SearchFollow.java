package org.lisolo.server.community.search;

import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.Follower;
import org.lisolo.server.message.LoggedEvent;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Visibility;
import org.springframework.stereotype.Component;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Lets be found what is said in public; it is handed nothing else. */
@Component
class SearchFollow implements Follower {
    private final FoundStore store;
    private final Contributions contributions;

    SearchFollow(FoundStore store, Contributions contributions) {
        this.store = store;
        this.contributions = contributions;
    }

    @Override
    public String name() {
        return "community.search";
    }

    @Override
    public Set<Visibility> visibilities() {
        return EnumSet.of(Visibility.PUBLIC);
    }

    @Override
    public void follow(List<LoggedEvent> events) {
        for (LoggedEvent logged : events) {
            MessageEvent event = logged.event();
            contributions.placed(event);
            if (event.kind() == EventKind.DELETED) {
                store.forget(List.of(event.message()));
            } else {
                store.take(event);
            }
        }
    }
}
