package org.lisolo.server.archive;

import org.lisolo.screening.ErrorPlace;
import org.lisolo.screening.Query;
import org.lisolo.screening.QueryError;
import org.lisolo.screening.QueryWarning;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.platform.Problem;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of search results.
 *
 * @param channels the organisation's, by id
 * @param tally how many messages match
 * @param reached the time down to which was looked, where looking further waits for a click; or
 *     nothing
 * @param first whether this is the first page
 * @param older the address of the next page, or empty
 * @param csv the address of the same search as a table, or empty where that is not offered
 */
public record SearchPage(
        SearchForm form,
        Map<String, String> channels,
        List<Row> rows,
        Searches.Tally tally,
        Optional<Instant> reached,
        boolean first,
        String older,
        String csv,
        List<Problem> problems) {

    public int count() {
        return tally.count();
    }

    public boolean countedAll() {
        return tally.all();
    }

    /** The error of what was typed, where it is no query. */
    public Optional<QueryError> error() {
        return Wanted.of(form.q()) instanceof Wanted.Unread(String _, QueryError error)
                ? Optional.of(error)
                : Optional.empty();
    }

    public ErrorPlace place() {
        return ErrorPlace.of(form.q(), error().orElseThrow());
    }

    /** How a query was read, with all its parentheses; empty where words were looked for. */
    public String read() {
        return Wanted.of(form.q()) instanceof Wanted.Asked(Query query)
                ? query.expression().toString()
                : "";
    }

    public List<QueryWarning> warnings() {
        return Wanted.of(form.q()) instanceof Wanted.Asked(Query query)
                ? query.warnings()
                : List.of();
    }

    /** The address of the same search for these words to the letter; empty where it is so. */
    public String toTheLetter(String path) {
        return Wanted.of(form.q()) instanceof Wanted.Words(String typed)
                ? form.asking(Wanted.toTheLetter(typed)).address(path)
                : "";
    }

    /**
     * What a reader sees of a message that was found.
     *
     * @param headline of what a warning stands before, its title alone
     * @param warning of what may be hard to read; empty for none
     */
    public record Row(
            MessageId message,
            String author,
            String channel,
            Instant at,
            List<Headlines.Piece> headline,
            String warning,
            boolean edited,
            boolean deleted,
            boolean within) {}
}
