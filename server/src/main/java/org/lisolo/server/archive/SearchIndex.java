package org.lisolo.server.archive;

import org.lisolo.screening.IndexKeys;
import org.lisolo.screening.Post;
import org.lisolo.server.channels.ChannelNames;
import org.lisolo.server.message.Erasure;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.Follower;
import org.lisolo.server.message.Forgets;
import org.lisolo.server.message.LoggedEvent;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Screened;
import org.lisolo.server.message.Visibility;
import org.springframework.stereotype.Component;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Follows the log and makes its words findable; forgets them on an erasure. */
@Component
class SearchIndex implements Follower, Forgets {
    private final DocumentStore documents;
    private final ChannelNames channels;

    SearchIndex(DocumentStore documents, ChannelNames channels) {
        this.documents = documents;
        this.channels = channels;
    }

    @Override
    public String name() {
        return "archive.documents";
    }

    @Override
    public Set<Visibility> visibilities() {
        return EnumSet.of(Visibility.PUBLIC, Visibility.ORGANISATION);
    }

    @Override
    public void follow(List<LoggedEvent> events) {
        documents.add(events, events.stream().map(logged -> keys(logged.event())).toList());
    }

    private Set<String> keys(MessageEvent event) {
        if (event.kind() == EventKind.DELETED) {
            return Set.of();
        }
        Post post = Screened.post(event, channels.of(event.channel()));
        String text = post.text();
        return IndexKeys.of(
                text.length() <= DocumentStore.LONGEST_INDEXED
                        ? post
                        : post.withText(text.substring(0, DocumentStore.LONGEST_INDEXED)));
    }

    @Override
    public void forget(Erasure erasure) {
        documents.remove(erasure.events());
    }
}
