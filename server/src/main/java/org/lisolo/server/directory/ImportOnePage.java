package org.lisolo.server.directory;

import java.time.Instant;
import java.util.List;

/**
 * What a table would do or did.
 *
 * @param failure key of the sentence that says what is wrong with the whole file, or empty
 * @param refusals the first of them
 */
public record ImportOnePage(
        String path,
        String fileName,
        boolean facilities,
        String state,
        boolean goesOn,
        String failure,
        String separator,
        String encoding,
        long total,
        long added,
        long altered,
        long same,
        long refused,
        List<Refusal> refusals,
        Instant created) {

    /** A row that can't be taken. */
    public record Refusal(long row, String name, String column, String reason) {}
}
