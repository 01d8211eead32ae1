package org.lisolo.server.archive;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;

import java.time.Instant;

/** What everyone sees of a public message: its standing version. */
public record PublicMessagePage(
        String author, String handle, String title, String looked, Instant at, boolean edited) {

    static PublicMessagePage of(Message message) {
        MessageEvent current = message.current();
        return new PublicMessagePage(
                current.author().shown(),
                or(current.author().handle()),
                or(current.title()),
                Appearance.of(current),
                message.first().happenedAt(),
                message.edited());
    }

    private static String or(@Nullable String told) {
        return told == null ? "" : told;
    }
}
