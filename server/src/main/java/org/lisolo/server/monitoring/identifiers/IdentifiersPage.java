package org.lisolo.server.monitoring.identifiers;

import org.lisolo.screening.Excerpt;
import org.lisolo.server.message.MessageId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What reviewers marked as found wrongly, and how far a new version of the recognisers has come.
 *
 * @param count of all marks
 * @param older address of the next page; empty at the end
 */
public record IdentifiersPage(
        List<Row> rows, long count, String older, int version, Optional<Rescreen> rescreen) {
    public IdentifiersPage {
        rows = List.copyOf(rows);
    }

    /**
     * A message with marks.
     *
     * @param words with what was marked shown
     */
    public record Row(
            MessageId message, String author, Instant at, Excerpt words, List<Marked> marked) {
        public Row {
            marked = List.copyOf(marked);
        }
    }

    /**
     * A mark.
     *
     * @param found whether the recognisers of now find it
     * @param undo where taking it back is posted
     */
    public record Marked(
            String words, String category, String by, Instant at, boolean found, String undo) {}

    public boolean rescreening() {
        return rescreen.filter(Rescreen::isRunning).isPresent();
    }
}
