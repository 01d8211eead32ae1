package org.lisolo.server.archive;

import java.util.List;

/**
 * What everybody finds.
 *
 * @param beside what is no message
 * @param more the address at which there is more of that
 */
public record PublicSearchPage(SearchPage found, List<FoundBeside.Entry> beside, String more) {
    public boolean isEmpty() {
        return beside.isEmpty() && found.rows().isEmpty() && found.reached().isEmpty();
    }
}
