package org.lisolo.server.directory;

import java.util.List;
import java.util.Map;

/**
 * What a search of the directory found.
 *
 * @param total how many match; one more than {@code most} for more than that
 * @param guesses words that nobody has, and those taken for them
 * @param elsewhere the nearest in other places, where few were found in this one
 * @param wider other searches that find something, where this one found nothing
 * @param next the address of the next page, or empty
 * @param lists what can be chosen, names by code
 */
public record DirectoryPage(
        DirectoryForm form,
        List<EntryRow> rows,
        int total,
        boolean first,
        List<Said> guesses,
        boolean lenient,
        List<EntryRow> elsewhere,
        List<Wider> wider,
        String next,
        Map<String, Map<String, String>> lists,
        List<String> towns,
        Head head) {

    /** The same search with one condition less. */
    public record Wider(Said without, int count, String path) {}

    public boolean countedAll() {
        return total <= SearchStore.MOST;
    }

    public int counted() {
        return Math.min(total, SearchStore.MOST);
    }
}
