package org.lisolo.server.archive;

import org.lisolo.server.archive.holds.Hold;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.platform.Problem;

import java.util.List;

/**
 * What an erasure would take away, and what was chosen so far.
 *
 * @param holds that forbid to erase the message, or all that its author wrote
 */
public record ErasurePage(
        MessageId message,
        String author,
        String looked,
        int events,
        Choice choice,
        List<Hold> holds,
        List<Problem> problems) {

    /**
     * What was chosen so far, as typed.
     *
     * @param what {@code message} or {@code author}
     */
    public record Choice(String what, String reason) {
        static final Choice NONE = new Choice("", "");
    }
}
