package org.lisolo.server.archive;

import org.lisolo.server.message.MessageId;
import org.lisolo.server.platform.Problem;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A page of search results.
 *
 * @param count how many messages match; one more than {@link Searches#COUNTED} for "even more"
 * @param first whether this is the first page
 * @param older the address of the next page, or empty
 * @param csv the address of the same search as a table, or empty where that is not offered
 */
public record SearchPage(
        SearchForm form,
        Map<String, String> channels,
        List<Row> rows,
        int count,
        boolean first,
        String older,
        String csv,
        List<Problem> problems) {

    public boolean countedAll() {
        return count <= Searches.COUNTED;
    }

    /** What a reader sees of a message that was found. */
    public record Row(
            MessageId message,
            String author,
            String channel,
            Instant at,
            List<Headlines.Piece> headline,
            boolean edited,
            boolean deleted,
            boolean within) {}
}
