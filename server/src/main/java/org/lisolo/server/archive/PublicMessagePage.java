package org.lisolo.server.archive;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Whereabouts.Spot;

import java.time.Instant;
import java.util.Optional;

/**
 * What everyone sees of a public message: its standing version.
 *
 * @param warning of what may be hard to read; empty for none
 */
public record PublicMessagePage(
        String author,
        String handle,
        String title,
        String warning,
        String looked,
        Instant at,
        boolean edited) {

    static PublicMessagePage of(Message message, Optional<Spot> spot) {
        MessageEvent current = message.current();
        return new PublicMessagePage(
                current.author().shown(),
                or(current.author().handle()),
                spot.map(Spot::title).orElse(or(current.title())),
                spot.map(Spot::warning).orElse(""),
                Appearance.of(current),
                message.first().happenedAt(),
                message.edited());
    }

    private static String or(@Nullable String told) {
        return told == null ? "" : told;
    }
}
