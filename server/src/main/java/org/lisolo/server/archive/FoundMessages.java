package org.lisolo.server.archive;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Sight;
import org.springframework.stereotype.Service;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Finds messages by their words, for pages that show something made of messages. */
@Service
public class FoundMessages {
    private final Searches searches;

    FoundMessages(Searches searches) {
        this.searches = searches;
    }

    /**
     * Those on these channels that the reader may see and that say it, also in words that an edit
     * or a deletion took away; the newest of each channel.
     *
     * @param typed words or a query, as in the search box
     * @param most of each channel
     */
    public Set<MessageId> saying(
            String typed, Collection<ChannelId> channels, Sight sight, int most) {
        Set<MessageId> found = new HashSet<>();
        Wanted wanted = Wanted.ofStranger(typed);
        for (ChannelId channel : channels) {
            var query =
                    new SearchQuery(
                            sight, wanted, null, channel, null, null, SearchQuery.State.ANY, true);
            searches.find(query, searches.top(), most)
                    .found()
                    .forEach(one -> found.add(one.message().id()));
        }
        return found;
    }
}
