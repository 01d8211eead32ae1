package org.lisolo.server.archive;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.Sight;

import java.time.Instant;

/**
 * What a reader looks for; what is absent does not narrow.
 *
 * @param wanted what was typed into the search box
 * @param author words of the author's name, handle or network id
 * @param from the first moment, inclusive, by the network's time
 * @param until the last moment, exclusive
 * @param deleted whether deleted messages are shown too
 */
record SearchQuery(
        Sight sight,
        Wanted wanted,
        @Nullable String author,
        @Nullable ChannelId channel,
        @Nullable Instant from,
        @Nullable Instant until,
        State state,
        boolean deleted) {

    /** Which messages, by what happened to them. */
    enum State {
        ANY,
        EDITED,
        DELETED
    }
}
