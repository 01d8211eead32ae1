package org.lisolo.server.archive;

import org.lisolo.server.message.Erasure;
import org.lisolo.server.message.Follower;
import org.lisolo.server.message.Forgets;
import org.lisolo.server.message.LoggedEvent;
import org.lisolo.server.message.Visibility;
import org.springframework.stereotype.Component;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Follows the log and makes its words findable; forgets them on an erasure. */
@Component
class SearchIndex implements Follower, Forgets {
    private final DocumentStore documents;

    SearchIndex(DocumentStore documents) {
        this.documents = documents;
    }

    @Override
    public String name() {
        return "archive.index";
    }

    @Override
    public Set<Visibility> visibilities() {
        return EnumSet.of(Visibility.PUBLIC, Visibility.ORGANISATION);
    }

    @Override
    public void follow(List<LoggedEvent> events) {
        documents.add(events);
    }

    @Override
    public void forget(Erasure erasure) {
        documents.remove(erasure.events());
    }
}
